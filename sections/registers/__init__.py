"""Records of accreditation, projects and bidding, web conferences, centres, rules of examinations and certificates."""

"""The register of what an institution does with personal information, and its notices: screens for staff and public pages."""

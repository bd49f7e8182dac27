"""The register of certificates and degrees: taken in, confirmed by two, verified by whoever holds one (W8.12)."""

"""What browsers may load: one policy for readers, one for the admin (``edusite.middleware.content_policy``)."""

PUBLIC_CSP = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'self'"],
    "manifest-src": ["'self'"],
}
ADMIN_CSP = PUBLIC_CSP | {
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'"],
}
"""Under /admin/: Draftail puts two style elements into the page; no script is written into it (static/edusite/js/admin.js)."""

"""How people enter the admin: password, second factor, lock-out, sessions."""

"""Administrative procedures and online services (W8.4): what a procedure is made of, and how it is read and shown."""

"""Who read, exported, decrypted or was refused what: the screen, its check and the lines that are sent elsewhere (P17, G20)."""

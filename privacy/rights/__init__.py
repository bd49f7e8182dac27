"""Rights of people about what they sent, without an account, and the desk of staff behind them (law 91/2025, article 4; decree
356/2025, article 5; circular 25/2010, articles 7 and 8)."""

"""Seeded lists of invented people, and ordinary documents of schools, made by code: what the guard's recall and false alarms are
measured on."""

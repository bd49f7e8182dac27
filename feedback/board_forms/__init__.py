"""Forms that a board builds without code (P5.3): blocks, what is wrong with a form, its steps of questions, its entry in the
register, ready templates."""

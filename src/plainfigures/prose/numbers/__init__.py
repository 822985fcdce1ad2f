"""Numbers: digits and words as one number, or why they are none."""

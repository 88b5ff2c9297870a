"""Lists of people: which columns and rows there are, and what they mean."""

"""What is due, and which day is good."""

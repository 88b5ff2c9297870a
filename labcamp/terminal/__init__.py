"""What a person types, sees and answers."""

"""Text files: read, edited, written whole or not at all."""

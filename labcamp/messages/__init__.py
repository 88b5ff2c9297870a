"""What the command line says around findings, in German and English side by side."""

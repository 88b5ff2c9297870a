"""Papers: what a series has learned, as a page, Markdown, PDF, Word and BibTeX, all out of one tree."""

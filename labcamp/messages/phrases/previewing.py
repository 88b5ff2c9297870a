"""Phrases in German and English side by side: the preview."""

PREVIEWING: dict[str, dict[str, str]] = {}  # fmt: skip

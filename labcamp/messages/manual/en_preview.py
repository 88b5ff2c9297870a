"""Manual pages in English: what keeps the preview from showing a page."""

MANUAL: dict[str, str] = {}

"""Manual pages in German: what keeps the preview from showing a page."""

MANUAL: dict[str, str] = {}

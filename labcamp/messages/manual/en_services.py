"""Manual pages in English: what newsletter services would trip over."""

MANUAL: dict[str, str] = {}

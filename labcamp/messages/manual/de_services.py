"""Manual pages in German: what newsletter services would trip over."""

MANUAL: dict[str, str] = {}

"""Manual pages in German: what lists of people lack."""

MANUAL: dict[str, str] = {}

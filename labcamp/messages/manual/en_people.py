"""Manual pages in English: what lists of people lack."""

MANUAL: dict[str, str] = {}

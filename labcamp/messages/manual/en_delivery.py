"""Manual pages in English: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {}

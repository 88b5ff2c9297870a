"""Manual pages in German: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {}

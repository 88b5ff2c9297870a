"""Phrases in German and English side by side: how long a post is, and what is not in it."""

POSTING = {
    "post_characters": {"de": "{count} von {most} Zeichen", "en": "{count} of {most} characters"},
    "post_bytes": {"de": "{count} von {most} Bytes", "en": "{count} of {most} bytes"},
    "post_left_out": {"de": "gekürzt, es fehlen: {parts}", "en": "shortened, left out: {parts}"},
    "post_sentence": {"de": "ein Satz des Teasers", "en": "one sentence of the summary"},
    "post_sentences": {"de": "{count} Sätze des Teasers", "en": "{count} sentences of the summary"},
    "post_part_heading": {"de": "das Thema", "en": "the theme"},
    "post_part_place": {"de": "der Ort", "en": "the place"},
    "post_part_attendance": {"de": "wie viele da waren", "en": "how many came"},
    "post_part_reason": {"de": "der Grund", "en": "the reason"},
    "post_part_closing": {"de": "der Schlusssatz", "en": "the closing sentence"},
    "post_part_call": {"de": "der Satz vor dem Link", "en": "the sentence before the link"},
    "post_part_hashtags": {"de": "die Hashtags", "en": "the hashtags"},
    "post_next": {
        "de": "Lest {path}, ändert, was ihr wollt, und veröffentlicht es selbst.",
        "en": "Read {path}, change what you like, and publish it yourselves.",
    },
    "post_next_slack": {
        "de": "Lest {path} und gebt die Datei oder die .json daneben einem Programm, das für euch in Slack schreibt.",
        "en": "Read {path}, and give it or the .json beside it to a program that writes to Slack for you.",
    },
}  # fmt: skip

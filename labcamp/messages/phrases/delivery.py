"""Phrases in German and English side by side: drafts on their way into a mail program or a service."""

DELIVERY: dict[str, dict[str, str]] = {
    # newsletter services: what to do there with the files
    "for_listmonk": {
        "de": "Schickt {path} mit POST an /api/campaigns eures listmonk: Daraus wird ein Entwurf, mehr nicht.",
        "en": "POST {path} to /api/campaigns of your listmonk: that makes a draft there and sends nothing.",
    },
    "for_keila": {
        "de": "Schickt {path} mit POST an /api/v1/campaigns eures Keila: Daraus wird ein Entwurf, mehr nicht.",
        "en": "POST {path} to /api/v1/campaigns of your Keila: that makes a draft there and sends nothing.",
    },
    "for_paste": {
        "de": "Fügt die passende Datei dort als eigenes HTML ein; in rapidmail tragt ihr dessen Abmeldelink nach.",
        "en": "Paste the one that fits there as HTML of your own; in rapidmail add its link to unsubscribe.",
    },
}  # fmt: skip

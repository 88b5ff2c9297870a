"""Phrases in German and English side by side: drafts on their way into a mail program or a service."""

DELIVERY: dict[str, dict[str, str]] = {
    # newsletter services
    "service_next_listmonk": {
        "de": "Schickt {path0} mit POST an /api/campaigns eures listmonk: Dort entsteht ein Entwurf, verschickt wird nichts.",
        "en": "POST {path0} to /api/campaigns of your listmonk: it becomes a draft there, and nothing is sent.",
    },
    "service_next_keila": {
        "de": "Schickt {path0} mit POST an /api/v1/campaigns eures Keila: Dort entsteht ein Entwurf, verschickt wird nichts.",
        "en": "POST {path0} to /api/v1/campaigns of your Keila: it becomes a draft there, and nothing is sent.",
    },
    "service_next_paste": {
        "de": "Kopiert den Inhalt der passenden Datei dort in das Feld für eigenen HTML-Code; in rapidmail setzt ihr danach dessen Abmeldelink ein.",
        "en": "Copy the content of the one that fits into the field for HTML of your own; in rapidmail then put in its link to unsubscribe.",
    },
}  # fmt: skip

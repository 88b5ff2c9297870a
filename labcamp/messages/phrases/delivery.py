"""Phrases in German and English side by side: drafts on their way into a mail program or a service."""

DELIVERY: dict[str, dict[str, str]] = {
    "one_target": {"de": "genau ein Ziel", "en": "one place to put it, and only one"},
    "one_target_options": {
        "de": "--imap KONTO, mit --mbox oder mit --maildir",
        "en": "--imap ACCOUNT, with --mbox or with --maildir",
    },
    "import_mbox": {
        "de": "Importiert {path} ins Mailprogramm und verschiebt, was darin liegt, zu den Entwürfen.",
        "en": "Import {path} into your mail program and move what is in it to the drafts.",
    },
    "import_maildir": {
        "de": "Öffnet den Ordner {path} im Mailprogramm und verschiebt, was darin liegt, zu den Entwürfen.",
        "en": "Open the folder {path} in your mail program and move what is in it to the drafts.",
    },
    "ask_password": {"de": "Passwort für {account} ({host})", "en": "Password for {account} ({host})"},
    "keep_password": {
        "de": "Das Passwort im Schlüsselbund dieses Rechners ablegen?",
        "en": "Keep the password in the keyring of this computer?",
    },
    "yes_or_no": {"de": "j/N", "en": "y/N"},
    "putting": {"de": "Entwürfe", "en": "drafts"},
    "would_draft": {
        "de": "Ein Entwurf ginge an das Konto »{account}« ({host}).",
        "en": "One draft would go to the account '{account}' ({host}).",
    },
    "would_drafts": {
        "de": "{count} Entwürfe gingen an das Konto »{account}« ({host}).",
        "en": "{count} drafts would go to the account '{account}' ({host}).",
    },
    "dry_run_imap": {
        "de": "Probelauf: Mit dem Server hat niemand gesprochen. Ohne --dry-run geschieht es.",
        "en": "A dry run: nobody has spoken with the server. Without --dry-run it will be.",
    },
    "drafts_placed": {"de": "{folder} ({account}): {parts}", "en": "{folder} ({account}): {parts}"},
    "gone": {"de": "nicht mehr da", "en": "no longer there"},
    "drafts_next": {
        "de": "Öffnet jetzt »{folder}« im Mailprogramm, lest sie und schickt sie ab.",
        "en": "Now open '{folder}' in your mail program, read what is there, and send it.",
    },
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

"""Findings about mail programs, services and the preview in English."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC800": Message("your mail accounts belong here, but there is no such file yet", "make it, with these three lines:\n        office:\n          host: imap.example.org\n          user: meeting@example.org"),
    "LC801": Message("there is a password in the file, at '{key}'", "delete the line; the password belongs into the keyring of your computer, labcamp asks for it"),
    "LC802": Message("there is no account '{name}' in the file", "did you mean '{nearest}'?", "the accounts there: {known}"),
    "LC803": Message("there is no password for the account '{account}'", "call the command in a terminal, where labcamp asks for it; or keep it beforehand: keyring set labcamp {account}"),
    "LC804": Message("the mail server {host} cannot be reached at port {port} ({reason})", "check host:, port: and security: in accounts.yaml, and whether you are online; without a server there are --mbox and the .eml files"),
    "LC805": Message("the connection to {host} is not secure ({reason}); the password has not been sent", "ask those who run the server; if they have certificates of their own, name their file with ca: in accounts.yaml"),
    "LC806": Message("the mail server {host} does not accept the login for the account '{account}'", "check user: and the password, often programs need one of their own; Exchange Online lets nobody in like this any more, take the .eml files there"),
    "LC807": Message("the account '{account}' has no folder for drafts that opens (looked for: {names})", "name the right one with folder: in accounts.yaml, as your mail program calls it"),
    "LC808": Message("the server does not take a draft ({reason}); {done} of {total} are in '{folder}' (account '{account}')", "mend that and call the command again, it goes on from there; or take --mbox or the .eml files"),
    "LC809": Message("the connection broke; {done} of {total} are in '{folder}' (account '{account}')", "call the command again, it goes on from there; nothing comes twice"),
    "LC980": Message("changed by hand ({count}): these drafts stay as they are", "if the new text is wanted, delete them in your mail program and call the command with --force"),
    "LC981": Message("no longer among the drafts ({count}): sent, deleted, or written on in a mail program", "nothing comes twice; if they are wanted once more, call the command with --force"),
    "LC982": Message("a mail program has taken them over already ({count}), so they are not made again", "delete this folder if all are to be made anew"),
    "LC983": Message("the keyring did not take the password", "labcamp asks for it again next time"),
}  # fmt: skip

# Why a server cannot be reached, is not trusted, or takes no draft
REASONS = {
    "Name or service not known": "there is no such name",
    "nodename nor servname provided, or not known": "there is no such name",
    "getaddrinfo failed": "there is no such name",
    "No address associated with hostname": "there is no such name",
    "Temporary failure in name resolution": "no network",
    "Network is unreachable": "no network",
    "No route to host": "no way leads there",
    "Connection refused": "nobody answers there",
    "timed out": "no answer within 30 seconds",
    "Connection reset by peer": "the server has hung up",
    "connection closed": "the server has hung up",
    "no IMAP": "no mail server answers there",
    "STARTTLS": "the server offers no encryption",
    "WRONG_VERSION_NUMBER": "the server does not encrypt from the start here; perhaps security: starttls is missing",
    "RECORD_LAYER_FAILURE": "the server does not encrypt from the start here; perhaps security: starttls is missing",
    "UNEXPECTED_EOF_WHILE_READING": "the server has hung up",
    "self-signed certificate": "it has issued its certificate itself",
    "self-signed certificate in certificate chain": "its certificate is from no authority that is trusted",
    "unable to get local issuer certificate": "its certificate is from no authority that is trusted",
    "unable to get issuer certificate": "its certificate is from no authority that is trusted",
    "certificate has expired": "its certificate has expired",
    "Hostname mismatch": "its certificate is for another name",
    "IP address mismatch": "its certificate is for another name",
    "no certificate": "there is no certificate in it",
    "NO": "it does not say why",
    "OVERQUOTA": "the mailbox is full",
    "TOOBIG": "the draft is too large for it",
    "LIMIT": "the draft is too large for it",
    "CHANGED": "it has changed it, so it is deleted again",
}

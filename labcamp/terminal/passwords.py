"""Where the password of a mail account comes from: the environment, the keyring of the system, or the person."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import typer

from labcamp.findings import LabcampError, Place, finding
from labcamp.model.private import Account
from labcamp.terminal.language import say
from labcamp.terminal.questions import confirm, somebody_sits_here
from labcamp.terminal.report import tell

SERVICE = "labcamp"  # as a keyring lists it
VARIABLE = "LABCAMP_IMAP_PASSWORD"


@dataclass(frozen=True)
class Password:
    """A password, and whether somebody has just typed it; no `repr` shows it."""

    text: str = field(repr=False)
    typed: bool = False


def settings() -> Path:
    """The folder of a person's settings: LABCAMP_CONFIG, else where the system keeps them."""
    if told := os.environ.get("LABCAMP_CONFIG"):
        return Path(told)
    from platformdirs import user_config_path

    return user_config_path("labcamp", appauthor=False)


def password_for(account: Account) -> Password:
    """The password of an account; LC803 where there is none and nobody can be asked."""
    own = f"{VARIABLE}_{re.sub('[^A-Z0-9]', '_', account.id.upper())}"
    if text := os.environ.get(own) or os.environ.get(VARIABLE) or _kept(account):
        return Password(text.rstrip("\r\n"))  # a file that it came from ends in a line end
    if not somebody_sits_here():
        raise LabcampError(finding("LC803", Place(""), account=account.id))
    question = say("ask_password", account=account.id, host=account.host)
    return Password(typer.prompt(question, hide_input=True, err=True), typed=True)


def offer_to_keep(account: Account, password: Password) -> None:
    """Ask whether to keep a typed password, and if so put it into the keyring of the system; LC983 where that fails."""
    if not confirm(say("keep_password"), enter=False):
        return
    import keyring

    try:
        keyring.set_password(SERVICE, account.id, password.text)
    except Exception:  # as below
        tell([finding("LC983", Place(""))])


def _kept(account: Account) -> str | None:
    """What the keyring has, by the name of the account or by who logs in where."""
    import keyring

    try:
        names = (account.id, f"{account.user}@{account.host}")
        return next(filter(None, (keyring.get_password(SERVICE, name) for name in names)), None)
    except Exception:  # each system has its own backend, each can be broken in its own way; then there is the terminal
        return None

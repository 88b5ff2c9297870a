"""The mail accounts of a person: `accounts.yaml` in the folder of their settings."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from labcamp.check.shape import nearest, shape
from labcamp.files.read import Source, read_source
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model.private import Account
from labcamp.model.series import FILE_NAME

FILE = "accounts.yaml"
SECRETS = {"password", "passwort", "kennwort", "passwd", "passphrase", "pass", "pwd", "secret", "token"}
NAMING = {"LC208", "LC209", "LC217"}  # a port, a sort of security, the name of an account


def account_of(folder: Path, name: str) -> Account:
    """The account of this name.

    LC800 where there is no file, else everything that is wrong with it; LC802 where it has no such account.
    """
    path = folder / FILE
    if not path.is_file():
        raise LabcampError(finding("LC800", Place(path.as_posix())))
    source = read_source(path, path.as_posix())
    accounts, findings = _accounts(source)
    if findings:
        raise LabcampError(*sorted(findings))
    if name not in accounts:
        known = ", ".join(accounts)
        raise UsageError(
            finding("LC802", Place(path.as_posix()), name=name, nearest=nearest(name, accounts), known=known)
        )
    account = accounts[name]
    return account.model_copy(update={"ca": str(folder / account.ca)}) if account.ca else account


def _accounts(source: Source) -> tuple[dict[str, Account], list[Finding]]:
    """The accounts by name, and what is wrong with their file."""
    accounts, findings = {}, list(_secrets(source, source.data))
    for name, data in source.data.items():
        if name.lower() in SECRETS:
            continue
        if isinstance(data, dict):
            findings += _secrets(source, data, name)
            data = {key: value for key, value in data.items() if key.lower() not in SECRETS}  # noqa: PLW2901
            data[FILE_NAME] = name
        account, found = shape(Account, source, data, {}, name)
        findings += map(_discreet, found)
        if account:
            accounts[name] = account
    return accounts, findings


def _secrets(source: Source, data: dict[str, object], *at: str) -> Iterator[Finding]:
    """LC801 for each password that is written into the file; its value is named nowhere."""
    for key in data:
        if key.lower() in SECRETS:
            yield finding("LC801", source.place(*at, key, key=True), key=key)


def _discreet(found: Finding) -> Finding:
    """The finding without what a person has typed, unless its words need it: it may be a password."""
    if found.code in NAMING:
        return found
    return replace(found, values=tuple((key, value) for key, value in found.values if key != "text"))

"""Another parser of mails reads ours as Python's does: the one of many mail servers in JavaScript."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from mail_reading import FORMS, Read, due, in_python, letters

HERE = Path(__file__).parent

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(shutil.which("node") is None, reason="no Node here"),
    pytest.mark.skipif(
        not (HERE / "node_modules/mailparser").is_dir(), reason="npm has not installed mailparser in tests/judges"
    ),
]


def in_node(mails: list[bytes], folder: Path) -> list[Read]:
    """What mailparser reads from each mail."""
    paths = [folder / f"{number}.eml" for number in range(len(mails))]
    for path, content in zip(paths, mails, strict=True):
        path.write_bytes(content)
    ran = subprocess.run(
        ["node", str(HERE / "read_eml.mjs")],
        input=json.dumps([str(path) for path in paths]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [Read(**mail) for mail in json.loads(ran.stdout)]


@pytest.mark.parametrize("form", FORMS)
def test_every_mail_is_read_as_it_was(form: str, tmp_path: Path) -> None:
    every = letters()
    contents = {name: FORMS[form](*letter) for name, letter in every.items()}
    found = dict(zip(every, in_node(list(contents.values()), tmp_path), strict=True))
    for name, letter in every.items():
        assert found[name] == due(letter, form), name
        assert found[name] == in_python(contents[name]), name


def test_what_is_broken_is_noticed(tmp_path: Path) -> None:
    letter = letters()["full/invitation"]
    sound = FORMS["ready"](*letter)
    broken = [
        sound.replace(b"Subject: ", b"Subject: Re: ", 1),
        sound.replace(b"filename=", b"file=", 1).replace(b" name=", b" file=", 1),
        sound.replace(b"\r\n\r\n", b"\r\nBcc: alle@example.org\r\n\r\n", 1),
        sound.replace(b"quoted-printable", b"7bit", 1),
        sound.replace(b"=_alt_", b"=_other_", 1),
    ]
    read = in_node([sound, *broken], tmp_path)
    assert [mail == due(letter, "ready") for mail in read] == [True, *[False] * len(broken)]

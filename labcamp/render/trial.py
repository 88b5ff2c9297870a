"""What a workspace's own templates and words do wrong before anything is filled in: each file is read on its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from labcamp.files.templates import FOLDER
from labcamp.findings import Finding, LabcampError
from labcamp.model import Series
from labcamp.model.series import Language
from labcamp.render.templates import explained, open_templates
from labcamp.render.words import layers_of, words_for

ADDRESSES = (*get_args(Series.model_fields["address"].annotation), "du")


def faults_of_templates(root: Path, names: list[str]) -> Iterator[Finding]:
    """What keeps the Jinja templates of these names from being understood."""
    opened = open_templates(root)
    for name in names:
        try:
            opened.environments["txt"].get_template(name)  # in each form it is understood in the same way
        except LabcampError as problem:
            yield from problem.findings
        except Exception as problem:  # only what goes wrong in such a file is that workspace's
            found = explained(problem, opened)
            if found is None:
                raise
            yield from found.findings


def faults_of_words(root: Path) -> Iterator[Finding]:
    """What is wrong with the words files, in every language and address that one of them speaks in."""
    for language in get_args(Language):
        for address in ADDRESSES:
            files = (root / FOLDER / f"words.{layer}.yaml" for layer in layers_of(language, address))
            if any(file.is_file() for file in files):
                try:
                    words_for(root, language, address)
                except LabcampError as problem:
                    yield from problem.findings

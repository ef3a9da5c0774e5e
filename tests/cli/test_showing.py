"""Pictures on the command line: letters, sentences, JSON; the same figures as everywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Boardtui, refused


@pytest.mark.parametrize("what", ["attendance", "ratings", "timeline", "burndown", "indicators"])
def test_each_picture_is_shown_in_letters_in_sentences_and_for_a_program(
    boardtui: Boardtui, built_sample: Path, what: str
) -> None:
    drawn, said = boardtui("show", what, built_sample), boardtui("show", what, built_sample, "--text")
    assert (drawn.code, said.code) == (0, 0)
    assert max(map(len, drawn.out.splitlines())) <= 120
    assert all(line.endswith(".") for line in said.out.splitlines())
    assert boardtui("show", what, built_sample, "--json").json["picture"] == what


def test_ratings_are_those_of_the_plan(boardtui: Boardtui, built_sample: Path) -> None:
    shown = boardtui("show", "ratings", built_sample, "--json").json
    now = {row["ref"]: row["cells"][-1] for row in shown["rows"]}
    assert now == {line["ref"]: line["rating"] for line in boardtui("list", "plan", built_sample, "--json").json}


def test_open_actions_are_those_of_the_log_whenever_it_is_read(boardtui: Boardtui, built_sample: Path) -> None:
    for moment in ((), ("--as-at", 3)):
        log = boardtui("list", "actions", built_sample, "--json", *moment).json
        *_, last = boardtui("show", "burndown", built_sample, "--json", *moment).json["stages"]
        assert last["open"] == sum(one["state"] in ("open", "done", "returned") for one in log)
        assert last["reported_done"] == sum(one["state"] == "done" for one in log)
        assert last["meeting"] is None


def test_duties_are_in_the_state_that_their_list_says(boardtui: Boardtui, built_sample: Path) -> None:
    states = {one["ref"]: one["state"] for one in boardtui("list", "obligations", built_sample, "--json").json}
    shown = boardtui("show", "timeline", built_sample, "--json").json
    drawn = {row["ref"]: shown["key"][next(filter(None, row["cells"]))] for row in shown["rows"]}
    same = {"met": "met in time", "not yet due": "to come"}
    assert drawn
    assert all(drawn[ref] == same.get(states[ref], states[ref]) for ref in drawn)


def test_one_indicator_is_drawn_with_its_trajectory_and_targets(boardtui: Boardtui, built_sample: Path) -> None:
    (drawn,) = boardtui("show", "indicators", built_sample, "i1", "--json").json["indicators"]
    (listed,) = [one for one in boardtui("list", "indicators", built_sample, "--json").json if one["ref"] == "I1"]
    assert [bar["aim"] for bar in drawn["bars"][-2:]] == ["6-month target", "12-month target"]
    assert [bar["value"] for bar in drawn["bars"] if bar["aim"] is None][-1] == listed["value"]
    assert "There is no indicator I99" in refused(boardtui("show", "indicators", built_sample, "I99"))
    assert "goes with indicators" in refused(boardtui("show", "ratings", built_sample, "I1"), 2)


def test_a_new_board_has_no_picture_and_no_key_to_one(boardtui: Boardtui, blank: Path) -> None:
    for what in ("burndown", "indicators", "ratings"):
        assert boardtui("show", what, blank).out.splitlines()[1:] == ["Nothing here yet."]

"""The Board's own thresholds: shown, changed for all its readers, refused in words."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Boardtui, refused


def _states(boardtui: Boardtui, file: Path) -> dict[str, int]:
    states = [one["state"] for one in boardtui("list", "obligations", file, "--json").json]
    return {state: states.count(state) for state in set(states)}


def test_the_thresholds_are_shown(boardtui: Boardtui, sample_file: Path) -> None:
    assert (
        "  28  days before its date from which a duty is due soon (--soon-days)"
        in boardtui("thresholds", sample_file).out
    )
    found = boardtui("thresholds", sample_file, "--json").json
    assert (found["soon_days"], found["at_risk_days"], found["slips_asked"]) == (28, 14, 2)


def test_a_duty_is_due_soon_from_as_many_days_as_the_board_says(boardtui: Boardtui, sample_file: Path) -> None:
    assert _states(boardtui, sample_file)["due soon"]
    ran = boardtui("thresholds", sample_file, "--soon-days", 0, "--json")
    assert ran.json["soon_days"] == 0
    assert "due soon" not in _states(boardtui, sample_file)


def test_what_cannot_be_right_is_refused_and_changes_nothing(boardtui: Boardtui, sample_file: Path) -> None:
    assert "moves of a date cannot be right" in refused(boardtui("thresholds", sample_file, "--slips-asked", 99))
    assert boardtui("thresholds", sample_file, "--json").json["slips_asked"] == 2


def test_what_is_refused_says_what_is_usual_for_it(boardtui: Boardtui, sample_file: Path) -> None:
    assert "28 is usual" in refused(boardtui("thresholds", sample_file, "--soon-days", 999))
    assert "14 is usual" in refused(boardtui("thresholds", sample_file, "--at-risk-days", 999))

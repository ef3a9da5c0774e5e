"""A whole cycle with the command line and an editor alone: agenda, notes, sign-off, actions, letter."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Boardtui, refused

NOTES = "present: IC, DCS\n# 4\n! DCS by 1 Aug 2013: write to every school\n= The Board agreed the plan.\n"


def started(boardtui: Boardtui, folder: Path) -> Path:
    file = folder / "our.board"
    told = ("--council", "Our Council", "--commenced", "2013-01-07", "--first-meeting", "2013-01-24")
    assert boardtui("new", file, "--board", "Our Board", *told).code == 0
    for initials, name, kind in (("IC", "Independent Chair", "chair"), ("DCS", "Director", "member")):
        seat = ("--initials", initials, "--name", name, "--role", name, "--organisation", "Council", "--kind", kind)
        ran = boardtui("add", "person", file, *seat)
        assert ran.code == 0, ran.err
    return file


def let_all_stand(boardtui: Boardtui, file: Path, paper: str, *number: object) -> None:
    for one in boardtui("preflight", file, paper, *number, "--json").json["findings"]:
        boardtui("preflight", file, paper, *number, "--override", one["key"], "--because", "It is so", "--json")


def test_a_meeting_goes_from_its_agenda_to_signed_minutes(boardtui: Boardtui, tmp_path: Path) -> None:
    file = started(boardtui, tmp_path)
    let_all_stand(boardtui, file, "agenda", "--meeting", 1)
    assert boardtui("step", "meeting", file, 1).out == "Issued the agenda of meeting 1\n"
    assert "boardtui minute FILE --meeting 1" in refused(boardtui("step", "meeting", file, 1))
    (tmp_path / "notes.txt").write_text(NOTES)
    assert "minuted at meeting 1" in boardtui("minute", file, "--meeting", 1, tmp_path / "notes.txt").out
    assert "to the Chair" in boardtui("step", "meeting", file, 1).out
    let_all_stand(boardtui, file, "minutes", "--meeting", 1)
    signed = boardtui("step", "meeting", file, 1, "--how", "paper", "--signer", "Jane Smith")
    assert signed.out == "Signed off the minutes of meeting 1\n", signed.err
    assert boardtui("list", "meetings", file, "--json").json[0]["state"] == "signed off"
    assert "no next step" in refused(boardtui("step", "meeting", file, 1))


def test_a_paper_with_something_left_open_does_not_leave(boardtui: Boardtui, sample_file: Path) -> None:
    assert boardtui("preflight", sample_file, "minutes", "--meeting", 5).code == 1
    said = refused(boardtui("step", "meeting", sample_file, 5, "--how", "e-mail"))
    assert "would leave with minutes 5" in said
    assert "boardtui preflight FILE minutes --meeting 5" in said


def test_only_the_chair_signs_here(boardtui: Boardtui, sample_file: Path) -> None:
    let_all_stand(boardtui, sample_file, "minutes", "--meeting", 5)
    refused(boardtui("step", "meeting", sample_file, 5, "--as", "secretary"))
    assert "Signed off" in boardtui("step", "meeting", sample_file, 5, "--as", "chair").out


def test_what_became_of_an_action_is_entered_between_meetings(boardtui: Boardtui, sample_file: Path) -> None:
    def found() -> dict[str, object]:
        log = boardtui("list", "actions", sample_file, "--json").json
        (action,) = [one for one in log if one["ref"] == "5/09"]
        return dict(action)

    assert boardtui("update", sample_file, "5/09", "move", "ill", "--due", "2013-05-24").out == "5/09\n"
    assert (found()["due"], found()["slips"]) == ("2013-05-24", 1)
    boardtui("update", sample_file, "5/09", "done", "sent today")
    assert found()["state"] == "done"
    boardtui("update", sample_file, "5/09", "close", "seen", "--as", "chair")
    assert found()["state"] == "closed"
    assert boardtui("update", sample_file, "5/09", "move", "why").code == 2


def test_a_letter_is_drafted_again_for_another_day(boardtui: Boardtui, sample_file: Path) -> None:
    again = boardtui("redraft", "letter", sample_file, 2, "--dated", "20 May 2013")
    assert "What happens next" in again.err
    assert "No part that is drafted reads otherwise." in boardtui("redraft", "letter", sample_file, 2).err


def test_a_letter_is_started_and_laid_before_the_chair(boardtui: Boardtui, sample_file: Path) -> None:
    assert "Chair" in boardtui("step", "letter", sample_file, 2).out
    let_all_stand(boardtui, sample_file, "letter", "--letter", 2)
    assert "judgement" in refused(boardtui("step", "letter", sample_file, 2, "--as", "chair"))

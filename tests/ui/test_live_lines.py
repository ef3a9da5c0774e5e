"""Every line of live mode's table is understood while it is typed, saved by Enter, and does what it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardtui.domain.states import EntryKind
from boardtui.services import meetings as service
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action, updates
from boardtui.store.reading.meetings import attendance, interests, items, meeting, movements
from boardtui.store.reading.minutes import corrections
from boardtui.store.reading.plan import line
from boardtui.store.reading.reader import Database
from tests.ui.minuting import NUMBER, minuting

TODAY = date(2013, 5, 20)
Check = Callable[[Database], bool]

ENTRIES: list[tuple[str, str, EntryKind, str, Check]] = [  # all others: tests of `entering` and `describing`
    ("Members were welcomed.", "Note", EntryKind.NOTE, "Members were welcomed.", lambda _: True),
    (
        "! DCS, POL with LSCB by 14 Jul: write to every practice",
        "Action · DCS, POL with LSCB · due 14 Jul 2013 (Sun)",
        EntryKind.ACTION,
        "write to every practice",
        lambda db: (
            action(db, "6/01", TODAY).leads == ("DCS", "POL")
            and action(db, "6/01", TODAY).supporters == ("LSCB",)
            and action(db, "6/01", TODAY).due == date(2013, 7, 14)
        ),
    ),
    ("= The plan was agreed.", "Decision", EntryKind.DECISION, "The plan was agreed.", lambda _: True),
    ("? Why so late?", "Challenge", EntryKind.CHALLENGE, "Why so late?", lambda _: True),
    (
        "> 5/03 done: every post is filled",
        "Action 5/03 · reported done",
        EntryKind.UPDATE,
        "Action 5/03 was reported done: every post is filled",
        lambda db: action(db, "5/03", TODAY).state == "done",
    ),
    (
        "> 5/03 by 14 Mar: the vacancies are national",
        "Action 5/03 · moved, now due 14 Mar 2014 (Fri)",
        EntryKind.UPDATE,
        "Action 5/03 was moved to 14 Mar 2014: the vacancies are national",
        lambda db: action(db, "5/03", TODAY).due == date(2014, 3, 14),
    ),
    (
        "> 5/03 half are filled",
        "Action 5/03 · update",
        EntryKind.UPDATE,
        "Action 5/03: half are filled",
        lambda db: updates(db, "5/03")[-1].text == "half are filled",
    ),
    (
        "> 3.2 R: no progress; path: weekly review by DCS",
        "Plan line 3.2 · rated R (Red)",
        EntryKind.UPDATE,
        "Plan line 3.2 was rated R (Red): no progress. Path to green: weekly review by DCS",
        lambda db: line(db, "3.2", TODAY).rating == "R",
    ),
    (
        "> 3.2 slower than promised",
        "Plan line 3.2 · remark",
        EntryKind.UPDATE,
        "Plan line 3.2: slower than promised",
        lambda _: True,
    ),
    (
        "> 5/6.5 answered: measure by measure, on paper",
        "Answers the challenge at 5/6.5",
        EntryKind.UPDATE,
        "On the challenge at 5/6.5: measure by measure, on paper",
        lambda _: True,
    ),
    (
        "present: IC, DCS and POL",
        "Register · present: IC, DCS, POL",
        EntryKind.REGISTER,
        "Present: IC, DCS, POL",
        lambda db: {one.initials for one in attendance(db, NUMBER)} == {"IC", "DCS", "POL"},
    ),
    (
        "deputy: Jane Smith, Designated Nurse for CCG",
        "Register · Jane Smith, Designated Nurse (a guest), deputy for CCG",
        EntryKind.REGISTER,
        "Jane Smith, Designated Nurse deputised for CCG",
        lambda db: any(one.name == "Jane Smith" and one.kind == "guest" for one in attendance(db, NUMBER)),
    ),
    (
        "arrived: POL",
        "POL arrived, by the clock",
        EntryKind.MOVEMENT,
        "POL arrived",
        lambda db: movements(db, NUMBER)[0].arrived,
    ),
    (
        "in the chair: LM",
        "LM in the chair",
        EntryKind.MOVEMENT,
        "LM took the chair",
        lambda db: meeting(db, NUMBER).presiding == "LM",
    ),
    (
        "interest: POL item 7: a relative is employed there; leaves",
        "Interest · POL on item 7 · a relative is employed there · leaves for it",
        EntryKind.INTEREST,
        "POL declared an interest in item 7 (a relative is employed there) and withdrew for that item",
        lambda db: interests(db, NUMBER)[0].leaves,
    ),
    (
        "amend 5/6.1: Nine of the fourteen => Eight of the fourteen",
        "Amendment of 5/6.1 · “Nine of the fourteen” becomes “Eight of the fourteen”",
        EntryKind.AMENDMENT,
        "Paragraph 5/6.1: “Nine of the fourteen” was amended to read “Eight of the fourteen”",
        lambda db: corrections(db, 5)[0].new == "Eight of the fourteen",
    ),
    (
        "confirmed: as presented",
        "Minutes of the last meeting · confirmed as presented",
        EntryKind.CONFIRMATION,
        "The minutes of meeting 5 were confirmed as presented",
        lambda db: meeting(db, 5).confirmed_at == NUMBER,
    ),
    (
        "(restricted: staffing) A name was given.",
        "Restricted (Staffing) · Note",
        EntryKind.NOTE,
        "A name was given.",
        lambda _: True,
    ),
    ("\\! Nobody spoke.", "Note", EntryKind.NOTE, "! Nobody spoke.", lambda _: True),
]


async def test_a_line_is_understood_and_minuted(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        for number, (typed, understood, kind, minuted, check) in enumerate(ENTRIES, 1):
            await secretary.type(typed)
            await secretary.understood(understood)
            await secretary.press("enter")
            *_, entry = found = secretary.minuted
            assert len(found) == number
            assert (entry.kind, entry.text, entry.typed, entry.to_tidy) == (kind, minuted, typed, None)
            assert secretary.desk.read(check), typed
            assert secretary.box.text == ""
            assert f"{kind.capitalize().replace('Confirmation', 'Minutes')} ✓ {minuted[:24]}" in secretary.text


async def test_the_agenda_is_steered_by_typed_lines(desk: Desk) -> None:
    desk.do(lambda work: service.plan_meetings(work, 1))
    async with minuting(desk) as secretary:
        await secretary.type("# 4")
        await secretary.understood("Go to item 4 · Matters arising and action log")
        await secretary.press("enter")
        assert secretary.head[1].startswith("4 Matters arising and action log")
        await secretary.say("# + Fire at the hub (urgent: it happened last night)")
        assert "Fire at the hub (urgent)" in secretary.head[1]
        await secretary.say("# defer to 7: no time")
        found = secretary.desk.read(lambda db: items(db, NUMBER))
        assert [one.deferred_to for one in found if one.title == "Fire at the hub"] == [7]
        assert secretary.minuted == []


async def test_a_restriction_is_marked_until_the_meeting_is_open_again(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("restricted: staffing", "A post was discussed.")
        assert "RESTRICTED: Staffing" in secretary.head[3]
        await secretary.say("open", "The post was filled.")
        assert "RESTRICTED" not in secretary.head[3]
        assert [one.restricted for one in secretary.minuted] == ["Staffing", None]


UNTIDY = [
    ("! XX by 14 Jul: find out", "Nobody here is called “XX”."),
    ("! : find out", "An action needs a lead: ! DCS by 14 Jan: text."),
    ("! DCS by 31 Feb: find out", "There is no 31 February."),
    ("! DCS: find out", "When is it due? Write “by 14 Jan” or “by next meeting” after DCS."),
    ("# 99", "There is no item 99 on this agenda."),
    ("> 9/99 done: text", "There is no action 9/99."),
    ("confirmed: maybe", "Write “confirmed: as presented” or “confirmed: as amended”."),
]


async def test_enter_never_refuses_what_is_not_understood_is_kept_to_tidy(desk: Desk) -> None:
    async with minuting(desk, (120, 40)) as secretary:
        for number, (typed, problem) in enumerate(UNTIDY, 1):
            await secretary.type(typed)
            await secretary.understood(f"to tidy: {problem}")
            await secretary.press("enter")
            *_, entry = found = secretary.minuted
            assert len(found) == number
            assert (entry.typed, entry.to_tidy) == (typed, problem)
            assert f"✎ to tidy: {problem[:30]}" in secretary.sees
            assert f"{number} to tidy" in secretary.sees


async def test_what_the_record_refuses_is_kept_to_tidy_as_well(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("> 5/03 close: seen", "(restricted: staffing) > 5/03 close: seen again", "# ²")
        assert [one.to_tidy is None for one in secretary.minuted] == [True, False, False]
        refused = secretary.minuted[1]
        assert refused.to_tidy == "Action 5/03 is already closed."
        assert (refused.text, refused.restricted) == ("(restricted: staffing) > 5/03 close: seen again", "Staffing")


async def test_twenty_matters_arising_take_under_forty_lines_and_none_is_refused(desk: Desk) -> None:
    from boardtui.store.reading.actions import actions

    known = desk.read(lambda db: actions(db, TODAY, open_only=True))[:20]
    steps = ("done: reported in writing", "close: the paper was seen", "by 14 Sep: more time is needed", "on the way")
    async with minuting(desk) as secretary:
        typed = ["# 4", *(f"> {one.ref} {steps[number % 4]}" for number, one in enumerate(known))]
        await secretary.say(*typed)
        assert len(known) == 20
        assert len(typed) < 40
        assert [one.to_tidy for one in secretary.minuted] == [None] * 20
        after = {one.ref: one.state for one in secretary.desk.read(lambda db: actions(db, TODAY))}
        assert [after[one.ref] for one in known[:2]] == ["done", "closed"]

"""The grammar of meeting lines: every row of the table, everything that is not understood, and odd text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain import lines as ln
from boardtui.domain.dates import show
from boardtui.domain.grammar import parse
from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme
from boardtui.domain.states import AttendanceStatus, EntryKind

PEOPLE = {
    "ic": "IC",
    "dcs": "DCS",
    "director of children's services": "DCS",
    "pol": "POL",
    "lscb": "LSCB",
    "ccg": "CCG",
    "ddn": "DDN",
    "lm": "LM",
    "smith and jones": "SJ",
    "all members": "ALL",
    "all": "ALL",
}


@dataclass(frozen=True)
class Asked:
    """A Board with a few people, items 1 to 14, actions 5/01 to 5/09 and plan line 3.2."""

    meeting_on: date = date(2013, 6, 27)
    scheme: Scheme = DEFAULT_SCHEME
    challenged: bool = False

    def person(self, name: str) -> str | None:
        return PEOPLE.get(name.lower())

    def begins(self, title: str) -> tuple[str, ...]:
        heads = {"the head of safeguarding": ("HSA",), "head of early": ("HEH", "HEY")}
        return heads.get(title.strip().lower(), ())

    def members(self, initials: str) -> tuple[str, ...]:
        return ("IC", "DCS", "POL") if initials == "ALL" else (initials,)

    def has_action(self, ref: str) -> bool:
        return ref in {f"5/{n:02}" for n in range(1, 10)}

    def has_line(self, ref: str) -> bool:
        return ref == "3.2"

    def has_item(self, number: int) -> bool:
        return 1 <= number <= 14

    def can_defer_to(self, number: int) -> bool:
        return number == 7

    def paragraph(self, ref: str) -> str | None:
        return {"5/4.2": "The audit covered 1,150 files."}.get(ref)

    def is_challenge(self, ref: str) -> bool:
        return ref in ("5/6.3", "6/3.2")

    def challenge_here(self, ref: str) -> str | None:
        return "6/3.2" if ref == "3.2" and self.challenged else None

    def rating(self, ref: str) -> str | None:
        return "R"


def means(typed: str) -> ln.Line:
    parsed = parse(typed, Asked())
    assert parsed is not None
    return parsed.line


def problem(typed: str) -> str:
    line = means(typed)
    assert isinstance(line, ln.Untidy), line
    return line.problem


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("# 4", ln.GoTo(4)),
        ("#4", ln.GoTo(4)),
        (
            "# + Flood at the hub (urgent: children moved today)",
            ln.AddUrgent("Flood at the hub", "children moved today"),
        ),
        ("# defer to 7: paper not ready", ln.Defer(7, "paper not ready")),
        ("present: IC, dcs and POL", ln.Register(AttendanceStatus.PRESENT, ("IC", "DCS", "POL"))),
        ("Present: All members", ln.Register(AttendanceStatus.PRESENT, ("IC", "DCS", "POL"))),
        ("apologies: CCG", ln.Register(AttendanceStatus.APOLOGIES, ("CCG",))),
        ("absent: POL", ln.Register(AttendanceStatus.ABSENT, ("POL",))),
        ("present: Smith and Jones", ln.Register(AttendanceStatus.PRESENT, ("SJ",))),
        ("deputy: DDN for CCG", ln.Deputy("DDN", "DDN", "", "CCG")),
        (
            "deputy: Jane Smith, Designated Nurse for CCG",
            ln.Deputy(None, "Jane Smith", "Designated Nurse", "CCG"),
        ),
        ("arrived: POL", ln.Moved("POL", True)),
        ("left: POL", ln.Moved("POL", False)),
        ("in the chair: LM", ln.Presides("LM")),
        ("interest: POL item 7: a contract; leaves", ln.Declares("POL", 7, "a contract", True)),
        ("interest: POL item 7: a contract", ln.Declares("POL", 7, "a contract", False)),
        (
            "! DCS, POL with LSCB by 14 Jan: write to schools",
            ln.Raises(("DCS", "POL"), ("LSCB",), date(2014, 1, 14), "write to schools"),
        ),
        ("! DCS / POL in two weeks: write", ln.Raises(("DCS", "POL"), (), date(2013, 7, 11), "write")),
        ("! DCS within a fortnight: write", ln.Raises(("DCS",), (), date(2013, 7, 11), "write")),
        ("! the Head of Safeguarding by 5 Jul: write", ln.Raises(("HSA",), (), date(2013, 7, 5), "write")),
        ("arrived: the Head of Safeguarding", ln.Moved("HSA", True)),
        ("! DCS in three weeks' time: write", ln.Raises(("DCS",), (), date(2013, 7, 18), "write")),
        ("! DCS in a week’s time: write", ln.Raises(("DCS",), (), date(2013, 7, 4), "write")),
        ("! DCS in a fortnight's time: write", ln.Raises(("DCS",), (), date(2013, 7, 11), "write")),
        ("! DCS before 5 July: write", ln.Raises(("DCS",), (), date(2013, 7, 4), "write")),
        ("! DCS with POL before the 1st of August: write", ln.Raises(("DCS",), ("POL",), date(2013, 7, 31), "write")),
        ("! DCS before the end of August: write", ln.Raises(("DCS",), (), date(2013, 8, 31), "write")),
        ("! DCS before the next meeting: write", ln.Raises(("DCS",), (), ln.NEXT_MEETING, "write")),
        ("! DCS by the 19th of July: write", ln.Raises(("DCS",), (), date(2013, 7, 19), "write")),
        ("> 5/03 by Friday week: snow", ln.UpdatesAction("5/03", "moved", "snow", date(2013, 7, 5))),
        (
            "! Director of Children's Services by next meeting: report: once",
            ln.Raises(("DCS",), (), ln.NEXT_MEETING, "report: once"),
        ),
        ("= The plan was agreed.", ln.Decides("The plan was agreed.")),
        ("? Why so late?", ln.Challenges("Why so late?")),
        ("Members noted the report: all of it.", ln.Note("Members noted the report: all of it.")),
        ("> 5/03 done: sent", ln.UpdatesAction("5/03", "done", "sent")),
        ("> 5/3 close: seen by the Chair", ln.UpdatesAction("5/03", "closed", "seen by the Chair")),
        ("> 5/03 return: no evidence", ln.UpdatesAction("5/03", "returned", "no evidence")),
        ("> 5/03 by 14 Mar: snow", ln.UpdatesAction("5/03", "moved", "snow", date(2014, 3, 14))),
        ("> 5/03 by the next Board meeting: snow", ln.UpdatesAction("5/03", "moved", "snow", ln.NEXT_MEETING)),
        ("> 5/03 by next meeting: snow", ln.UpdatesAction("5/03", "moved", "snow", ln.NEXT_MEETING)),
        ("> 5/03 half way there", ln.UpdatesAction("5/03", "update", "half way there")),
        ("> 3.2 A: late; path: two more posts", ln.Rates("3.2", "A", "late", "two more posts")),
        ("> 3.2 g: back on track", ln.Rates("3.2", "G", "back on track")),
        (
            "> 3.2 B: embedded; evidence: audit of May; again: 14 Sep",
            ln.Rates("3.2", "B", "embedded", "", "audit of May", date(2013, 9, 14)),
        ),
        ("> 3.2 the lead spoke to it", ln.RemarksOnLine("3.2", "the lead spoke to it")),
        ("> 5/6.3 answered: figures sent", ln.AnswersChallenge("5/6.3", "figures sent")),
        ("amend 5/4.2: 1,150 files => 1,510 files", ln.Amends("5/4.2", "1,150 files", "1,510 files")),
        ("confirmed: as presented", ln.Confirms(False)),
        ("confirmed: as a correct record", ln.Confirms(False)),
        ("confirmed: as a true and correct record, as amended", ln.Confirms(True)),
        ("Confirmed:  as  amended", ln.Confirms(True)),
        ("restricted: staffing", ln.Restricts("Staffing")),
        ("open", ln.Reopens()),
        ("\\! not an action", ln.Note("! not an action")),
        ("\\present: is a word", ln.Note("present: is a word")),
    ],
)
def test_each_row_of_the_table_means_what_it_says(typed: str, line: ln.Line) -> None:
    assert means(typed) == line


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("# 15", "no item 15"),
        ("# ²", "After #"),
        ("# " + "9" * 5000, "After #"),
        ("# + Flood", "needs its reason"),
        ("# defer to 5: late", "There is no later meeting 5"),
        ("# defer", "a meeting and a reason"),
        ("present: XX", "Nobody here is called “XX”"),
        ("present:", "Nobody is named"),
        ("deputy: DDN", "Say for whom"),
        ("deputy: DDN for XX", "called “XX”"),
        ("interest: POL item 15: x", "no item 15"),
        ("interest: POL", "Write who"),
        ("! write to schools", "a lead, a date and a text"),
        ("! DCS: write to schools", "When is it due?"),
        ("! XX by 14 Jan: write", "called “XX”"),
        ("! DCS by 31 Feb: write", "no 31 February"),
        ("! DCS by soon: write", "not a date"),
        ("! Head of Early by 5 Jul: write", "“Head of Early” may be HEH or HEY: write the initials."),
        ("! DCS asap: write", "“asap” is not a date"),
        ("! DCS as soon as possible: write", "“as soon as possible” is not a date"),
        ("! DCS before Easter: write", "“before Easter” is not a date that can be read: write by and the day"),
        ("! XX before 5 July: write", "called “XX”"),
        ("! DCS by 14 Jan:", "a lead, a date and a text"),
        ("=", "What was decided?"),
        ("?", "What was challenged?"),
        (">", "what it updates"),
        ("> 5/99 done: x", "no action 5/99"),
        ("> 9.9 A: x", "no action or plan line 9.9"),
        ("> 5/03 close:", "the evidence"),
        ("> 5/03 close", "Write a colon"),
        ("> 5/03 done 24 June", "Write a colon"),
        ("> 5/03 dnoe: sent", "“dnoe:” is not known"),
        ("> 5/03 by 14 Mar:", "needs its reason"),
        ("> 3.2 A: late", "path to green"),
        ("> 3.2 B: embedded", "needs evidence"),
        ("> 5/4.2 answered: x", "No challenge is minuted"),
        ("amend 5/4.2: 1,151 => 2", "does not say"),
        ("amend 9/1.1: a => b", "no paragraph 9/1.1"),
        ("amend 5/4.2: nothing", "what it should say"),
        ("confirmed: yes", "as presented"),
        ("restricted:", "why it is restricted"),
        ("(restricted: ) text", "why it is restricted"),
        ("(restricted: staffing)", "Nothing follows"),
    ],
)
def test_what_is_not_understood_is_kept_and_says_why(typed: str, says: str) -> None:
    assert says in problem(typed)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("> 3.2 answered: figures sent", ln.AnswersChallenge("6/3.2", "figures sent")),
        ("> 3.2 Answered : figures sent", ln.AnswersChallenge("6/3.2", "figures sent")),
        ("> 3.2 the lead answered: in part", ln.RemarksOnLine("3.2", "the lead answered: in part")),
        ("> 3.2 g: back on track", ln.Rates("3.2", "G", "back on track")),
    ],
)
def test_what_is_answered_at_a_number_of_this_meeting_is_its_challenge(typed: str, line: ln.Line) -> None:
    parsed = parse(typed, Asked(challenged=True))
    assert parsed is not None
    assert parsed.line == line


def test_an_answer_without_its_colon_is_not_taken_for_a_remark() -> None:
    parsed = parse("> 3.2 answered figures sent", Asked(challenged=True))
    assert parsed is not None
    assert isinstance(parsed.line, ln.Untidy)
    assert "answered:" in parsed.line.problem


def test_where_nothing_is_challenged_it_is_a_remark_on_the_plan_line() -> None:
    assert means("> 3.2 answered: by letter") == ln.RemarksOnLine("3.2", "answered: by letter")


def test_an_untidy_line_keeps_its_words_and_its_type() -> None:
    assert means("! XX by 14 Jan: write") == ln.Untidy(
        EntryKind.ACTION, "! XX by 14 Jan: write", "Nobody here is called “XX”."
    )


def test_a_single_line_can_be_restricted_whatever_it_is() -> None:
    parsed = parse("(restricted: para 1) ! DCS by 14 Jan: speak to the officer", Asked())
    assert parsed is not None
    assert isinstance(parsed.line, ln.Raises)
    assert parsed.restricted is not None
    assert "Schedule 12A, paragraph 1" in parsed.restricted


def test_a_blank_line_is_nothing() -> None:
    assert parse("  \t ", Asked()) is None


NAMES = st.lists(st.sampled_from(["DCS", "POL", "LSCB", "CCG"]), min_size=1, max_size=3, unique=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn")), min_size=1).filter(
    lambda text: text.strip() == text and not any(mark in text for mark in "\u2028\u2029\u0085")
)


@given(NAMES, st.integers(1, 365 * 40), TEXTS)
def test_every_action_line_written_out_is_read_back(leads: list[str], days: int, text: str) -> None:
    due = date(2013, 6, 27) + timedelta(days=days)
    line = means(f"! {', '.join(leads)} by {show(due)}: {text}")
    assert line == ln.Raises(tuple(leads), (), due, text)


@given(NAMES, NAMES, TEXTS)
def test_supporters_never_become_leads(leads: list[str], supporters: list[str], text: str) -> None:
    line = means(f"! {' and '.join(leads)} with {', '.join(supporters)} by next meeting: {text}")
    assert line == ln.Raises(tuple(leads), tuple(supporters), ln.NEXT_MEETING, text)


@given(st.text())
def test_no_text_is_ever_refused(typed: str) -> None:
    parsed = parse(typed, Asked())
    assert parsed is None or parsed.typed == typed


@given(
    st.sampled_from(["# ", "! ", "> ", "amend ", "present: ", "interest: ", "(restricted: ", "> 5/03 ", "> 3.2 A: "]),
    st.text(),
)
def test_no_half_written_line_is_ever_refused(start: str, rest: str) -> None:
    parsed = parse(start + rest, Asked())
    assert parsed is not None

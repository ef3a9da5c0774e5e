"""The plan report as a Word file: ratings and direction, what changed, and the path to green (rules 5 and 6)."""

from __future__ import annotations

from itertools import groupby

from boardtui.documents import line_notes, rating_cells, versions, word
from boardtui.documents.drafting.numbers import counted
from boardtui.documents.drafting.phrases import paragraph
from boardtui.documents.drafting.phrases import sentence as opened
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained
from boardtui.documents.sentences import capital, sentence, times
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.plan_papers import PlanPaper
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import listed, plural

_FEW = 6
"""How many lines without a rating the opening names; each says why in its row."""


def render(paper: PlanPaper, version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return a version of the plan report as a Word file."""
    return word.render("plan", versions.marked(context(versions.shown(paper, version)), paper, version))


def file_name(paper: PlanPaper) -> str:
    """Return the name of the file: `plan-2013-05-20.docx`."""
    return f"plan-{paper.on.isoformat()}.docx"


def context(paper: PlanPaper) -> Context:
    """Return what the template is filled in with."""
    heading = "Improvement Plan: progress report"
    made = frame(paper.board, heading, "Plan report", paper.on, f"As at {show(paper.on)}", draft=False)
    made |= {
        "purpose": purpose(paper),
        "summary": summary(paper),
        "movement": movement(paper),
        "late": late(paper),
        "against": against(paper),
        "rated_at": rated_at(paper),
        "dots": legend(paper),
        "measures": measures(paper),
        "spread": spread(paper),
        "since": f"What changed at or since meeting {paper.last.number}" if paper.last else "What changed",
        "changes": changes(paper),
        "off_track": off_track(paper),
        "themes": themes(paper),
        "key": rating_cells.key(paper.scheme) if paper.lines else [],
        "initials": explained(paper.people, [line.lead for line in paper.lines if line.lead]),
    }
    made["said"] = [
        *head_said(made),
        [made["summary"]],
        [made["movement"]],
        *([made[name]] for name in ("purpose", "late", "against") if made[name]),
        *([one["ref"], one["title"], one["what"]] for one in made["changes"]),
        *([one["ref"], one["rating"], one["title"], one["reason"], one["path"]] for one in made["off_track"]),
        *([one["ref"], one["title"], one["rating"], one["due"]] for theme in made["themes"] for one in theme["lines"]),
    ]
    return made


def summary(paper: PlanPaper) -> str:
    """Count the plan's lines by their ratings."""
    if not paper.lines:
        return "The plan has no lines yet."
    counts = rating_cells.counted(paper.scheme, (line.rating for line in paper.lines))
    agreed = f", as agreed up to meeting {paper.last.number} on {show(paper.last.date)}" if paper.last else ""
    unrated = [f"{line.ref} ({_not_rated(paper, line)})" for line in paper.lines if line.rating is None]
    why = f" Not rated: {'; '.join(unrated)}." if unrated and len(unrated) <= _FEW else ""
    return opened(f"{counted(len(paper.lines), 'line')}{agreed}: {counts}.{why}")


def movement(paper: PlanPaper) -> str:
    """Say how many lines went up and down at the last meeting, and how many dates were moved."""
    ways = [line.direction for line in paper.lines]
    if paper.last is None or not any(line.previous for line in paper.lines):
        return "There is no earlier meeting to compare with."
    better, worse = (ways.count(way) or "none" for way in ("better", "worse"))
    dates = f"{plural(len(paper.moved), 'due date')} moved" if paper.moved else "no due date moved"
    return f"Against the meeting before: {better} better, {worse} worse; {dates}."


def purpose(paper: PlanPaper) -> str:
    """Say whose report it is, for which meeting, and what its ratings are."""
    following = f"meeting {paper.next.number} on {show(paper.next.date)}" if paper.next else ""
    whose = f"Report of the {paper.board.name.removeprefix('The ').removeprefix('the ')}"
    return (
        f"{whose}{f', for its {following}' if following else ''}. The ratings, reasons and paths to green are those "
        "that the Board agreed, on the days given."
    )


def late(paper: PlanPaper) -> str:
    """Name the lines that are past the due date and off track, then those rated well that are not complete."""
    past = [line for line in paper.lines if _is_past(paper, line)]
    well = [line for line in past if line_notes.is_short(paper.scheme, line)]
    found = [line_notes.past(paper.scheme, line) for line in past if line not in well]
    said = (
        [f"{counted(len(found), 'line is', 'lines are')} past the due date and not complete: {listed(found)}"]
        if found
        else []
    )
    return paragraph(*said, *_well_but_past(paper, well))


def _well_but_past(paper: PlanPaper, lines: list[views.PlanLine]) -> list[str]:
    """Say what is still missing where a line is past its date with a good rating: the evidence of being complete."""
    if not lines:
        return []
    word, meaning = line_notes.complete(paper.scheme)
    named = listed([line_notes.past(paper.scheme, line) for line in lines])
    what = f"it is {meaning[:1].lower()}{meaning[1:]}" if meaning else "it is complete"
    are = "is" if len(lines) == 1 else "are"
    many = counted(len(lines), "more line")
    return [f"{many} {are} past the date and not yet {word}, for want of evidence that {what}: {named}"]


def against(paper: PlanPaper) -> str:
    """Name the lines whose good rating the record speaks against, by the same rule as the Chair's report (rule 7)."""
    found = [(line.ref, line_notes.against(paper.scheme, line, paper.flags)) for line in paper.lines]
    said = [f"{ref} is {what}" for ref, what in found if what]
    return f"Rating and record differ on {counted(len(said), 'line')}: {'; '.join(said)}." if said else ""


def rated_at(paper: PlanPaper) -> str:
    """Head the column of past ratings with the meetings that agreed them."""
    meetings = [number for number, _ in paper.lines[0].history] if paper.lines else []
    if not meetings:
        return "Earlier ratings"
    return f"Meeting {meetings[0]}" if len(meetings) == 1 else f"Meetings {meetings[0]}–{meetings[-1]}"


def legend(paper: PlanPaper) -> str:
    """Explain the column of past ratings."""
    column = f"Under “{rated_at(paper)}” stand each line's ratings, the oldest first"
    return f"{column}; a dot (·) means not yet rated." if paper.lines else ""


def measures(paper: PlanPaper) -> str:
    """Explain the references of the indicators that serve a line."""
    lines = {line.ref for line in paper.lines}
    serving = [f"{one.ref} {one.title}" for one in paper.indicators if lines.intersection(one.lines)]
    return f"Indicators: {'; '.join(serving)}." if serving else ""


def spread(paper: PlanPaper) -> list[Context]:
    """Return how many lines of each theme have each rating, and all of them together."""
    by_theme = {theme: list(found) for theme, found in groupby(paper.lines, key=lambda line: line.theme)}
    counted = [{"theme": theme, "counts": _counts(paper, found)} for theme, found in by_theme.items()]
    return [*counted, {"theme": "All themes", "counts": _counts(paper, list(paper.lines))}] if counted else []


def changes(paper: PlanPaper) -> list[Context]:
    """Return what the last meeting changed: ratings that moved, and due dates."""
    found = {line.ref: line for line in paper.lines}
    rated = [_rating_change(paper, found[one.line], one) for one in paper.changed if one.line in found]
    moved = [
        {
            "ref": ref,
            "title": found[ref].title,
            "what": f"Due date moved from {_day(one)} to {show(one.after)}",
            "why": sentence(capital(one.reason)),
            "colour": "",
        }
        for ref, one in paper.moved
        if ref in found
    ]
    return [*(one for one in rated if one), *moved]


def off_track(paper: PlanPaper) -> list[Context]:
    """Return the lines that need a path to green, the worst first, each with its reason and path."""
    needing = [line for line in paper.lines if rating_cells.needs_path(paper.scheme, line.rating)]
    return [
        {
            **rating_cells.cell(paper.scheme, line.rating),
            "ref": line.ref,
            "title": line.title,
            "lead": line.lead or "No lead",
            "direction": rating_cells.DIRECTIONS.get(line.direction or "", "–"),
            "due": _due(paper, line),
            "reason": line_notes.reason(paper.scheme, line) or "–",
            "path": _path(paper, line),
            "late": f"Overdue actions: {', '.join(line.overdue_actions)}" if line.overdue_actions else "",
        }
        for line in sorted(needing, key=lambda line: rating_cells.rank(paper.scheme, line.rating))
    ]


def _path(paper: PlanPaper, line: views.PlanLine) -> str:
    """Give the path to green, and what the record holds since."""
    agreed = not line_notes.reason(paper.scheme, line)
    way = capital(line_notes.path(line, paper.on, agreed=agreed))
    return " ".join(filter(None, (way, line_notes.since(paper.scheme, line))))


def themes(paper: PlanPaper) -> list[Context]:
    """Return every line under its theme, with its last ratings as letters."""
    return [
        {"heading": theme, "lines": [_row(paper, line) for line in found]}
        for theme, found in groupby(paper.lines, key=lambda line: line.theme)
    ]


def _row(paper: PlanPaper, line: views.PlanLine) -> Context:
    return {
        **rating_cells.cell(paper.scheme, line.rating),
        "ref": line.ref,
        "title": line.title,
        "outcome": line.outcome,
        "lead": line.lead or "No lead",
        "note": line_notes.against(paper.scheme, line, paper.flags),
        "due": _due(paper, line),
        "direction": _direction(paper, line),
        "history": " ".join(letter or "·" for _, letter in line.history) or "–",
        "actions": ", ".join(line.open_actions) or "None open",
        "indicators": _indicators(paper, line),
    }


def _indicators(paper: PlanPaper, line: views.PlanLine) -> str:
    serving = [one for one in paper.indicators if line.ref in one.lines]
    return "; ".join(f"{one.ref} {one.state}" for one in serving)


def _rating_change(paper: PlanPaper, line: views.PlanLine, given: views.Rating) -> Context | None:
    """Return a rating that the last meeting changed; a rating confirmed as it was is no change."""
    if line.previous == given.level:
        return None
    before = rating_cells.cell(paper.scheme, line.previous)["rating"]
    given_now = rating_cells.cell(paper.scheme, given.level)
    now = given_now["rating"]
    return {
        **given_now,
        "ref": line.ref,
        "title": line.title,
        "what": f"{before} to {now}" if line.previous else f"First rating: {now}",
        "why": " ".join(filter(None, (_why(given), line_notes.since(paper.scheme, line)))) or "–",
    }


def _why(given: views.Rating) -> str:
    """Give the reason for a rating; where it is printed under a restriction, that too."""
    kept_out = f"Restricted: {given.restricted}" if given.restricted and not given.withheld else ""
    return " ".join(sentence(capital(said)) for said in (given.reason, kept_out) if said)


def _direction(paper: PlanPaper, line: views.PlanLine) -> str:
    """Say which way a line went; of one without a rating, why it has none."""
    if line.rating is None:
        return capital(_not_rated(paper, line))
    return rating_cells.DIRECTIONS.get(line.direction or "", "–")


def _not_rated(paper: PlanPaper, line: views.PlanLine) -> str:
    return line_notes.not_rated(paper.scheme, line, paper.last, paper.on)


def _counts(paper: PlanPaper, lines: list[views.PlanLine]) -> str:
    return rating_cells.counted(paper.scheme, (line.rating for line in lines))


def _due(paper: PlanPaper, line: views.PlanLine) -> str:
    if line.due is None:
        return "No date"
    notes = [f"moved {times(line.moves)}"] if line.moves else []
    if _is_past(paper, line):
        short = line_notes.is_short(paper.scheme, line)
        notes.append(f"past, not yet {line_notes.complete(paper.scheme)[0]}" if short else "past, not complete")
    return f"{show(line.due)} ({'; '.join(notes)})" if notes else show(line.due)


def _day(move: views.LineMove) -> str:
    return show(move.before) if move.before else "no date"


def _is_past(paper: PlanPaper, line: views.PlanLine) -> bool:
    return line_notes.is_past(paper.scheme, line, paper.on)

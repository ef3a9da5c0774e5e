"""Commentary target by target: how the dataset stands as a whole, then each indicator by itself (N 7.3, 8.1)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from boardtui.documents.drafting.indicators import in_full
from boardtui.documents.drafting.numbers import day_in_full, number
from boardtui.documents.drafting.offices import named
from boardtui.documents.drafting.phrases import is_clause, is_instruction, paragraphs
from boardtui.documents.reporting.causes import alike, causes
from boardtui.documents.reporting.figures import figure, marked, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import can_be_projected, latest_ref, projected_to_miss, tally
from boardtui.documents.reporting.results import by_name, decided, result
from boardtui.documents.reporting.verdict import verdict
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import deciding_target, reaches
from boardtui.domain.states import ActionState
from boardtui.domain.text import listed

_WORDS, _ALIKE = 26, 2
_PACE = (IndicatorState.MET, IndicatorState.ON_TRAJECTORY)


def targets(material: ReportMaterial) -> str:
    """Say how the dataset stands at the dates the Notice sets, and what will be missed on present trends."""
    if not material.paper.indicators:
        return paragraph("The dataset that the Notice asks for is not recorded yet")
    if decided(material):
        return paragraphs(
            paragraph(*by_name(material)),
            paragraph(*_by_the_end(material)),
        )
    counted_from = f"Runway is counted from {day_in_full(material.day)}, the date of this report"
    return paragraphs(
        paragraph(*tally(material)),
        paragraph(*_by_the_end(material), counted_from if material.paper.letter.dated else ""),
    )


def target(material: ReportMaterial, indicator: Indicator, place: int) -> str:
    """Comment on one indicator: what it says, who stands behind it, how it compares, what is being done about it."""
    stands = [*_restated(indicator), *_compared(material, indicator, place)]
    said = marked(verdict(material, indicator, place), known(material, indicator))
    behind = causes(material, indicator) if _is_short(material, indicator) else []
    return f"{said} {paragraph(*stands, *behind, *_done(material, indicator))}".rstrip()


def _is_short(material: ReportMaterial, indicator: Indicator) -> bool:
    """Say whether an indicator misses its target, or cannot tell; without a target to decide, its trajectory."""
    told = result(material, indicator)
    return told in ("missed", "unknown") or (told is None and indicator.state not in _PACE)


def tabled(material: ReportMaterial, indicator: Indicator) -> tuple[Quoted, ...]:
    """Return the figures that the tables give of an indicator."""
    ref, day = indicator.ref, material.day.isoformat()
    found = deciding_target(indicator.measure, material.day)
    wanted = [
        ("latest", latest_ref(indicator)),
        ("expected", f"{latest_ref(indicator)} expected"),
        ("baseline", f"{ref} baseline"),
        ("6-month target", f"{ref} target 6"),
        ("12-month target", f"{ref} target 12"),
        ("state", f"{ref} state"),
        ("trend", f"{ref} trend"),
        *(() if found else (("projection to 6 months", f"{ref} projection 6"),)),
        ("projection to 12 months", f"{ref} projection 12"),
        *(() if found else (("runway", f"{ref} runway on {day}"), ("needed a month", f"{ref} needed on {day}"))),
        ("statistical neighbours", f"{ref} neighbours"),
        ("national", f"{ref} national"),
        *((f"{value.period:%b %Y}", f"{ref} {value.period:%Y-%m}") for value in indicator.values),
        *(
            (f"{value.period:%b %Y} first", f"{ref} {value.period:%Y-%m} first")
            for value in indicator.values
            if value.restated
        ),
    ]
    return tuple(quoted for what, of in wanted for quoted in material.tabled(f"{ref}, {what}", of))


def known(material: ReportMaterial, indicator: Indicator) -> list[tuple[str, str]]:
    """Return how the figures of an indicator are written, each with its reference, the likeliest first."""
    ref, unit = indicator.ref, indicator.measure.unit
    refs = [latest_ref(indicator), f"{ref} target 6", f"{ref} target 12"] if indicator.latest else []
    refs += [f"{latest_ref(indicator)} expected"] if indicator.latest else []
    refs += [f"{ref} projection 6", f"{ref} projection 12", f"{ref} baseline", f"{ref} neighbours", f"{ref} national"]
    refs += [f"{ref} {value.period:%Y-%m} first" for value in indicator.values if value.restated]
    refs += [f"{ref} {value.period:%Y-%m}" for value in reversed(indicator.values)]
    values = [(material.value(one), one) for one in refs]
    found = [(in_full(with_unit(Decimal(value), unit)), one) for value, one in values if value]
    return list(dict(reversed(found)).items())[::-1]


def _by_the_end(material: ReportMaterial) -> list[str]:
    """Name the indicators that on present trends miss their twelve-month target."""
    missing = projected_to_miss(material)
    projected = [one for one in material.paper.indicators if can_be_projected(one)]
    if not projected or last_day(material) <= material.day:
        return []
    if not missing:
        return ["If recent values are a guide, every twelve-month target that can be projected will be reached"]
    refs = [figure(one.ref, f"{one.ref} projection 12") for one in missing]
    many = number(len(missing))
    return [
        f"If recent values are a guide, {many} of the {number(len(projected))} that can be projected will miss "
        f"the twelve-month target: {listed(refs)}",
        "A projection is a straight line through the last six figures, or through as many as there are from three; it "
        "says where we are heading, not where we shall end, and is left out where the last moves go another way",
    ]


def last_day(material: ReportMaterial) -> date:
    """Return the last date of the twelve-month targets."""
    return max((one.measure.on_12 for one in material.paper.indicators if one.measure.on_12), default=date.max)


def _restated(indicator: Indicator) -> list[str]:
    latest = indicator.latest
    if latest is None or latest.first is None or not latest.because:
        return []
    at = f" at meeting {latest.first_seen_at}" if latest.first_seen_at else ""
    because = latest.because.rstrip(". ")
    first = in_full(with_unit(latest.first, indicator.measure.unit))
    return [f"It was first reported{at} as {first} and restated: {because}"]


def _compared(material: ReportMaterial, indicator: Indicator, place: int) -> list[str]:
    """Set the latest value beside statistical neighbours and the country, where those are known."""
    unit, latest, ref = indicator.measure.unit, indicator.latest, indicator.ref
    known = [
        (value, f"{name} ({material.measured(f'{ref} {what}', unit)})")
        for value, name, what in (
            (indicator.neighbours, "statistical neighbours", "neighbours"),
            (indicator.national, "England", "national"),
        )
        if value is not None
    ]
    if not known or latest is None:
        return []
    polarity = indicator.measure.polarity
    better = [said for value, said in known if reaches(polarity, latest.value, value)]
    worse = [said for value, said in known if not reaches(polarity, latest.value, value)]
    now = material.measured(latest_ref(indicator), unit)
    as_good = (f"At {now} it is as good as or better than", f"The figure of {now} compares well with")[place % 2]
    not_so = (f"At {now} it is not as good as", f"The figure of {now} is behind")[place % 2]
    if better and worse:
        return [f"{as_good} {listed(better)}, but not as good as {listed(worse)}"]
    return [f"{as_good} {listed(better)}" if better else f"{not_so} {listed(worse)}"]


def _done(material: ReportMaterial, indicator: Indicator) -> list[str]:
    """Name the first open action on a line that it shows, where the indicator does not keep pace."""
    if not _is_short(material, indicator):
        return []
    action = _serving(material, indicator)
    if action is None:
        return []  # an action may bear on it without being linked to its lines
    if before := _told_under(material, indicator, action):
        return [f"Action {action.ref}, told under {before}, bears on this too"]
    text = material.told(action.text, _WORDS)
    due = f", due by {figure(day_in_full(action.due), f'{action.ref} due')}" if action.due else ""
    if action.state == ActionState.DONE:
        due += " and reported done" if due else ""
    elif action.days_late:
        due += " and still open"
    who = named(action.leads, material.paper.people, first="me" if not material.paper.by_leader else "the Chair")
    asks = f"asks {who} to {text}" if who and is_instruction(text) else f"bears on it: {text}"
    return [f"Action {action.ref}{due}{',' if due else ''} {asks}", *_last_heard(material, action)]


def _last_heard(material: ReportMaterial, action: views.Action) -> list[str]:
    """Give the last that was said of an action whose date has passed: it may have been done in part."""
    if not action.days_late or not action.last_update or action.update_restricted:
        return []
    text = material.told(action.last_update, _WORDS)
    return [f"The Board was last told that {text}" if is_clause(text) else f"The last that the Board heard: {text}"]


def _serving(material: ReportMaterial, indicator: Indicator) -> views.Action | None:
    """Return the open action that bears on an indicator: on its line, and in its own words.

    Of several that fit, it is one that the indicator's own lead leads or supports, then the closest in words.
    """
    serving = [
        one
        for one in material.paper.open
        if one.restricted is None
        and set(one.lines).intersection(indicator.lines)
        and alike(one.text, indicator.title) >= _ALIKE
    ]
    return min(
        serving,
        key=lambda one: (
            indicator.lead not in (*one.leads, *one.supporters),
            -alike(one.text, indicator.title),
            -one.days_late,
        ),
        default=None,
    )


def _told_under(material: ReportMaterial, indicator: Indicator, action: views.Action) -> str:
    """Return the indicator before this one under which the same action is told; nothing where there is none."""
    for one in material.paper.indicators:
        if one.ref == indicator.ref:
            return ""
        if _is_short(material, one) and _serving(material, one) == action:
            return one.ref
    return ""

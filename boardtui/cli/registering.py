"""Entering what the registers hold: dataset, assurance, evidence, support, agreements, letters received, duties."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from boardtui.cli.adding import app as app
from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, day
from boardtui.domain.assured import AssuranceKind
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.measures import Basis, Frequency, Polarity
from boardtui.domain.obligations import Binds
from boardtui.domain.states import ReportKind
from boardtui.domain.text import one_line

Day = Annotated[date | None, typer.Option(parser=day, metavar="DATE")]
DayNeeded = Annotated[date, typer.Option(parser=day, metavar="DATE")]
Text = Annotated[str, typer.Option(metavar="TEXT")]
Refs = Annotated[list[str] | None, typer.Option(metavar="REF", help="Again for another.")]


@app.command()
def indicator(
    file: Board,
    ref: Annotated[str, typer.Option(metavar="I1")],
    title: Text,
    unit: Text = "%",
    good: Annotated[Polarity, typer.Option(help="Which way is good.")] = Polarity.HIGH,
    frequency: Annotated[Frequency, typer.Option()] = Frequency.MONTHLY,
    basis: Annotated[Basis, typer.Option()] = Basis.IN_MONTH,
    lag: Annotated[int, typer.Option(metavar="DAYS", help="How long after a period its value comes.")] = 20,
    baseline: Text = "",
    baseline_on: Day = None,
    target_6: Annotated[str, typer.Option("--target-6", metavar="FIGURE")] = "",
    target_12: Annotated[str, typer.Option("--target-12", metavar="FIGURE")] = "",
    tolerance: Text = "0",
    numerator: Annotated[str, typer.Option(metavar="TEXT", help="What is counted.")] = "",
    denominator: Annotated[str, typer.Option(metavar="TEXT", help="Of what.")] = "",
    lead: Annotated[str | None, typer.Option(metavar="XX")] = None,
    line: Refs = None,
    requirement: Refs = None,
    by: By = None,
    role: As = None,
) -> None:
    """Add an indicator to the dataset, with its baseline and both targets."""
    from boardtui.services import indicators

    made = change(
        file,
        by,
        role,
        lambda work: indicators.add_indicator(
            work,
            ref=ref,
            title=title,
            unit=unit,
            polarity=good,
            frequency=frequency,
            basis=basis,
            lag_days=lag,
            baseline=baseline,
            baseline_on=baseline_on,
            target_6=target_6,
            target_12=target_12,
            tolerance=tolerance,
            numerator=numerator,
            denominator=denominator,
            lead=lead,
            lines=line or (),
            requirements=requirement or (),
        ),
    )
    print(made)


@app.command()
def value(
    file: Board,
    indicator: Annotated[str, typer.Argument(metavar="I1")],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help="Apr 2013 or 2013-04.")],
    figure: Annotated[str | None, typer.Argument(metavar="[FIGURE]", help="Left out, it is worked out.")] = None,
    numerator: Annotated[str | None, typer.Option(metavar="FIGURE")] = None,
    denominator: Annotated[str | None, typer.Option(metavar="FIGURE")] = None,
    meeting: Annotated[int | None, typer.Option(metavar="N", help="The meeting that saw it.")] = None,
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why a reported value is restated.")] = "",
    by: By = None,
    role: As = None,
) -> None:
    """Enter an indicator's value for a period; a second one restates it and says why."""
    from boardtui.domain.period_typed import read_period
    from boardtui.services import indicators
    from boardtui.store.unit import Work

    def enter(work: Work) -> date:
        of = indicators.of(work, indicator)
        try:
            end = read_period(Frequency(of.frequency), period, work.today)
        except ValueError as problem:
            raise typer.BadParameter(str(problem), param_hint="PERIOD") from problem
        return indicators.add_value(
            work, of.ref, end, figure, numerator=numerator, denominator=denominator, meeting=meeting, because=because
        )

    end = change(file, by, role, enter)
    print(one_line(f"{indicator.upper()} {end.isoformat()}"))


@app.command()
def evidence(
    file: Board,
    line: Annotated[str, typer.Option(metavar="1.1")],
    title: Text,
    kept: Annotated[str, typer.Option(metavar="TEXT", help="Where it is kept.")],
    dated: Day = None,
    verified_by: Text = "",
    verified_on: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Enter a piece of evidence for a plan line: where it is kept, of what date, who verified it."""
    from boardtui.services import evidence as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_evidence(
            work, line=line, title=title, kept=kept, dated=dated, verified_by=verified_by, verified_on=verified_on
        ),
    )
    print(f"E{made}")


@app.command()
def variation(
    file: Board,
    days: Annotated[int, typer.Option(metavar="DAYS", help="The interval between meetings that was agreed.")],
    applies_from: DayNeeded,
    agreed_on: DayNeeded,
    agreed_by: Annotated[str, typer.Option(metavar="TEXT", help="Who agreed it.")] = "Department for Education",
    by: By = None,
    role: As = None,
) -> None:
    """Record another interval between meetings that the department agreed beforehand (Notice 7.2)."""
    from boardtui.services import board

    change(file, by, role, lambda work: board.vary_interval(work, days, applies_from, agreed_on, agreed_by))
    print(f"{days} days from {applies_from.isoformat()}")


@app.command()
def source(
    file: Board,
    code: Annotated[str, typer.Option(metavar="N", help="What its paragraphs begin with.")],
    kind: Annotated[str, typer.Option(metavar="KIND", help="notice, inspection, commissioner, audit, plan …")],
    title: Text,
    publisher: Text = "",
    published: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Add a published document that holds requirements."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_source(
            work, code=code, kind=kind, title=title, publisher=publisher, published=published
        ),
    )
    print(one_line(code))


@app.command()
def requirement(
    file: Board,
    ref: Annotated[str, typer.Option(metavar='"N 5.7"')],
    source: Annotated[str, typer.Option(metavar="N", help="The document's code.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    heading: Text = "",
    binds: Annotated[Binds, typer.Option()] = Binds.COUNCIL,
    due: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Add one thing a document requires, by its paragraph."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_requirement(
            work, ref=ref, source=source, text=text, heading=heading, binds=binds, due=due
        ),
    )
    print(one_line(ref))


@app.command()
def obligation(
    file: Board,
    ref: Annotated[str, typer.Option(metavar='"N 8.1 report"')],
    title: Text,
    due: Day = None,
    binds: Annotated[Binds, typer.Option()] = Binds.COUNCIL,
    requirement: Annotated[str, typer.Option(metavar='"N 8.1"')] = "",
    months: Annotated[int | None, typer.Option(metavar="N", help="Months after the commencement.")] = None,
    repeats: Annotated[int | None, typer.Option(metavar="N", help="Again every so many months.")] = None,
    note: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Add a dated duty, once or again and again."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_obligation(
            work,
            ref=ref,
            title=title,
            due=due,
            binds=binds,
            requirement=requirement,
            months=months,
            repeats_months=repeats,
            note=note,
        ),
    )
    print(one_line(ref))


@app.command()
def assurance(
    file: Board,
    kind: Annotated[AssuranceKind, typer.Option()],
    title: Text,
    body: Annotated[str, typer.Option(metavar="TEXT", help="Who carries it out.")] = "",
    planned_for: Day = None,
    commissioned_on: Day = None,
    done_on: Day = None,
    cases: Annotated[int | None, typer.Option(metavar="N")] = None,
    summary: Text = "",
    validates: Annotated[bool, typer.Option("--validates", help="The external validation of Notice 8.1.")] = False,
    by: By = None,
    role: As = None,
) -> None:
    """Enter an audit, review, visit or inspection, planned or done."""
    from boardtui.services import assurance as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_assurance(
            work,
            kind=kind,
            title=title,
            body=body,
            planned_for=planned_for,
            commissioned_on=commissioned_on,
            done_on=done_on,
            cases=cases,
            summary=summary,
            validates=validates,
        ),
    )
    print(f"A{made}")


@app.command()
def finding(
    file: Board,
    assurance: Annotated[int, typer.Option(metavar="N", help="The number of the audit or review.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    paragraph: Annotated[str, typer.Option(metavar="TEXT", help="Its paragraph in the report.")] = "",
    becomes: Annotated[str, typer.Option(metavar="REF", help="Make it a requirement of this reference too.")] = "",
    due: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Enter a finding of an audit or review; with --becomes it is a requirement as well."""
    from boardtui.services import assurance as service
    from boardtui.store.unit import Work

    def enter(work: Work) -> str:
        ref: str = service.add_finding(work, assurance, text, paragraph)
        if becomes:
            service.require(work, ref, ref=becomes, due=due)
        return ref

    print(change(file, by, role, enter))


@app.command()
def support(
    file: Board,
    provider: Text,
    package: Text,
    agreed_on: Day = None,
    starts: Day = None,
    ends: Day = None,
    outcome: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Enter a package of support from outside (Notice 7.1)."""
    from boardtui.services import support as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_support(
            work, provider=provider, package=package, agreed_on=agreed_on, starts=starts, ends=ends, outcome=outcome
        ),
    )
    print(f"SP{made}")


@app.command()
def agreement(
    file: Board,
    subject: Annotated[Subject, typer.Option()],
    body: Annotated[Body, typer.Option(help="Who agreed it.")],
    agreed_on: DayNeeded,
    decision: Annotated[str, typer.Option(metavar="D3/02", help="The decision that agreed it.")] = "",
    reference: Annotated[str, typer.Option(metavar="TEXT", help="Or where it is minuted.")] = "",
    by: By = None,
    role: As = None,
) -> None:
    """Record that a body agreed what the Notice asks to be agreed (Notice 5.1, 5.8, 6.1, 7.1, 7.3)."""
    from boardtui.services import agreements

    made = change(
        file,
        by,
        role,
        lambda work: agreements.add_agreement(
            work, subject=subject, body=body, agreed_on=agreed_on, decision=decision, reference=reference
        ),
    )
    print(f"AG{made}")


@app.command()
def correspondence(
    file: Board,
    received_on: DayNeeded,
    sender: Text,
    subject: Text,
    dated: Day = None,
    asks: Annotated[str, typer.Option(metavar="TEXT", help="What it asks; this becomes a duty.")] = "",
    due: Day = None,
    binds: Annotated[Binds, typer.Option(help="Of whom it is asked.")] = Binds.CHAIR,
    kept: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Enter a letter received, and what it asks by when."""
    from boardtui.services import correspondence as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_correspondence(
            work,
            received_on=received_on,
            sender=sender,
            subject=subject,
            dated=dated,
            asks=asks,
            due=due,
            binds=binds,
            kept=kept,
        ),
    )
    print(f"L{made}")


@app.command()
def report(
    file: Board,
    kind: Annotated[ReportKind, typer.Option()],
    dated: Day = None,
    subject: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Start one of the Chair's reports, or the Leader's, drafted from the records (Notice 8.1, 8.2)."""
    from boardtui.services import reports

    print(change(file, by, role, lambda work: reports.start_report(work, kind, dated=dated, subject=subject)))


@app.command()
def scrutiny(
    file: Board,
    committee: Text = "",
    officer: Annotated[str, typer.Option(metavar="TEXT", help="The relevant officer.")] = "",
    item: Annotated[str, typer.Option(metavar="N", help="The agenda item, by which appendices are numbered.")] = "",
    dated: Day = None,
    subject: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Start a report to the scrutiny committee, drafted under its own headings."""
    from boardtui.services import scrutiny as service

    print(
        change(
            file,
            by,
            role,
            lambda work: service.start_scrutiny(
                work, committee=committee, officer=officer, item=item, dated=dated, subject=subject
            ),
        )
    )

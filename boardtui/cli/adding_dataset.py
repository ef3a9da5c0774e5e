"""Entering the performance dataset: indicators, their values, and the evidence for plan lines."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Day, Refs, Text
from boardtui.domain.measures import Basis, Frequency, Polarity
from boardtui.domain.text import one_line


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

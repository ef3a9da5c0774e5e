"""How the template of the Chair's and the Leader's reports is laid out (N 8.1, 8.2)."""

from __future__ import annotations

from layout import Template
from rating_key import key


def report() -> Template:
    """Lay out the Chair's or the Leader's report: a summary page, contents, numbered parts with tables and charts."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.say("{{ board }}", "Title")
    made.say("{{ heading }}", "Subtitle")
    made.when("state", "{{ state }}", "State")
    made.when("sample", "{{ sample }}", "Sample")
    made.table(
        "To whom, from whom, and what the report covers",
        [2.4, 6.4, 2.2, 6.0],
        [],
        [
            [
                [("**To**", "Table Compact")],
                [("{{ addressee }}", "Table Compact")],
                [("**Date**", "Table Compact")],
                [("{{ dated }}", "Table Compact")],
            ],
            [
                [("**From**", "Table Compact")],
                [("{{ sender }}", "Table Compact")],
                [("**Covers**", "Table Compact")],
                [("{{ covers }}", "Table Compact")],
            ],
            [
                [("**Subject**", "Table Compact")],
                [("{{ subject }}", "Table Compact")],
                [("**Reference**", "Table Compact")],
                [("{{ reference }}", "Table Compact")],
            ],
        ],
    )
    made.tag("for block in summary")
    made.say("{{ block.heading }}", "Summary Heading")
    _report_text(made, "Letter Text")
    made.tag("endfor")
    made.say("Contents", "Contents Heading")
    made.tag("for line in contents")
    made.say("{{ line }}", "Contents Line")
    made.tag("endfor")
    made.tag("for block in blocks")
    made.tag("if block.number")
    made.say("{{ block.number }}\t{{ block.heading }}", "Part Heading")
    made.tag("else")
    made.say("{{ block.heading }}", "Part Subheading")
    made.tag("endif")
    made.tag("if block.facts")
    _report_facts(made)
    made.tag("endif")
    _report_text(made, "Report Text")
    made.when("block.counted", "{{ block.counted }}", "Definition")
    _report_tables(made)
    made.tag("if not block.facts")
    _report_charts(made)
    made.tag("endif")
    made.tag("endfor")
    made.say("{{ signature }}", "Report Signature")
    made.when("signed", "{{ signed }}", "Small Print")
    made.when("copies", "**Copies to:** {{ copies }}", "Letter Copies")
    key(made)
    made.when("initials", "{{ initials }}", "Small Print")
    return made


def _report_charts(made: Template) -> None:
    """Add the charts of a block, each with its caption where it needs one."""
    made.tag("for chart in block.charts")
    made.when("chart.caption", "{{ chart.caption }}", "Table Title")
    made.say("{{ chart.name|picture }}", "Chart")
    made.tag("endfor")


def _report_text(made: Template, style: str) -> None:
    """Add the paragraphs of a block, and in a draft what has changed since they were drafted."""
    paragraphs(made, style, "{{ part.number }}\t" if style == "Report Text" else "")
    made.when("block.changed", "**Changed since this was drafted:** {{ block.changed }}", "Report Changed")


def paragraphs(made: Template, style: str, number: str = "") -> None:
    """Add the paragraphs of a letter's or report's block: items of a list, an empty place to fill, or text."""
    made.tag("for part in block.parts")
    made.tag("if part.bullet")
    made.say('{{ block.id|mark("b") }}{{ part.text }}', "List Bullet")
    made.tag("elif part.placeholder")
    made.say('{{ block.id|mark("b") }}{{ part.text }}', "Letter Placeholder")
    made.tag("else")
    made.say(f'{{{{ block.id|mark("b") }}}}{number}{{{{ part.text }}}}', style)
    made.tag("endif")
    made.tag("endfor")


def _report_facts(made: Template) -> None:
    """Add the chart of one indicator and, beside it, what is known of it: a label and a value to a line."""
    made.table(
        "The chart of this indicator, and what is known of it",
        [9.6, 7.4],
        [],
        [
            [
                [
                    ("{%p for chart in block.charts %}", "Tag"),
                    ("{{ chart.name|picture }}", "Chart"),
                    ("{%p endfor %}", "Tag"),
                ],
                [
                    ("{%p for fact in block.facts %}", "Tag"),
                    ("{{ fact.label }}\t**{{ fact.value }}**", "Fact"),
                    ("{%p endfor %}", "Tag"),
                ],
            ],
        ],
    )


def _report_tables(made: Template) -> None:
    """Add the tables that stand with a block of a report, each where the block has it."""
    compact = "Table Dense"
    made.tag("if block.lines")
    made.table(
        "Lines of the plan with their rating",
        [1.2, 8.3, 1.8, 2.3, 1.2, 2.2],
        ["Line", "What it is to achieve", "Rating", "Movement", "Lead", "Due"],
        [
            "for line in block.lines",
            [
                [("{{ line.ref }}", compact)],
                [("{{ line.title }}", compact)],
                [("{{ line.colour|shade }}**{{ line.rating }}**", compact)],
                [("{{ line.direction }}", compact)],
                [("{{ line.lead }}", compact)],
                [
                    ("{{ line.due }}", compact),
                    ("{%p if line.slipped %}", "Tag"),
                    ("{{ line.slipped }}", compact),
                    ("{%p endif %}", "Tag"),
                ],
            ],
            "endfor",
        ],
    )
    made.tag("endif")
    made.tag("if block.partners")
    made.table(
        "Partners: attendance and actions led",
        [9.4, 2.5, 1.7, 1.7, 1.7],
        ["Partner", "Came or sent a deputy", "Actions led", "Closed", "Late"],
        [
            "for partner in block.partners",
            [
                [("{{ partner.agency }}{% if partner.office %} ({{ partner.office }}){% endif %}", compact)],
                *([(f"{{{{ partner.{name} }}}}", compact)] for name in ("came", "led", "closed", "late")),
            ],
            "endfor",
        ],
    )
    made.tag("endif")
    made.tag("if block.duties")
    made.table(
        "Dated duties",
        [1.5, 6.9, 2.2, 2.2, 2.2, 2.0],
        ["Under", "Duty", "Of whom", "Due", "Met", "State"],
        [
            "for duty in block.duties",
            [
                *([(f"{{{{ duty.{name} }}}}", compact)] for name in ("ref", "title", "binds", "due", "met")),
                [
                    ("{%p if duty.late %}", "Tag"),
                    ("**{{ duty.state }}**", compact),
                    ("{%p else %}", "Tag"),
                    ("{{ duty.state }}", compact),
                    ("{%p endif %}", "Tag"),
                ],
            ],
            "endfor",
        ],
    )
    made.tag("endif")
    made.tag("if block.dataset")
    made.table(
        "The dataset: baseline, latest figure, targets and projection",
        [0.9, 4.9, 2.0, 2.4, 1.8, 2.0, 2.1, 2.2],
        ["", "Indicator", "Baseline", "Latest", "6-month target", "12-month target", "Projected", "Standing"],
        [
            "for one in block.dataset",
            [
                [("{{ one.ref }}", compact)],
                [("{{ one.title }}", compact)],
                [("{{ one.baseline }}", compact)],
                [("**{{ one.latest }}**{% if one.period %}, {{ one.period }}{% endif %}", compact)],
                *([(f"{{{{ one.{name} }}}}", compact)] for name in ("six", "twelve", "projected", "state")),
            ],
            "endfor",
        ],
    )
    made.tag("endif")
    made.tag("if block.audits")
    made.table(
        "Audits, reviews and visits",
        [0.9, 7.1, 3.1, 1.6, 2.4, 2.6],
        ["", "What", "When", "Cases", "To this Board", "Safeguarding board"],
        [
            "for one in block.audits",
            [
                [("{{ one.ref }}", compact)],
                [("{{ one.title }}{% if one.kind %} ({{ one.kind }}){% endif %}", compact)],
                *([(f"{{{{ one.{name} }}}}", compact)] for name in ("when", "cases", "here", "there")),
            ],
            "endfor",
        ],
    )
    made.tag("endif")

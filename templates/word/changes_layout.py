"""How the page of what changed between two meetings is laid out."""

from __future__ import annotations

from layout import Row, Template
from rating_key import key

PARTS: tuple[tuple[str, str, str, tuple[tuple[str, float, str], ...]], ...] = (
    (
        "ratings",
        "Ratings changed",
        "No rating changed.",
        (
            ("Line", 1.4, "{{ one.ref }}"),
            ("Title", 7.3, "{{ one.title }}"),
            ("Was", 2.2, "{{ one.was }}"),
            ("Is", 2.2, "{{ one.colour|shade }}**{{ one.rating }}**"),
            ("Why", 12.6, "{{ one.why }}"),
        ),
    ),
    (
        "lines",
        "Plan lines whose due date moved",
        "No plan line's due date moved.",
        (
            ("Line", 1.4, "{{ one.ref }}"),
            ("Title", 8.3, "{{ one.title }}"),
            ("From", 2.7, "{{ one.was }}"),
            ("To", 2.7, "{{ one.now }}"),
            ("Decision or reason", 10.6, "{{ one.why }}"),
        ),
    ),
    (
        "raised",
        "Actions raised",
        "No action was raised.",
        (
            ("Ref.", 1.4, "{{ one.ref }}"),
            ("Action", 16.3, "{{ one.text }}"),
            ("Lead", 4.5, "{{ one.owners }}"),
            ("Due", 3.5, "{{ one.due }}"),
        ),
    ),
    (
        "closed",
        "Actions closed, ended or reported done",
        "No action was closed or reported done.",
        (
            ("Ref.", 1.4, "{{ one.ref }}"),
            ("Action", 9.3, "{{ one.text }}"),
            ("Lead", 3.5, "{{ one.owners }}"),
            ("State", 3.0, "{{ one.closed }}"),
            ("Evidence or reason", 8.5, "{{ one.why }}"),
        ),
    ),
    (
        "moved",
        "Actions whose due date moved",
        "No due date of an open action moved.",
        (
            ("Ref.", 1.4, "{{ one.ref }}"),
            ("Action", 9.3, "{{ one.text }}"),
            ("Lead", 3.5, "{{ one.owners }}"),
            ("From and to", 3.5, "{{ one.dates }}"),
            ("Why", 8.0, "{{ one.why }}"),
        ),
    ),
    (
        "indicators",
        "Indicators",
        "No indicator moved.",
        (
            ("Ref.", 1.4, "{{ one.ref }}"),
            ("Indicator", 10.3, "{{ one.title }}"),
            ("Value then", 4.5, "{{ one.was }}"),
            ("Value now", 4.5, "{{ one.now }}"),
            ("Status", 5.0, "{{ one.state }}"),
        ),
    ),
    (
        "decisions",
        "Decisions",
        "No decision was taken.",
        (("Ref.", 2.0, "{{ one.ref }}"), ("Decision", 23.7, "{{ one.text }}")),
    ),
    (
        "met",
        "Duties met",
        "No duty was met.",
        (
            ("Duty", 4.5, "{{ one.ref }}"),
            ("What it asks", 8.7, "{{ one.title }}"),
            ("Met", 2.7, "{{ one.met }}"),
            ("Evidence", 9.8, "{{ one.evidence }}"),
        ),
    ),
)
"""Each part: the field of its rows, its heading, what stands there when nothing changed, and its columns."""


def changes() -> Template:
    """Lay out what changed, on its side: the counts, then a table for each kind of change."""
    made = Template(landscape=True)
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.say("{{ summary }}")
    for rows, title, nothing, columns in PARTS:
        made.say(title, "Heading 1")
        made.tag(f"if {rows}")
        row: Row = [[(text, "Table Text")] for _, _, text in columns]
        made.table(
            title,
            [width for _, width, _ in columns],
            [head for head, _, _ in columns],
            [f"for one in {rows}", row, "endfor"],
        )
        made.tag("else")
        made.say(nothing)
        made.tag("endif")
    key(made)
    made.when("initials", "{{ initials }}", "Small Print")
    return made

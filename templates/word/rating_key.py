"""The key to ratings, laid out the same wherever ratings appear (rule 5)."""

from __future__ import annotations

from layout import Template


def key(made: Template) -> None:
    """Add the key to ratings."""
    made.tag("if key")
    made.say("Key to ratings", "Table Title")
    made.table(
        "Key to ratings",
        [3.0, 14.0],
        ["Rating", "What it means"],
        [
            "for level in key",
            [
                [("{{ level.colour|shade }}**{{ level.rating }}**", "Table Key")],
                [("{{ level.meaning }}", "Table Key")],
            ],
            "endfor",
        ],
    )
    made.tag("endif")

"""How the forward plan and the Chair's private brief are laid out."""

from __future__ import annotations

from layout import Template


def forward() -> Template:
    """Lay out the forward plan: a table for each meeting to come."""
    made = Template(landscape=True)
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.tag("for meeting in meetings")
    made.say("{{ meeting.title }}", "Heading 1")
    made.when("meeting.place", "{{ meeting.place }}", "Normal")
    made.when("meeting.due", "{{ meeting.due }}", "Normal")
    made.table(
        "What comes to the meeting",
        [3.6, 2.4, 12.6, 3.6, 3.5],
        ["Kind", "Ref.", "What comes", "By when", "Who"],
        [
            "for one in meeting.rows",
            [
                [("{{ one.part }}", "Table Text")],
                [("{{ one.ref }}", "Table Text")],
                [("{{ one.text }}", "Table Text")],
                [("{{ one.when }}", "Table Text")],
                [("{{ one.who }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("endfor")
    made.tag("if not meetings")
    made.say("No meeting is planned.")
    made.tag("endif")
    made.when("initials", "{{ initials }}", "Small Print")
    return made


def brief() -> Template:
    """Lay out the Chair's private brief: one page, a short table for each part."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.say("{{ board }}", "Council")
    made.say("{{ heading }}", "Subtitle")
    made.say("{{ state }}", "Table Text")
    made.when("sample", "{{ sample }}", "Table Small")
    made.table(
        "What to press on",
        [1.7, 15.3],
        [],
        [
            "for part in parts",
            ("{{ part.title }}", "Table Group"),
            "for one in part.rows",
            [[("**{{ one.ref }}**", "Table Small")], [("{{ one.text }}", "Table Small")]],
            "endfor",
            "if part.nothing",
            [[("", "Table Small")], [("{{ part.nothing }}", "Table Small")]],
            "endif",
            "endfor",
        ],
    )
    return made

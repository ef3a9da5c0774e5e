"""How the plan report, the committee's report and the index of an archive are laid out."""

from __future__ import annotations

from layout import Template
from rating_key import key


def plan() -> Template:
    """Lay out the plan report, on its side: counts, what changed, what is off track, every line by theme."""
    made = Template(landscape=True)
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.say("{{ purpose }}")
    made.say("{{ summary }}")
    made.say("{{ movement }}")
    made.when("late", "{{ late }}", "Normal")
    made.when("against", "{{ against }}", "Normal")
    made.tag("if spread")
    made.table(
        "Ratings by theme",
        [8.0, 17.7],
        ["Theme", "Ratings"],
        [
            "for one in spread",
            [[("{{ one.theme }}", "Table Text")], [("{{ one.counts }}", "Table Text")]],
            "endfor",
        ],
    )
    made.tag("endif")
    key(made)
    made.when("initials", "{{ initials }}", "Small Print")
    made.when("measures", "{{ measures }}", "Small Print")
    made.say("{{ since }}", "Heading 1")
    made.tag("if changes")
    made.table(
        "What changed",
        [1.5, 7.2, 5.0, 12.0],
        ["Line", "Title", "Change", "Why"],
        [
            "for one in changes",
            [
                [("{{ one.ref }}", "Table Text")],
                [("{{ one.title }}", "Table Text")],
                [("{{ one.colour|shade }}{{ one.what }}", "Table Text")],
                [("{{ one.why }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("else")
    made.say("No rating and no due date changed.")
    made.tag("endif")
    made.say("Off track: reason and path to green", "Heading 1")
    made.tag("if off_track")
    made.table(
        "Off track",
        [1.4, 2.0, 6.0, 3.6, 6.4, 6.3],
        ["Line", "Rating", "Title", "Lead and due", "Reason", "Path to green"],
        [
            "for one in off_track",
            [
                [("{{ one.ref }}", "Table Text")],
                [("{{ one.colour|shade }}**{{ one.rating }}**", "Table Text"), ("{{ one.direction }}", "Table Small")],
                [("{{ one.title }}", "Table Text")],
                [("{{ one.lead }}", "Table Text"), ("{{ one.due }}", "Table Small")],
                [
                    ("{{ one.reason }}", "Table Text"),
                    ("{%p if one.late %}", "Tag"),
                    ("{{ one.late }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ one.path }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("else")
    made.say("No line is off track.")
    made.tag("endif")
    made.say("Every line by theme", "Heading 1")
    made.tag("if dots")
    made.say("{{ dots }}", "Small Print").paragraph_format.keep_with_next = True
    made.tag("endif")
    made.tag("for theme in themes")
    made.say("{{ theme.heading }}", "Heading 2")
    made.table(
        "Lines of the theme",
        [1.4, 8.6, 2.2, 2.4, 2.6, 3.6, 2.4, 2.5],
        ["Line", "Title", "Lead", "Rating", "{{ rated_at }}", "Due", "Open actions", "Indicators"],
        [
            "for one in theme.lines",
            [
                [("{{ one.ref }}", "Table Text")],
                [
                    ("{{ one.title }}", "Table Text"),
                    ("{{ one.outcome }}", "Table Small"),
                    ("{%p if one.note %}", "Tag"),
                    ("**{{ one.note }}**", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ one.lead }}", "Table Text")],
                [("{{ one.colour|shade }}**{{ one.rating }}**", "Table Text"), ("{{ one.direction }}", "Table Small")],
                [("{{ one.history }}", "Table Text")],
                [("{{ one.due }}", "Table Text")],
                [("{{ one.actions }}", "Table Text")],
                [("{{ one.indicators }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("endfor")
    return made


def scrutiny() -> Template:
    """Lay out the committee's report: its header, fourteen headings in their order, the plan as an appendix."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.when("letterhead_picture", "{{ letterhead_picture|picture }}", "Council")
    made.say("{{ council }}", "Council")
    made.table(
        "Committee, officer and date",
        [5, 12],
        [],
        [
            [[("**Report to**", "Table Text")], [("{{ committee }}", "Table Text")]],
            "if item",
            [[("**Agenda item**", "Table Text")], [("{{ item }}", "Table Text")]],
            "endif",
            [[("**Relevant officer**", "Table Text")], [("{{ officer }}", "Table Text")]],
            [[("**Date of meeting**", "Table Text")], [("{{ date }}", "Table Text")]],
        ],
    )
    made.say("{{ heading }}", "Title")
    made.when("state", "{{ state }}", "State")
    made.when("sample", "{{ sample }}", "Sample")
    made.tag("for section in sections")
    made.say("{{ section.number }}\t{{ section.heading }}", "Heading 1")
    made.tag("for part in section.parts")
    made.tag("if part.number")
    made.say('{{ part.id|mark("b") }}{{ part.number }}\t{{ part.text }}', "Minute")
    made.tag("else")
    made.say('{{ part.id|mark("b") }}{{ part.text }}', "List Bullet")
    made.tag("endif")
    made.tag("endfor")
    made.tag("endfor")
    made.say("{{ appendix }}", "Annex Heading")
    made.say("{{ appendix_intro }}")
    made.tag("if plan")
    made.table(
        "The Improvement Plan",
        [1.3, 5.2, 2.1, 8.4],
        ["Line", "Title", "Rating", "Why, and path to green"],
        [
            "for theme in plan",
            ("**{{ theme.theme }}**", "Table Text"),
            "for line in theme.lines",
            [
                [("{{ line.ref }}", "Table Text")],
                [("{{ line.title }}", "Table Text"), ("{{ line.lead }}", "Table Small")],
                [
                    ("{{ line.colour|shade }}**{{ line.rating }}**", "Table Text"),
                    ("{{ line.direction }}", "Table Small"),
                ],
                [
                    ("{%p for said in line.why %}", "Tag"),
                    ("{{ said }}", "Table Text"),
                    ("{%p endfor %}", "Tag"),
                ],
            ],
            "endfor",
            "endfor",
        ],
    )
    made.tag("endif")
    key(made)
    made.when("initials", "{{ initials }}", "Small Print")
    return made


def archive() -> Template:
    """Lay out the index of a Board's archive: every file by folder, and what it is."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.say("{{ intro }}")
    made.tag("for folder in folders")
    made.say("{{ folder.heading }}", "Heading 1")
    made.table(
        "Files of the folder",
        [8.0, 9.0],
        ["File", "What it is"],
        [
            "for one in folder.files",
            [[("{{ one.path }}", "Table Text")], [("{{ one.what }}", "Table Text")]],
            "endfor",
        ],
    )
    made.tag("endfor")
    made.say("{{ note }}", "Small Print")
    return made

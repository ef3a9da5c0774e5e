"""Make the Word templates that come with the program; run it again after any change and commit what it writes.

Councils edit copies of the results in Word, so everything that can be a style is a style. The tags are those
of docxtpl: `{{ field }}`, `{%p if … %}` on a paragraph of its own, `{%tr for … %}` on a row of its own.
Two filters are boardtui's: `mark` gives a paragraph the identity of its record, `shade` colours a cell.
"""

from __future__ import annotations

from pathlib import Path

import ahead_layout
import changes_layout
import plan_layout
import report_layout
from layout import Template
from rating_key import key

HERE = Path(__file__).parent


def agenda() -> Template:
    """Lay out the agenda: when and where, the items with their times, who is invited."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.table(
        "Date, time and place of the meeting",
        [3, 14],
        [],
        [
            [[("**Date**", "Table Text")], [("{{ date }}", "Table Text")]],
            "if moved",
            [[("**Moved**", "Table Text")], [("{{ moved }}", "Table Text")]],
            "endif",
            [[("**Time**", "Table Text")], [("{{ time }}", "Table Text")]],
            "if place",
            [[("**Place**", "Table Text")], [("{{ place }}", "Table Text")]],
            "endif",
            "if previous",
            [[("**Last meeting**", "Table Text")], [("{{ previous }}", "Table Text")]],
            "endif",
        ],
    )
    made.say("Business", "Heading 1")
    made.table(
        "Items of business",
        [1.0, 1.5, 7.6, 2.4, 4.5],
        ["No.", "Time", "Item", "For", "Presented by"],
        [
            "for item in business",
            [
                [("{{ item.number }}", "Table Text")],
                [("{{ item.clock }}", "Table Text")],
                [
                    ("**{{ item.title }}**", "Table Text"),
                    ("{%p for line in item.more %}", "Tag"),
                    ("{{ line }}", "Table Small"),
                    ("{%p endfor %}", "Tag"),
                ],
                [("{{ item.colour|shade }}**{{ item.decision }}**{{ item.purpose }}", "Table Text")],
                [("{{ item.presenter }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.say("Invited", "Heading 1")
    made.table(
        "Who is invited",
        [5.0, 12.0],
        ["Organisation", "Name, office and initials"],
        [
            "for group in invited",
            ("{{ group.heading }}", "Table Group"),
            "for row in group.organisations",
            [[("{{ row.organisation }}", "Table Text")], [("{{ row.people }}", "Table Text")]],
            "endfor",
            "endfor",
        ],
    )
    made.tag("if arising")
    made.say("Matters arising", "Heading 1")
    made.say("{{ arising_said }}")
    _arising(made, "arising")
    made.when("initials", "{{ initials }}", "Small Print")
    made.tag("endif")
    return made


def _arising(made: Template, rows: str) -> None:
    """Lay out the table of matters arising."""
    made.table(
        "Matters arising",
        [1.4, 7.4, 2.5, 2.4, 3.3],
        ["Ref.", "Action", "Lead", "Due", "Position"],
        [
            f"for action in {rows}",
            [
                [("{{ action.ref }}", "Table Text")],
                [
                    ("{{ action.text }}", "Table Text"),
                    ("{%p if action.restricted %}", "Tag"),
                    ("{{ action.restricted }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ action.owners }}", "Table Text")],
                [("{{ action.due }}", "Table Text")],
                [("{{ action.position }}", "Table Text")],
            ],
            "endfor",
        ],
    )


def minutes() -> Template:
    """Lay out the minutes: who was there, every item with its paragraphs, the actions, the sign-off."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.table(
        "Date, time and place of the meeting",
        [3, 14],
        [],
        [
            [[("**Date**", "Table Text")], [("{{ date }}", "Table Text")]],
            [[("**Time**", "Table Text")], [("{{ time }}", "Table Text")]],
            "if place",
            [[("**Place**", "Table Text")], [("{{ place }}", "Table Text")]],
            "endif",
            "if chair",
            [[("**In the chair**", "Table Text")], [("{{ chair }}", "Table Text")]],
            "endif",
        ],
    )
    made.say("Attendance", "Heading 1")
    made.table(
        "Attendance by organisation",
        [4.3, 6.9, 1.6, 4.2],
        ["Organisation", "Name and office", "Initials", "Attendance"],
        [
            "for group in attendance",
            ("{{ group.heading }}", "Table Group"),
            "for person in group.people",
            [
                [("{{ person.organisation }}", "Table Text")],
                [("{{ person.name }}", "Table Text")],
                [("{{ person.initials }}", "Table Text")],
                [("{{ person.status }}", "Table Text")],
            ],
            "endfor",
            "endfor",
        ],
    )
    made.when("quorum", "{{ quorum }}", "Small Print")
    made.say("Interests declared", "Heading 1")
    made.tag("if interests")
    made.table(
        "Interests declared",
        [4.6, 1.6, 7.6, 3.2],
        ["Who", "Item", "Nature of the interest", "During the item"],
        [
            "for interest in interests",
            [
                [("{{ interest.who }}", "Table Text")],
                [("{{ interest.item }}", "Table Text")],
                [("{{ interest.nature }}", "Table Text")],
                [("{{ interest.left }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("else")
    made.say("None declared.")
    made.tag("endif")
    made.say("Proceedings", "Heading 1")
    made.tag("for item in business")
    made.say("{{ item.number }}\t{{ item.title }}", "Heading 2")
    made.when("item.facts", "{{ item.facts }}", "Item Facts")
    made.tag("if item.arising")
    _arising(made, "item.arising")
    made.tag("endif")
    made.tag("for entry in item.entries")
    made.when("entry.restricts", "{{ entry.restricts }}", "Restricted")
    for n, (kind, style) in enumerate(
        (
            ("decision", "Decision"),
            ("action", "Action"),
            ("challenge", "Challenge"),
            ("unnumbered", "Minute Unnumbered"),
        )
    ):
        made.tag(f'{"elif" if n else "if"} entry.look == "{kind}"')
        number = "" if kind == "unnumbered" else "{{ entry.number }}\t"
        made.say(
            f"{{{{ entry.id|mark }}}}{number}**{{{{ entry.lead }}}}**{{{{ entry.text }}}}__{{{{ entry.after }}}}__",
            style,
        )
    made.tag("else")
    made.say(
        "{{ entry.id|mark }}{{ entry.number }}\t**{{ entry.lead }}**{{ entry.text }}__{{ entry.after }}__", "Minute"
    )
    made.tag("endif")
    made.tag("endfor")
    made.tag("if item.ratings")
    made.say("Ratings agreed", "Table Title")
    _ratings(made)
    made.tag("endif")
    made.tag("endfor")
    made.tag("if corrections")
    made.say("Corrections agreed since", "Heading 1")
    made.table(
        "Corrections agreed since",
        [2.0, 6.2, 6.2, 2.6],
        ["Paragraph", "Minuted as", "Corrected to", "Agreed at"],
        [
            "for correction in corrections",
            [
                [("{{ correction.ref }}", "Table Text")],
                [("{{ correction.old }}", "Table Text")],
                [("{{ correction.new }}", "Table Text")],
                [("{{ correction.agreed }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("endif")
    made.say("Actions agreed", "Heading 1")
    made.tag("if actions")
    made.table(
        "Actions agreed at this meeting",
        [1.5, 8.6, 3.6, 3.3],
        ["Ref.", "Action", "Lead", "Due"],
        [
            "for action in actions",
            [
                [("{{ action.ref }}", "Table Text")],
                [
                    ("{{ action.text }}", "Table Text"),
                    ("{%p if action.restricted %}", "Tag"),
                    ("{{ action.restricted }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ action.owners }}", "Table Text")],
                [("{{ action.due }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.when("initials", "{{ initials }}", "Small Print")
    made.tag("else")
    made.say("No actions were agreed at this meeting.")
    made.tag("endif")
    key(made)
    made.say("Next meeting", "Heading 1")
    made.say("{{ next }}")
    made.say("Sign-off", "Heading 1")
    made.say("{{ signoff }}", "Sign-off")
    made.say("Signed as a correct record:", "Signature Words")
    made.signature_line("Signature")
    made.signature_line("Name and office")
    made.signature_line("Date")
    return made


def actions() -> Template:
    """Lay out the action log, on its side: overdue first, then by due date, then what was closed."""
    made = Template(landscape=True)
    made.frame("{{ running }}", "{{ draft }}")
    made.heading()
    made.say("{{ summary }}")
    made.tag("for part in parts")
    made.say("{{ part.heading }}", "Heading 1")
    made.table(
        "Open actions",
        [1.5, 2.2, 9.0, 3.0, 3.4, 6.6],
        ["Ref.", "Rating", "Action", "Lead", "Due", "Position"],
        [
            "for action in part.actions",
            [
                [("{{ action.ref }}", "Table Text")],
                [("{{ action.colour|shade }}**{{ action.rating }}**", "Table Text")],
                [
                    ("{{ action.text }}", "Table Text"),
                    ("{{ action.origin }}", "Table Small"),
                ],
                [("{{ action.owners }}", "Table Text")],
                [
                    ("{{ action.due }}", "Table Text"),
                    ("{%p if action.slips %}", "Tag"),
                    ("{{ action.slips }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ action.position }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("endfor")
    made.say("{{ closed_heading }}", "Heading 1")
    made.tag("if closed")
    made.table(
        "Actions closed since the last meeting",
        [1.5, 10.2, 3.0, 3.4, 7.6],
        ["Ref.", "Action", "Lead", "Closed", "Evidence"],
        [
            "for action in closed",
            [
                [("{{ action.ref }}", "Table Text")],
                [("{{ action.text }}", "Table Text"), ("{{ action.origin }}", "Table Small")],
                [("{{ action.owners }}", "Table Text")],
                [("{{ action.closed }}", "Table Text")],
                [("{{ action.evidence }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("else")
    made.say("None.")
    made.tag("endif")
    key(made)
    made.when("initials", "{{ initials }}", "Small Print")
    return made


def letter() -> Template:
    """Lay out the Chair's letter: her own heading, the letter itself, the plan and the meetings as annexes."""
    made = Template()
    made.frame("{{ running }}", "{{ draft }}")
    made.say("{{ board }}", "Letter Board")
    made.say("{{ sender }}", "Letter Sender")
    made.when("state", "{{ state }}", "State")
    made.when("sample", "{{ sample }}", "Sample")
    made.table(
        "Addressee, reference and date",
        [11.5, 5.5],
        [],
        [[[("{{ addressee }}", "Letter Lines")], [("{{ reference }}", "Letter Lines")]]],
    )
    made.say("{{ salutation }}", "Letter Text")
    made.say("{{ subject }}", "Letter Subject")
    made.tag("for block in blocks")
    made.when("block.heading", "{{ block.heading }}", "Letter Heading")
    report_layout.paragraphs(made, "Letter Text")
    made.tag("endfor")
    made.tag("if signed")  # there is then no hand to leave room for
    made.say("Yours sincerely", "Signature Words")
    made.tag("else")
    made.say("Yours sincerely", "Letter Close")
    made.tag("endif")
    made.say("{{ signature }}", "Letter Signature")
    made.when("signed", "{{ signed }}", "Small Print")
    made.when("copies", "**Copies to:** {{ copies }}", "Letter Copies")
    made.say("Annex A: the Improvement Plan, line by line", "Annex Heading")
    made.when("plan_intro", "{{ plan_intro }}", "Normal")
    made.table(
        "Every line of the plan with its rating",
        [1.35, 4.6, 1.85, 2.2, 7.0],
        ["Line", "What it is to achieve", "Rating", "Movement", "Reason and path to green"],
        [
            "for line in plan",
            [
                [("{{ line.ref }}", "Table Compact")],
                [
                    ("{{ line.title }}", "Table Compact"),
                    ("{%p if line.lead %}", "Tag"),
                    ("{{ line.lead }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [("{{ line.colour|shade }}**{{ line.rating }}**", "Table Compact")],
                [
                    ("{{ line.direction }}", "Table Compact"),
                    ("{%p if line.before %}", "Tag"),
                    ("{{ line.before }}", "Table Small"),
                    ("{%p endif %}", "Tag"),
                ],
                [
                    ("{%p for sentence in line.why %}", "Tag"),
                    ("{{ sentence }}", "Table Compact"),
                    ("{%p endfor %}", "Tag"),
                ],
            ],
            "endfor",
        ],
    )
    key(made)
    made.say("Annex B: the meetings this letter covers", "Annex Heading Following")
    made.tag("if meetings")
    made.table(
        "Meetings covered and attendance",
        [1.8, 2.8, 4.6, 7.8],
        ["Meeting", "Date", "Members present", "Apologies and absences"],
        [
            "for meeting in meetings",
            [
                [("{{ meeting.number }}", "Table Text")],
                [("{{ meeting.date }}", "Table Text")],
                [("{{ meeting.present }}", "Table Text")],
                [("{{ meeting.away }}", "Table Text")],
            ],
            "endfor",
        ],
    )
    made.tag("else")
    made.say("The Board has not met since the last letter.")
    made.tag("endif")
    made.when("initials", "{{ initials }}", "Small Print")
    return made


def _ratings(made: Template) -> None:
    """Add the table of the ratings a meeting agreed."""
    made.table(
        "Ratings agreed at this meeting",
        [4.0, 2.3, 10.7],
        ["Line", "Rating", "Reason, and path to green or evidence"],
        [
            "for rating in item.ratings",
            [
                [("{{ rating.line }}", "Table Text"), ("{{ rating.title }}", "Table Small")],
                [("{{ rating.colour|shade }}**{{ rating.rating }}**", "Table Text")],
                [
                    ("{{ rating.reason }}", "Table Text"),
                    ("{%p for sentence in rating.more %}", "Tag"),
                    ("{{ sentence }}", "Table Text"),
                    ("{%p endfor %}", "Tag"),
                ],
            ],
            "endfor",
        ],
    )


TEMPLATES = {
    "agenda": (agenda, "Agenda"),
    "minutes": (minutes, "Minutes"),
    "actions": (actions, "Action log"),
    "letter": (letter, "Letter from the Chair"),
    "report": (report_layout.report, "Report of the Chair or the Leader"),
    "plan": (plan_layout.plan, "Plan report"),
    "scrutiny": (plan_layout.scrutiny, "Scrutiny committee report"),
    "changes": (changes_layout.changes, "What changed since"),
    "forward": (ahead_layout.forward, "Forward plan"),
    "brief": (ahead_layout.brief, "The Chair's private brief"),
    "archive": (plan_layout.archive, "Index of the archive"),
}


def make(folder: Path) -> None:
    """Write every template into a folder."""
    for name, (lay_out, title) in TEMPLATES.items():
        lay_out().save(folder / f"{name}.docx", title)


if __name__ == "__main__":
    make(HERE)

"""Action logs, RAG plans and datasets as councils lay them out; the content is invented and names offices only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from tests.sheets.building import AMBER, GREEN, RED, changed, coloured, word_table, workbook


@dataclass(frozen=True)
class Layout:
    """A sheet: what it holds, how it is made, how many records are in it."""

    kind: str
    make: Callable[[Path], Path]
    records: int
    suffix: str = ".xlsx"


def titled_log(path: Path) -> Path:
    """Write a log with merged titles, a strap line, totals and a key below."""
    rows = [
        ["Children's Services Improvement Board"],
        ["ACTION LOG – updated following the February Board", None, None, None, None, "OFFICIAL"],
        [],
        ["No.", "Action agreed", "Responsible officer", "Timescale", "Progress / comments", "RAG"],
        [1, "Publish the threshold guide", "DCS", "31.03.13", "12/2: drafted\n19/2: with partners", "A"],
        [2, "Visit each hub", "LM / POL", "Ongoing", "", "G"],
        [3, "Bring caseload figures to each Board", "DCS and LEG", "Every meeting", "Standing item", "G"],
        [],
        ["Total actions", 3],
        ["Key:", "R = off track", "A = at risk", "G = on track"],
    ]
    return workbook(path, rows, merged=["A1:F1", "A2:E2"])


def log_by_meeting(path: Path) -> Path:
    """Write a log with a heading for each meeting, its head repeated after each page."""
    head = ["Ref", "Action", "Owner", "By when", "Status"]
    rows = [
        head,
        ["Meeting of 10 January 2013"],
        ["1", "Circulate the data pack", "POL", "21 Feb", "Complete"],
        ["Actions from Board 2"],
        ["2", "Agree the audit tool", "LEG", "w/c 4 March 2013", "In progress"],
        head,
        ["3", "Name a link officer for each school", "CCG", "TBC", "Open"],
    ]
    return workbook(path, rows, merged=["A2:E2", "A4:E4"])


def rich_word_log(path: Path) -> Path:
    """Write a table in Word whose head stands again on each page, with line breaks in its cells."""
    head = ["Minute", "Action", "By whom", "Deadline", "Update"]
    rows = [
        head,
        ["4.2", "Report on agency staff\nwith costs for each team", "DCS;\nLEG", "28 February 2013", "See paper 5"],
        ["4.3", "Meet the schools' forum", "POL", "March 2013", ""],
        head,
        ["6.1", "Write to the department", "IC", "ASAP", "Sent"],
    ]
    return word_table(path, rows, above="Appendix A: action tracker")


def plan_with_theme_column(path: Path) -> Path:
    """Write a plan whose theme is merged down over its lines, with two head rows and colours for ratings."""
    rows = [
        ["Theme", "Ref", "What we will do", "Who", "When", None, "RAG"],
        [None, None, None, None, "Start", "End", None],
        ["Leadership", "6.1", "Set up a weekly performance meeting", "DCS", "07/01/2013", "30/06/2013", None],
        [None, "6.2", "Chair's walkabout each month", "IC", "Jan 2013", "ongoing", None],
        ["Practice", "6.3", "Audit twelve files a month", "LEG", "1.2.13", "31.12.13", None],
        [None, None, "Number of actions: 3"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2", "A3:A4"]
    return coloured(workbook(path, rows, merged=merged), G3=GREEN, G4=AMBER, G5=RED)


def plan_with_objectives(path: Path) -> Path:
    """Write a plan with a merged line of text for each objective, and a blank one between objectives."""
    rows = [
        ["Improvement plan 2013/14", None, None, None, None],
        ["Ref", "Action", "Lead", "Target date", "Measure of success"],
        ["OBJECTIVE 1 – Children are seen, heard and helped", None, None, None, None],
        ["7.1", "See every child within five days", "DCS", date(2013, 6, 28), "95% seen in time"],
        ["7.2", "Record wishes and feelings", "LEG", date(2013, 7, 31), "In all audits"],
        [],
        ["OBJECTIVE 2 – A stable workforce", None, None, None, None],
        ["7.3", "Offer each newly qualified worker a mentor", "DCS", date(2013, 9, 30), ""],
    ]
    return workbook(path, rows, merged=["A1:E1", "A3:E3", "A7:E7"])


def ratings_by_rule(path: Path) -> Path:
    """Write ratings that are numbers, coloured by a rule of the workbook."""
    rows = [["Ref", "Action", "RAG"], ["1.1", "Recruit", 3], ["1.2", "Retain", 1]]

    def colour(sheet: Any) -> None:
        for number, fill in ((1, RED), (2, AMBER), (3, GREEN)):
            style = DifferentialStyle(fill=PatternFill(bgColor=fill))
            rule = Rule(type="cellIs", operator="equal", formula=[str(number)], dxf=style)
            sheet.conditional_formatting.add("C2:C20", rule)

    return changed(workbook(path, rows), colour)


def ratings_by_words_rule(path: Path) -> Path:
    """Write progress in words, coloured by a rule that looks for a part of them."""
    rows = [["Line", "Action", "RAG"], ["1.1", "Recruit", "●"], ["1.2", "Retain", "○"]]

    def colour(sheet: Any) -> None:
        for part, fill in (("●", GREEN), ("○", RED)):
            style = DifferentialStyle(fill=PatternFill(bgColor=fill))
            sheet.conditional_formatting.add("C2:C20", Rule(type="containsText", text=part, dxf=style))
        style = DifferentialStyle(fill=PatternFill(bgColor=RED))
        sheet.conditional_formatting.add("A2:A20", Rule(type="expression", formula=["$C2>1"], dxf=style))

    return changed(workbook(path, rows), colour)


def hidden_and_filtered(path: Path) -> Path:
    """Write a log that was filtered when it was saved: closed actions are hidden, and so is a column of remarks."""
    rows = [
        ["ID", "Action", "Remarks", "Assigned to", "Due date", "Status"],
        ["A-01", "Draft the protocol", "internal", "LEG", date(2013, 3, 1), "Closed"],
        ["A-02", "Consult on the protocol", "", "LEG", date(2013, 4, 1), "Open"],
        ["A-03", "Sign the protocol", "", "LM", date(2013, 5, 1), "Not started"],
    ]

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.auto_filter.ref = "A1:F4"

    return changed(workbook(path, rows), hide)


def two_tables(path: Path) -> Path:
    """Write two tables in one sheet: the open actions, and those that were closed, under a head of their own."""
    head = ["Ref", "Action", "Lead", "Due", "Status"]
    rows = [
        ["OPEN ACTIONS"],
        head,
        ["8", "Agree the escalation route", "POL", "14/03/2013", "Open"],
        ["9", "Review the duty rota", "DCS", "n/a", "Open"],
        [],
        ["COMPLETED ACTIONS"],
        head,
        ["5", "Appoint a data officer", "DCS", "31/01/2013", "Complete"],
    ]
    return workbook(path, rows)


def dotted_csv(path: Path) -> Path:
    """Write a log saved as text, with semicolons and dates with dots."""
    said = (
        "Action log;;;\r\nNr;Task;Who;Deadline\r\n"
        "1;Collect the returns, all of them;CCG;01.03.2013\r\n2;Check the returns;LEG & DCS;15.03.2013\r\n"
    )
    path.write_bytes(said.encode("cp1252"))
    return path


def dataset_by_month(path: Path) -> Path:
    """Write a dataset with a column a month and an average at its end."""
    rows = [
        ["PI", "Indicator", "Good is", "Target", "Nov 12", "Dec 12", "Jan 13", "Average"],
        ["KPI 1", "Assessments in time, per cent", "High", "90%", "71%", "n/a", "74.5%", "72.8%"],
        ["KPI 2", "Number of open cases", "Low", 400, 512, 498, "-", 505],
    ]
    return workbook(path, rows)


def dataset_with_counts(path: Path) -> Path:
    """Write a dataset whose months each have numerator, denominator and percentage under them."""
    rows = [
        ["Ref", "Indicator", "Dec 2012", None, None, "Jan 2013", None, None],
        [None, None, "Num", "Denom", "%", "Num", "Denom", "%"],
        ["1", "Children seen in time", 60, 80, "75%", 66, 80, None],
    ]
    return workbook(path, rows, merged=["A1:A2", "B1:B2", "C1:E1", "F1:H1"])


LAYOUTS = {
    "titled log": Layout("actions", titled_log, 3),
    "log by meeting": Layout("actions", log_by_meeting, 3),
    "log in Word": Layout("actions", rich_word_log, 3, ".docx"),
    "plan with a theme merged down": Layout("plan", plan_with_theme_column, 3),
    "its ratings by colour": Layout("ratings", plan_with_theme_column, 3),
    "plan with objectives across": Layout("plan", plan_with_objectives, 3),
    "ratings by rule": Layout("ratings", ratings_by_rule, 2),
    "ratings by a rule about words": Layout("ratings", ratings_by_words_rule, 2),
    "hidden rows and columns": Layout("actions", hidden_and_filtered, 3),
    "two tables in one sheet": Layout("actions", two_tables, 3),
    "text with dots": Layout("actions", dotted_csv, 2, ".csv"),
    "dataset by month": Layout("indicators", dataset_by_month, 2),
    "dataset with counts": Layout("indicators", dataset_with_counts, 1),
}
"""Every layout, by what is awkward about it."""

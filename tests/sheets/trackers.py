"""Trackers, plans and lists of members as partnerships lay them out; the content is invented and names offices only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.sheets.building import AMBER, BLUE, GREEN, coloured, workbook


def scrutiny_tracker(path: Path) -> Path:
    """Write a committee's tracker of recommendations with a key and what its states mean below."""
    rows = [
        ["ANNEX A – Recommendation tracker"],
        ["Reference", "Origin", "Date", "Area", "Recommendation", "Exec Date", "Lead Officer/EM", "Action taken",
         "Status"],
        ["SR (12/13) 01", "CYP", "10/01/13", "Social care", "Report caseloads each quarter", "21/01/13", "DCS/LM",
         "Reported in February.\nNext report in May.", "Complete"],
        ["SR (12/13) 02", "CYP", "10/01/13", "Health", "Agree a protocol with the hospital", "21/01/13", "CCG/DCS",
         "Draft with the trust", "Ongoing"],
        ["SR (12/13) 03", "CYP", "21/02/13", "Police", "Share call-outs weekly", "", "POL", "No capacity", "Paused"],
        [],
        ["Key"],
        ["Reference: each recommendation has one with the municipal year"],
        ["Lead Officer/EM: initials"],
    ]  # fmt: skip
    return workbook(path, rows, title="Tracker", merged=["A1:I1"])


def brag_log(path: Path) -> Path:
    """Write a log whose only state is a colour, with a revised date, agenda items, and a count of colours below."""
    rows = [
        ["#", "Meeting date", "Agenda item", "Action(s)", "Owner(s)", "Target date", "Target date (revised)",
         "Progress / update", "BRAG"],
        [1, date(2013, 1, 10), 4, "Publish the threshold guide", "DCS\nPOL", date(2013, 3, 1), date(2013, 3, 29),
         "With the printers", None],
        [2, date(2013, 1, 10), 4, "Train the front door", "LEG", date(2013, 2, 1), None, "All trained", None],
        [3, date(2013, 2, 21), 7, "Visit the hubs", "LM/IC", "Immediate and ongoing", None, "", None],
        [],
        ["Amber", 1],
        ["Green", 1],
        ["Complete: 1"],
    ]  # fmt: skip
    return coloured(workbook(path, rows), I2=AMBER, I3=BLUE, I4=GREEN)


def questions_plan(path: Path) -> Path:
    """Write a plan whose columns are questions, in two rows, with dates as plans have them."""
    rows = [
        ["Priority", "What do we need to do?", "Who?", "By when?", None, "How will we know?", "RAG"],
        [None, None, None, "Original", "Revised", None, None],
        ["1. Front door", "1.1 Rewrite the threshold guide", "DCS", "Q2 2013/14", None, "Fewer repeat contacts", "G"],
        [None, "1.2 Audit contacts monthly", "LEG/POL", "31/03/2013", "30/06/2013", "95% right first time", "A"],
        [
            "2. Workforce",
            "2.1 Keep our social workers",
            "DCS",
            "Immediate and ongoing",
            None,
            "Turnover below 10%",
            "R",
        ],
        [None, "2.2 Train managers", "DCS", "6 months", None, "All trained", "G"],
        [None, "2.3 Mentor new workers", "DCS", "end of term", None, "All mentored", "G"],
        [None, "2.4 Fill every post", "DCS", "Q1 2014", None, "No vacancies", "G"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2", "A3:A4", "A5:A8"]
    return workbook(path, rows, title="Plan", merged=merged)


def membership(path: Path) -> Path:
    """Write a list of members under the parts they play, with people's own initials behind their names."""
    rows = [
        ["Improvement Board – membership"],
        ["Name", "Job title", "Agency", "Email"],
        ["Core members"],
        ["Hugh Grey (HG)", "Chair of the Board", "Independent", "hg@example.org"],
        ["Jane Brown (JB)", "Chief Executive", "Blackpool Council", "jb@example.org"],
        ["Vacant", "Head of Midwifery", "Teaching Hospitals", ""],
        ["Observers"],
        ["Kim Lee", "Improvement Adviser", "DfE", ""],
        ["In attendance"],
        ["Sam Page", "Business Manager", "Blackpool Council", ""],
    ]
    return workbook(path, rows, title="Members", merged=["A1:D1", "A3:D3"])


def quarterly_scorecard(path: Path) -> Path:
    """Write a scorecard by quarters under their year, with a direction of travel and a count withheld."""
    rows = [
        ["Ref", "Performance measure", "Polarity", "Target", "2012/13", None, None, None, "DoT", "Direction of travel"],
        [None, None, None, None, "Q1", "Q2", "Q3", "Q4", None, None],
        ["1", "Assessments in time", "High", "90%", "71%", "74%", "78%", None, "↑", "Improving"],
        ["2", "Children missing from care", "Low", 5, 12, "<5", 8, None, "→", "Same"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:H1", "I1:I2", "J1:J2"]
    return workbook(path, rows, title="Scorecard", merged=merged)


def monthly_ratings(path: Path) -> Path:
    """Write ratings of two months in words, beside those of the last report."""
    rows = [
        ["Ref", "Action", "Previous RAG", "Jan RAG", "Feb RAG", "Comments"],
        ["1.1", "Staff", "Red", "Red", "On track", "Four appointed"],
        ["1.2", "Audit", "Green", "Amber", "At risk: auditor left", "A new one starts in May"],
    ]
    return workbook(path, rows, title="RAG")


def open_and_completed(path: Path) -> Path:
    """Write the open actions, and below them those completed, under other columns."""
    rows = [
        ["Ref", "Action", "Lead", "Due", "Update"],
        ["A1", "Agree the escalation route", "POL", "14/03/2013", ""],
        ["A2", "Review the duty rota", "DCS", "next Board", ""],
        [],
        ["Completed since the last meeting"],
        ["Ref", "Action", "Date completed", "Lead", "Outcome"],
        ["A0", "Appoint a data officer", "31/01/2013", "DCS", "In post"],
    ]
    return workbook(path, rows)


def excel_csv(path: Path) -> Path:
    """Write a log as Excel on a machine set to semicolons saves it, in Windows' own letters."""
    said = (
        "Ref;Action;Person(s) responsible;To be completed by;Completed (Y/N)\r\n"
        '1;"Publish the council’s offer – \nand the £2m plan";DCS / LM;31.03.13;N\r\n'
        "2;Write to parents;POL;28.02.13;Y\r\n"
    )
    path.write_bytes(said.encode("cp1252"))
    return path


def plan_by_tables(path: Path) -> Path:
    """Write a plan in Word with a heading, a sentence and a table for each priority."""
    document = Document()
    head = ("Ref", "Action", "Lead", "Timescale", "RAG")
    for priority, lines in {
        "Priority 1: Front door": [
            ("6.1", "Rewrite the guide", "DCS", "June 2013", ""),
            ("6.2", "Train", "LEG", "TBC", ""),
        ],
        "Priority 2: Workforce": [("6.3", "Recruit", "DCS", "end of September 2013", "")],
    }.items():
        document.add_heading(priority, 2)
        document.add_paragraph("Children are seen sooner.")
        _table(document, [head, *lines])
    document.save(str(path))
    return path


def log_of_fields(path: Path) -> Path:
    """Write a log in Word whose rows stand in a field of a form, with the meeting merged down over its actions."""
    document = Document()
    document.add_heading("Action log")
    rows = [
        ("Date of meeting", "Action required", "Action by", "Date due"),
        ("10 January 2013", "Send the figures", "POL", "21 Feb 2013"),
        ("", "Send the dates", "LEG", "asap"),
        ("21 February 2013", "Book the hall", "LEG", "next meeting"),
    ]
    table = _table(document, rows)
    table.cell(1, 0).merge(table.cell(2, 0))
    field, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    last = table._tbl.findall(qn("w:tr"))[-1]
    last.addprevious(field)
    field.append(content)
    content.append(last)
    document.save(str(path))
    return path


def _table(document: Any, rows: Any) -> Any:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.rows[at].cells[column].text = text
    return table

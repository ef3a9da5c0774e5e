"""What this field abbreviates; the Board's own offices come on top of it."""

from __future__ import annotations

FIELD = {
    "ASYE": "assessed and supported year in employment",
    "CAF": "Common Assessment Framework",
    "CAMHS": "child and adolescent mental health services",
    "CCG": "clinical commissioning group",
    "CIN": "child in need",
    "CP": "child protection",
    "CPP": "child protection plan",
    "CQC": "Care Quality Commission",
    "CSE": "child sexual exploitation",
    "CYPP": "Children and Young People's Plan",
    "DCS": "Director of Children's Services",
    "DfE": "Department for Education",
    "FGC": "family group conference",
    "ICPC": "initial child protection conference",
    "IRO": "independent reviewing officer",
    "JSNA": "Joint Strategic Needs Analysis",
    "KPI": "key performance indicator",
    "LAC": "looked-after child",
    "LADO": "local authority designated officer",
    "LSCB": "Local Safeguarding Children Board",
    "MARAC": "multi-agency risk assessment conference",
    "MASH": "multi-agency safeguarding hub",
    "NQSW": "newly qualified social worker",
    "PLO": "Public Law Outline",
    "QA": "quality assurance",
    "RAG": "red, amber and green",
    "SCR": "serious case review",
    "SLT": "senior leadership team",
    "SMT": "senior management team",
    "TAC": "team around the child",
    "TAF": "team around the family",
    "YOT": "youth offending team",
}
"""Abbreviation → what it stands for, as it is written inside a sentence."""

PLURALS = {
    "child in need": "children in need",
    "looked-after child": "looked-after children",
    "team around the child": "teams around the child",
    "team around the family": "teams around the family",
}
"""Where English forms the plural inside the phrase."""

WITH_ARTICLE = frozenset({"CQC", "DCS", "DfE", "LSCB"})
"""Those that are one body or one person, and so take *the* wherever they stand."""

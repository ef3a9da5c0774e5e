"""Times of day as people type them: `14:00`, `9.30`, `2pm`, `2.30 pm`, `1400`."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_TIME = r"([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?\s*([ap])?\.?(?:m\.?)?"


def parse_time(typed: str) -> str:
    """Read a time of day and write it as it is kept, `14:00`; raises ValueError with one sentence."""
    text = " ".join(typed.split()).lower()
    found = re.fullmatch(_TIME, {"noon": "12pm", "midday": "12pm"}.get(text, text))
    hour = int(found[1]) if found else 0
    if not found or (found[3] and not 1 <= hour <= 12):
        raise ValueError(f"“{typed}” is not a time: write it like 14:00 or 2pm.")
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02}:{found[2] or '00'}"


def time_after(starts: str, minutes: int) -> str:
    """Return the time of day so many minutes after one as it is kept, `16:05`; nothing if that is no time."""
    try:
        first = datetime.combine(date(2000, 1, 1), time.fromisoformat(starts.strip()))
    except ValueError:
        return ""
    return f"{first + timedelta(minutes=minutes):%H:%M}"

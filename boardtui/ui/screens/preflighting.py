"""The before-you-issue check from the screens whose papers leave: meeting, letter, report (rule 11)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from boardtui.domain.preflight import Concern, Finding, still_open
from boardtui.domain.states import Series
from boardtui.ui.modals.preflight import GO_ON, Preflight, reading_of
from boardtui.ui.screens.base import BoardScreen

_ENTRY = re.compile(r"(?:correction of )?([0-9]+)/([0-9]+)(?:\.[0-9]+)?")
_MEETING = re.compile(r"\bmeeting ([0-9]+)\b")
_NAMED = re.compile(r"(?:.*: )?(action|line|item|indicator) (\S+)")
_INDICATOR = re.compile(r"(?:indicator )?(I[0-9]+)")
_BLOCK = re.compile(r"(letter|report|scrutiny) ([0-9]+)(?:: (.+))?")


class Preflighting(BoardScreen):
    """Looks a paper through before it leaves."""

    @property
    def leaving(self) -> tuple[str, int] | None:
        """Return the paper that leaves from here, its kind and number."""
        raise NotImplementedError

    def action_preflight(self) -> None:
        """Show what is found in the paper."""
        if (paper := self.leaving) is not None:
            self._look_through(paper, lambda findings: self._show_findings(paper, findings))

    def look_through_first(self, step: str, go: Callable[[], object]) -> None:
        """Do `go` at once when nothing is found open in the paper, or after the person decided to go on."""
        paper = self.leaving
        if paper is None:
            go()
            return
        self._look_through(
            paper, lambda found: self._show_findings(paper, found, step, go) if still_open(found) else go()
        )

    def _look_through(self, paper: tuple[str, int], then: Callable[[list[Finding]], object]) -> None:
        if (desk := self.app.desk) is not None:
            self.app.read(reading_of(*paper, desk.today), then, slot=(self, "preflight"))

    def _show_findings(
        self,
        paper: tuple[str, int],
        findings: Sequence[Finding],
        step: str = "",
        go: Callable[[], object] | None = None,
    ) -> None:
        def answered(answer: Finding | str | None) -> None:
            if answer == GO_ON and go is not None:
                go()
            elif isinstance(answer, Finding):
                self._go_mend(answer, paper)

        self.app.push_screen(Preflight(*paper, findings, step, may_change=not self.read_only), answered)

    def _go_mend(self, finding: Finding, paper: tuple[str, int]) -> None:
        kind, reference = mended_at(finding, paper)
        if not self.is_here(kind, *reference):
            self.app.open_record(kind, *reference)

    def is_here(self, kind: str, *reference: object) -> bool:  # noqa: ARG002  (a screen of one record knows)
        """Stand on a record that this very screen shows, and say whether it does."""
        return False


def mended_at(finding: Finding, paper: tuple[str, int]) -> tuple[str, tuple[object, ...]]:
    """Return the kind of screen on which a finding is mended, and the reference of what it shows."""
    kind, number = paper
    where = finding.where
    if finding.check is Concern.UNSIGNED and (meeting := _MEETING.search(finding.said)):
        return "meeting", (int(meeting[1]), None)
    if named := _NAMED.fullmatch(where):
        if named[1] == "item":
            return "meeting", (number, int(named[2]) if named[2].isdecimal() else None)
        return named[1], (named[2],)
    if indicator := _INDICATOR.fullmatch(where):
        return "indicator", (indicator[1],)
    if entry := _ENTRY.fullmatch(where):
        return "meeting", (int(entry[1]), int(entry[2]))
    if block := _BLOCK.fullmatch(where):
        return "letter", (int(block[2]), block[1], block[3] or "")
    return ("letter", (number, kind, "")) if kind in set(Series) else ("meeting", (number, None))

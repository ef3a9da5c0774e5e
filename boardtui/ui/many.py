"""A command that is done to many records at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from boardtui.ui.widgets.fields import Field

if TYPE_CHECKING:
    from boardtui.store.unit import Work


@dataclass(frozen=True)
class Many:
    """A command for many records: what it is called, what it asks for once, what it does to each.

    `noun` is what the records are called; `check` says what is wrong with the answers taken together.
    """

    title: str
    noun: str
    fields: Sequence[Field]
    act: Callable[[Work, str, Mapping[str, Any]], Any]
    says: str = ""
    check: Callable[[Mapping[str, Any]], Sequence[str]] | None = None

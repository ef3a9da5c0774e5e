"""The Board's own words: abbreviations with what they mean, and words that are spelt as they are."""

from sqlmodel import Field

from boardtui.store.models.base import Row


class Term(Row, table=True):
    """An abbreviation with what it means, or without a meaning a word that the spelling check knows.

    `spelt_out` is off for an abbreviation that is left as it is in the minutes.
    """

    text: str = Field(unique=True)
    means: str = ""
    spelt_out: bool = True

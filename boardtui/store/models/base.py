"""What every table of a Board shares: an identity that never collides, and a version."""

from typing import Any

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = SQLModel.metadata


class Row(SQLModel):
    """A row that the journal keeps: a UUID, and a version that rises with every change."""

    id: str = Field(default="", primary_key=True)
    version: int = Field(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  (SQLAlchemy hands over the class)
        """Let SQLAlchemy refuse a stale save of any table."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]


def link(table: str, *, optional: bool = False, index: bool = True) -> Any:
    """Return a foreign key to the `id` of `table`, checked at commit so that rows may come in any order."""
    return Field(
        default=None if optional else ...,
        foreign_key=f"{table}.id",
        index=index,
        nullable=optional,
    )

"""A schema that never was: an action has an urgency, and the tables of agenda items are made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("action", sa.Column("urgency", sa.String(), nullable=False, server_default="usual"))
    op.create_table(
        "handbook",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handbook")),
    )
    op.execute("INSERT INTO handbook VALUES ('h1', 1, 'Standing orders')")

"""A schema that never was: a meeting's place is called its venue; the table is made anew, its children stay."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting", recreate="always") as meeting:
        meeting.alter_column("place", new_column_name="venue")

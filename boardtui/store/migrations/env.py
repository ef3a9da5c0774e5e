"""Alembic's environment: the connection is handed in, already inside its transaction."""

from alembic import context

from boardtui.store.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()

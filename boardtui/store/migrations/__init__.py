"""The schema's history, one Alembic revision for each released schema."""

HEAD = "0001"
"""The newest revision; `engine.SCHEMA` counts the same."""

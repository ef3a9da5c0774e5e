"""The first schema: every table of a Board, and the journal with its triggers."""

import sqlalchemy as sa
from alembic import op

from boardtui.store import search
from boardtui.store.triggers import TABLES

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "board",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("sample", sa.String(), nullable=True),
        sa.Column("today", sa.Date(), nullable=True),
        sa.Column("interval_days", sa.Integer(), nullable=False),
        sa.Column("at_risk_days", sa.Integer(), nullable=False),
        sa.Column("soon_days", sa.Integer(), nullable=False),
        sa.Column("slips_asked", sa.Integer(), nullable=False),
        sa.Column("papers_days", sa.Integer(), nullable=False),
        sa.Column("agenda_days", sa.Integer(), nullable=False),
        sa.Column("minutes_days", sa.Integer(), nullable=False),
        sa.Column("meeting_starts", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("quorum", sa.String(), nullable=False),
        sa.Column("quorum_needs_chair", sa.Boolean(), nullable=False),
        sa.Column("quorum_agencies", sa.Integer(), nullable=True),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("addressee_address", sa.String(), nullable=False),
        sa.Column("chair_signs_as", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_because", sa.String(), nullable=False),
        sa.Column("setting_up", sa.Boolean(), nullable=False),
        sa.Column("left_out", sa.String(), nullable=False),
        sa.Column("letterhead", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board")),
    )
    op.create_table(
        "check_setting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("not_applicable", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_check_setting_name")),
    )
    op.create_table(
        "closed_day",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_day")),
    )
    op.create_table(
        "correspondence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correspondence")),
        sa.UniqueConstraint("number", name=op.f("uq_correspondence_number")),
    )
    op.create_table(
        "instrument",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.Column("commenced", sa.Date(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.Column("lifted_because", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("number", name=op.f("uq_instrument_number")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("salutation", sa.String(), nullable=False),
        sa.Column("signs_as", sa.String(), nullable=False),
        sa.Column("copies", sa.String(), nullable=False),
        sa.Column("first_meeting", sa.Integer(), nullable=False),
        sa.Column("last_meeting", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_how", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_to", sa.String(), nullable=False),
        sa.Column("journal_at_signing", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("series", "number", name=op.f("uq_letter_series_number")),
    )
    op.create_table(
        "letterhead_picture",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letterhead_picture")),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("deputy_of_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["deputy_of_id"], ["office.id"], name=op.f("fk_office_deputy_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("initials", name=op.f("uq_office_initials")),
    )
    op.create_index(op.f("ix_office_deputy_of_id"), "office", ["deputy_of_id"], unique=False)
    op.create_table(
        "overridden",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overridden")),
    )
    op.create_table(
        "readback",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readback")),
    )
    op.create_table(
        "rating_level",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("needs_path", sa.Boolean(), nullable=False),
        sa.Column("needs_evidence", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_level")),
        sa.UniqueConstraint("letter", name=op.f("uq_rating_level_letter")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("code", name=op.f("uq_source_code")),
    )
    op.create_table(
        "term",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("spelt_out", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint("text", name=op.f("uq_term_text")),
    )
    op.create_table(
        "variation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("applies_from", sa.Date(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variation")),
    )
    op.create_table(
        "warning_period",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warning_period")),
    )
    op.create_table(
        "group_member",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["office.id"], name=op.f("fk_group_member_group_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_group_member_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
    )
    op.create_index(op.f("ix_group_member_group_id"), "group_member", ["group_id"], unique=False)
    op.create_index(op.f("ix_group_member_office_id"), "group_member", ["office_id"], unique=False)
    op.create_table(
        "holder",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_holder_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holder")),
    )
    op.create_index(op.f("ix_holder_office_id"), "holder", ["office_id"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("lag_days", sa.Integer(), nullable=False),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("target_6", sa.String(), nullable=True),
        sa.Column("six_on", sa.Date(), nullable=True),
        sa.Column("target_12", sa.String(), nullable=True),
        sa.Column("twelve_on", sa.Date(), nullable=True),
        sa.Column("tolerance", sa.String(), nullable=False),
        sa.Column("numerator", sa.String(), nullable=False),
        sa.Column("denominator", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("neighbours", sa.String(), nullable=True),
        sa.Column("national", sa.String(), nullable=True),
        sa.Column("benchmark_of", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["office.id"], name=op.f("fk_indicator_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("ref", name=op.f("uq_indicator_ref")),
    )
    op.create_index(op.f("ix_indicator_lead_id"), "indicator", ["lead_id"], unique=False)
    op.create_index("ix_indicator_listed", "indicator", ["position", "ref"], unique=False)
    op.create_table(
        "letter_block",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("drafted", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letter_block_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_block")),
    )
    op.create_index(op.f("ix_letter_block_letter_id"), "letter_block", ["letter_id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("moved_because", sa.String(), nullable=False),
        sa.Column("agenda_issued_on", sa.Date(), nullable=True),
        sa.Column("opened_at", sa.String(), nullable=True),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.Column("ticked_at", sa.String(), nullable=True),
        sa.Column("item_in_hand_id", sa.String(), nullable=True),
        sa.Column("restricted_now", sa.String(), nullable=True),
        sa.Column("presiding_id", sa.String(), nullable=True),
        sa.Column("journal_at_close", sa.Integer(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_how", sa.String(), nullable=False),
        sa.Column("confirmed_at_id", sa.String(), nullable=True),
        sa.Column("confirmed_how", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["confirmed_at_id"], ["meeting.id"], name=op.f("fk_meeting_confirmed_at_id")),
        sa.ForeignKeyConstraint(["presiding_id"], ["office.id"], name=op.f("fk_meeting_presiding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("number", name=op.f("uq_meeting_number")),
    )
    op.create_index(op.f("ix_meeting_confirmed_at_id"), "meeting", ["confirmed_at_id"], unique=False)
    op.create_index("ix_meeting_listed", "meeting", ["held_on", "number", "state"], unique=False)
    op.create_index(op.f("ix_meeting_presiding_id"), "meeting", ["presiding_id"], unique=False)
    op.create_table(
        "plan_line",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("original_due", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("success", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["office.id"], name=op.f("fk_plan_line_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_line")),
        sa.UniqueConstraint("ref", name=op.f("uq_plan_line_ref")),
    )
    op.create_index(op.f("ix_plan_line_lead_id"), "plan_line", ["lead_id"], unique=False)
    op.create_index("ix_plan_line_listed", "plan_line", ["position", "ref", "theme"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("presenter_id", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("taken_order", sa.Integer(), nullable=True),
        sa.Column("used_seconds", sa.Integer(), nullable=False),
        sa.Column("urgent_because", sa.String(), nullable=False),
        sa.Column("deferred_to_id", sa.String(), nullable=True),
        sa.Column("deferred_because", sa.String(), nullable=False),
        sa.Column("deferred_from_id", sa.String(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["deferred_from_id"], ["agenda_item.id"], name=op.f("fk_agenda_item_deferred_from_id")),
        sa.ForeignKeyConstraint(["deferred_to_id"], ["meeting.id"], name=op.f("fk_agenda_item_deferred_to_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")),
        sa.ForeignKeyConstraint(["presenter_id"], ["office.id"], name=op.f("fk_agenda_item_presenter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_deferred_from_id"), "agenda_item", ["deferred_from_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_deferred_to_id"), "agenda_item", ["deferred_to_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_presenter_id"), "agenda_item", ["presenter_id"], unique=False)
    op.create_table(
        "assurance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("commissioned_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("validates", sa.Boolean(), nullable=False),
        sa.Column("improvement_board_on", sa.Date(), nullable=True),
        sa.Column("improvement_board_meeting_id", sa.String(), nullable=True),
        sa.Column("safeguarding_board_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["improvement_board_meeting_id"], ["meeting.id"], name=op.f("fk_assurance_improvement_board_meeting_id")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_assurance_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assurance")),
        sa.UniqueConstraint("number", name=op.f("uq_assurance_number")),
    )
    op.create_index(
        op.f("ix_assurance_improvement_board_meeting_id"), "assurance", ["improvement_board_meeting_id"], unique=False
    )
    op.create_index(op.f("ix_assurance_source_id"), "assurance", ["source_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=True),
        sa.Column("guest_name", sa.String(), nullable=False),
        sa.Column("guest_title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("deputy_for_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["deputy_for_id"], ["office.id"], name=op.f("fk_attendance_deputy_for_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_attendance_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_deputy_for_id"), "attendance", ["deputy_for_id"], unique=False)
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_attendance_office_id"), "attendance", ["office_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("verified_by", sa.String(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_evidence_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("number", name=op.f("uq_evidence_number")),
    )
    op.create_index(op.f("ix_evidence_line_id"), "evidence", ["line_id"], unique=False)
    op.create_table(
        "fact_comment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["block_id"], ["letter_block.id"], name=op.f("fk_fact_comment_block_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_fact_comment_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_comment")),
    )
    op.create_index(op.f("ix_fact_comment_block_id"), "fact_comment", ["block_id"], unique=False)
    op.create_index(op.f("ix_fact_comment_letter_id"), "fact_comment", ["letter_id"], unique=False)
    op.create_table(
        "figure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["block_id"], ["letter_block.id"], name=op.f("fk_figure_block_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_block_id"), "figure", ["block_id"], unique=False)
    op.create_table(
        "indicator_line",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_line_indicator_id")),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_indicator_line_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_line")),
    )
    op.create_index(op.f("ix_indicator_line_indicator_id"), "indicator_line", ["indicator_id"], unique=False)
    op.create_index(op.f("ix_indicator_line_line_id"), "indicator_line", ["line_id"], unique=False)
    op.create_table(
        "indicator_value",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("numerator", sa.String(), nullable=True),
        sa.Column("denominator", sa.String(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("seen_at_id", sa.String(), nullable=True),
        sa.Column("because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_value_indicator_id")),
        sa.ForeignKeyConstraint(["seen_at_id"], ["meeting.id"], name=op.f("fk_indicator_value_seen_at_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
    )
    op.create_index(op.f("ix_indicator_value_indicator_id"), "indicator_value", ["indicator_id"], unique=False)
    op.create_index(op.f("ix_indicator_value_seen_at_id"), "indicator_value", ["seen_at_id"], unique=False)
    op.create_table(
        "line_move",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("due_after", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_line_move_line_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_line_move_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_move")),
    )
    op.create_index(op.f("ix_line_move_line_id"), "line_move", ["line_id"], unique=False)
    op.create_index(op.f("ix_line_move_meeting_id"), "line_move", ["meeting_id"], unique=False)
    op.create_table(
        "plan_partner",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_plan_partner_line_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_plan_partner_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_partner")),
    )
    op.create_index(op.f("ix_plan_partner_line_id"), "plan_partner", ["line_id"], unique=False)
    op.create_index(op.f("ix_plan_partner_office_id"), "plan_partner", ["office_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("original_due", sa.Date(), nullable=True),
        sa.Column("due_meeting_id", sa.String(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("rating_when_done", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_at_id", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("superseded_by_id", sa.String(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.Column("known_as", sa.String(), nullable=False),
        sa.Column("due_said", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["closed_at_id"], ["meeting.id"], name=op.f("fk_action_closed_at_id")),
        sa.ForeignKeyConstraint(["due_meeting_id"], ["meeting.id"], name=op.f("fk_action_due_meeting_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_action_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_action_meeting_id")),
        sa.ForeignKeyConstraint(["superseded_by_id"], ["action.id"], name=op.f("fk_action_superseded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_closed_at_id"), "action", ["closed_at_id"], unique=False)
    op.create_index(op.f("ix_action_due_meeting_id"), "action", ["due_meeting_id"], unique=False)
    op.create_index(
        "ix_action_ended",
        "action",
        ["due", "raised_on", "sequence", "state"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('open', 'done', 'returned')"),
    )
    op.create_index(op.f("ix_action_item_id"), "action", ["item_id"], unique=False)
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"], unique=False)
    op.create_index(
        "ix_action_open",
        "action",
        ["due", "raised_on", "sequence", "state"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'done', 'returned')"),
    )
    op.create_index(op.f("ix_action_superseded_by_id"), "action", ["superseded_by_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assurance_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assurance_id"], ["assurance.id"], name=op.f("fk_finding_assurance_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_assurance_id"), "finding", ["assurance_id"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("assurance_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("scale", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["assurance_id"], ["assurance.id"], name=op.f("fk_judgement_assurance_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_assurance_id"), "judgement", ["assurance_id"], unique=False)
    op.create_table(
        "action_line",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_line_action_id")),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_action_line_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_line")),
    )
    op.create_index(op.f("ix_action_line_action_id"), "action_line", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_line_line_id"), "action_line", ["line_id"], unique=False)
    op.create_table(
        "action_owner",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_owner_action_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_action_owner_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_owner")),
    )
    op.create_index(op.f("ix_action_owner_action_id"), "action_owner", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_owner_office_id"), "action_owner", ["office_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.Column("to_tidy", sa.String(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.Column("said_at", sa.String(), nullable=False),
        sa.Column("decision_number", sa.Integer(), nullable=True),
        sa.Column("inquorate", sa.String(), nullable=True),
        sa.Column("action_id", sa.String(), nullable=True),
        sa.Column("line_id", sa.String(), nullable=True),
        sa.Column("answers_id", sa.String(), nullable=True),
        sa.Column("presiding_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_entry_action_id")),
        sa.ForeignKeyConstraint(["answers_id"], ["entry.id"], name=op.f("fk_entry_answers_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_entry_item_id")),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_entry_line_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_entry_meeting_id")),
        sa.ForeignKeyConstraint(["presiding_id"], ["office.id"], name=op.f("fk_entry_presiding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    op.create_index(op.f("ix_entry_action_id"), "entry", ["action_id"], unique=False)
    op.create_index(op.f("ix_entry_answers_id"), "entry", ["answers_id"], unique=False)
    op.create_index(op.f("ix_entry_item_id"), "entry", ["item_id"], unique=False)
    op.create_index(op.f("ix_entry_line_id"), "entry", ["line_id"], unique=False)
    op.create_index(op.f("ix_entry_meeting_id"), "entry", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_entry_presiding_id"), "entry", ["presiding_id"], unique=False)
    op.create_table(
        "requirement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("binds", sa.String(), nullable=False),
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("own_number", sa.Boolean(), nullable=False),
        sa.Column("finding_id", sa.String(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_requirement_finding_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_requirement_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement")),
        sa.UniqueConstraint("ref", name=op.f("uq_requirement_ref")),
    )
    op.create_index(op.f("ix_requirement_finding_id"), "requirement", ["finding_id"], unique=False)
    op.create_index("ix_requirement_listed", "requirement", ["source_id", "position", "ref"], unique=False)
    op.create_index(op.f("ix_requirement_source_id"), "requirement", ["source_id"], unique=False)
    op.create_table(
        "action_update",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("due_after", sa.Date(), nullable=True),
        sa.Column("due_meeting_before_id", sa.String(), nullable=True),
        sa.Column("due_meeting_after_id", sa.String(), nullable=True),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_update_action_id")),
        sa.ForeignKeyConstraint(
            ["due_meeting_after_id"], ["meeting.id"], name=op.f("fk_action_update_due_meeting_after_id")
        ),
        sa.ForeignKeyConstraint(
            ["due_meeting_before_id"], ["meeting.id"], name=op.f("fk_action_update_due_meeting_before_id")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_action_update_entry_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_action_update_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_update")),
    )
    op.create_index(op.f("ix_action_update_action_id"), "action_update", ["action_id"], unique=False)
    op.create_index(
        op.f("ix_action_update_due_meeting_after_id"), "action_update", ["due_meeting_after_id"], unique=False
    )
    op.create_index(
        op.f("ix_action_update_due_meeting_before_id"), "action_update", ["due_meeting_before_id"], unique=False
    )
    op.create_index(op.f("ix_action_update_entry_id"), "action_update", ["entry_id"], unique=False)
    op.create_index(op.f("ix_action_update_meeting_id"), "action_update", ["meeting_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_agreement_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("number", name=op.f("uq_agreement_number")),
    )
    op.create_index(op.f("ix_agreement_entry_id"), "agreement", ["entry_id"], unique=False)
    op.create_table(
        "amendment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("amended_id", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["amended_id"], ["entry.id"], name=op.f("fk_amendment_amended_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_amendment_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_amended_id"), "amendment", ["amended_id"], unique=False)
    op.create_index(op.f("ix_amendment_entry_id"), "amendment", ["entry_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("requirement_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_answer_line_id")),
        sa.ForeignKeyConstraint(["requirement_id"], ["requirement.id"], name=op.f("fk_answer_requirement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_line_id"), "answer", ["line_id"], unique=False)
    op.create_index(op.f("ix_answer_requirement_id"), "answer", ["requirement_id"], unique=False)
    op.create_table(
        "indicator_requirement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("requirement_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_indicator_requirement_indicator_id")),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirement.id"], name=op.f("fk_indicator_requirement_requirement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_requirement")),
    )
    op.create_index(
        op.f("ix_indicator_requirement_indicator_id"), "indicator_requirement", ["indicator_id"], unique=False
    )
    op.create_index(
        op.f("ix_indicator_requirement_requirement_id"), "indicator_requirement", ["requirement_id"], unique=False
    )
    op.create_table(
        "interest",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("item_number", sa.Integer(), nullable=True),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("leaves", sa.Boolean(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_interest_entry_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_interest_meeting_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_interest_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
    )
    op.create_index(op.f("ix_interest_entry_id"), "interest", ["entry_id"], unique=False)
    op.create_index(op.f("ix_interest_meeting_id"), "interest", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_interest_office_id"), "interest", ["office_id"], unique=False)
    op.create_table(
        "movement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("attendance_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("arrived", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["attendance_id"], ["attendance.id"], name=op.f("fk_movement_attendance_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_movement_entry_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_movement_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
    )
    op.create_index(op.f("ix_movement_attendance_id"), "movement", ["attendance_id"], unique=False)
    op.create_index(op.f("ix_movement_entry_id"), "movement", ["entry_id"], unique=False)
    op.create_index(op.f("ix_movement_meeting_id"), "movement", ["meeting_id"], unique=False)
    op.create_table(
        "obligation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("requirement_id", sa.String(), nullable=True),
        sa.Column("correspondence_id", sa.String(), nullable=True),
        sa.Column("binds", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("original_due", sa.Date(), nullable=True),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("repeats_months", sa.Integer(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("not_applicable", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correspondence_id"], ["correspondence.id"], name=op.f("fk_obligation_correspondence_id")
        ),
        sa.ForeignKeyConstraint(["requirement_id"], ["requirement.id"], name=op.f("fk_obligation_requirement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
        sa.UniqueConstraint("ref", name=op.f("uq_obligation_ref")),
    )
    op.create_index(op.f("ix_obligation_correspondence_id"), "obligation", ["correspondence_id"], unique=False)
    op.create_index(op.f("ix_obligation_requirement_id"), "obligation", ["requirement_id"], unique=False)
    op.create_table(
        "rating",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("recheck_on", sa.Date(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_rating_entry_id")),
        sa.ForeignKeyConstraint(["line_id"], ["plan_line.id"], name=op.f("fk_rating_line_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_rating_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    op.create_index(op.f("ix_rating_entry_id"), "rating", ["entry_id"], unique=False)
    op.create_index(op.f("ix_rating_line_id"), "rating", ["line_id"], unique=False)
    op.create_index(op.f("ix_rating_meeting_id"), "rating", ["meeting_id"], unique=False)
    op.create_table(
        "register_mark",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("deputy_for_id", sa.String(), nullable=True),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["attendance_id"], ["attendance.id"], name=op.f("fk_register_mark_attendance_id")),
        sa.ForeignKeyConstraint(["deputy_for_id"], ["office.id"], name=op.f("fk_register_mark_deputy_for_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_register_mark_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_mark")),
    )
    op.create_index(op.f("ix_register_mark_attendance_id"), "register_mark", ["attendance_id"], unique=False)
    op.create_index(op.f("ix_register_mark_deputy_for_id"), "register_mark", ["deputy_for_id"], unique=False)
    op.create_index(op.f("ix_register_mark_entry_id"), "register_mark", ["entry_id"], unique=False)
    op.create_table(
        "support",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("package", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("requirement_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["requirement_id"], ["requirement.id"], name=op.f("fk_support_requirement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
        sa.UniqueConstraint("number", name=op.f("uq_support_number")),
    )
    op.create_index(op.f("ix_support_requirement_id"), "support", ["requirement_id"], unique=False)
    op.create_table(
        "handover",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("to_role", sa.String(), nullable=False),
        sa.Column("to_name", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_how", sa.String(), nullable=False),
        sa.Column("their_heads", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("number", name=op.f("uq_handover_number")),
    )
    op.create_table(
        "sign_off_lock",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("cost", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off_lock")),
    )
    op.create_table(
        "seal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_how", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("chain_head", sa.String(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("open_text", sa.String(), nullable=False),
        sa.Column("full_text", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_seal_letter_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_seal_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
    )
    op.create_index(op.f("ix_seal_letter_id"), "seal", ["letter_id"], unique=False)
    op.create_index(op.f("ix_seal_meeting_id"), "seal", ["meeting_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=True),
        sa.Column("rating_id", sa.String(), nullable=True),
        sa.Column("meeting_id", sa.String(), nullable=True),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_of_id", sa.String(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_in_id", sa.String(), nullable=True),
        sa.Column("restricted", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_review_action_id")),
        sa.ForeignKeyConstraint(["answered_in_id"], ["entry.id"], name=op.f("fk_review_answered_in_id")),
        sa.ForeignKeyConstraint(["asked_of_id"], ["office.id"], name=op.f("fk_review_asked_of_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_review_letter_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_review_meeting_id")),
        sa.ForeignKeyConstraint(["rating_id"], ["rating.id"], name=op.f("fk_review_rating_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("number", name=op.f("uq_review_number")),
    )
    op.create_index(op.f("ix_review_action_id"), "review", ["action_id"], unique=False)
    op.create_index(op.f("ix_review_answered_in_id"), "review", ["answered_in_id"], unique=False)
    op.create_index(op.f("ix_review_asked_of_id"), "review", ["asked_of_id"], unique=False)
    op.create_index(op.f("ix_review_letter_id"), "review", ["letter_id"], unique=False)
    op.create_index(op.f("ix_review_meeting_id"), "review", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_review_rating_id"), "review", ["rating_id"], unique=False)
    for statement in filter(str.strip, f"{TABLES};{search.TABLES}".split(";")):
        op.execute(statement)

"""A template that a council changed as its people do: a letterhead picture, other fonts, other wording."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.shared import Cm

from boardtui.documents.package import unpack
from boardtui.services import templates
from boardtui.services.desk import Desk
from boardtui.services.export import export
from tests.documents.reading_back import opened, text_of
from tests.letterheads import png


def test_a_letterhead_a_font_and_the_wording_are_changed_in_a_copy_and_come_out_in_the_paper(
    desk: Desk, tmp_path: Path
) -> None:
    own = templates.copy("minutes")
    document = docx.Document(str(own))
    document.sections[0].first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(png()), width=Cm(3))
    document.styles["Normal"].font.name = "Georgia"
    heading = next(one for one in document.paragraphs if one.text == "Proceedings")
    heading.runs[0].text = "What was said"
    document.save(str(own))
    (checked,) = templates.check("minutes")
    assert checked.wrong == ()
    made = export(desk, "minutes", tmp_path, number=5).read_bytes()
    assert "What was said" in text_of(made)
    assert opened(made).styles["Normal"].font.name == "Georgia"
    assert png() in unpack(made).values()


def test_a_standing_agenda_changed_in_an_editor_is_what_new_meetings_start_from(desk: Desk) -> None:
    from boardtui.services import meetings
    from boardtui.store.reading.meetings import items

    own = templates.copy("standing")
    own.write_text(own.read_text("utf-8").replace("Welcome and apologies", "Croeso"), "utf-8")
    (checked,) = templates.check("standing")
    assert checked.wrong == ()
    ((number, _),) = desk.do(lambda work: meetings.plan_meetings(work, 1)).value
    assert desk.read(lambda db: items(db, number))[0].title == "Croeso"

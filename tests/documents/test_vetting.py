"""A template that is broken, hostile or a bomb is refused with its place and reason, and nothing of it runs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui import paths
from boardtui.documents import minutes
from boardtui.documents.templates import WORD, Template, own_path, template
from boardtui.documents.vetting import child, passing
from boardtui.documents.vetting.trial import fields_of, tried
from boardtui.errors import BoardError
from tests.documents import samples
from tests.documents.reading_back import text_of
from tests.documents.template_files import BOMBS, BROKEN, CANARY, HOSTILE, Make, field, instead, linked, said
from tests.trial import fields, gathered

UNFIT = {**BROKEN, **HOSTILE, **BOMBS}


def council(make: Make) -> Template:
    """Put a template into the council's folder as its minutes."""
    path = own_path("minutes")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make())
    return template("minutes")


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Run the test in a folder where whatever a template gets run leaves a file; there must be none at the end."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path / CANARY
    assert not list(tmp_path.parent.rglob(f"*{CANARY}*"))


@pytest.mark.parametrize("name", [*BROKEN, *HOSTILE])
def test_an_unfit_template_is_refused_with_place_and_reason(canary: Path, name: str) -> None:
    make, reason = UNFIT[name]
    found = tried(council(make))
    assert re.search(reason, " / ".join(map(str, found)))


@pytest.mark.parametrize("name", [*BOMBS, "a sentence left out", "not a zip", "reads a file"])
def test_it_is_tried_in_a_process_that_bears_it_and_does_not_pass(canary: Path, name: str) -> None:
    make, reason = UNFIT[name]
    found = passing.checked(council(make))
    assert re.search(reason, " / ".join(map(str, found)))
    assert passing.standing(template("minutes")) == "not checked"


def test_an_export_names_template_place_reason_and_way_out_and_takes_no_other_template(canary: Path) -> None:
    council(instead("Next: {{ nxet }} {{ nobody }}"))
    with pytest.raises(BoardError) as problem:
        minutes.render(samples.minutes())
    assert problem.value.title == "Your template minutes.docx cannot be used."
    assert "Paragraph “Next: {{ nxet }} {{ nobody }}”: there is no field “nxet”" in problem.value.message
    assert "1 other fault" in problem.value.message
    assert "boardtui templates check minutes" in problem.value.hint


def test_what_passed_is_used_without_another_check_until_its_content_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    own = council(said("Proceedings", "What was said"))
    assert passing.standing(own) == "not checked"
    assert "What was said" in text_of(minutes.render(samples.minutes()))
    assert passing.standing(own) == "checked"
    monkeypatch.setattr(passing, "faults", lambda _: pytest.fail("It was checked again."))
    minutes.render(samples.minutes())
    assert passing.standing(council(said("Proceedings", "Said"))) == "changed since its check"


def test_what_cannot_be_remembered_is_checked_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "file" / "below")
    own = council(said("Proceedings", "What was said"))
    minutes.render(samples.minutes())
    assert passing.standing(own) == "not checked"


@pytest.mark.parametrize("name", WORD)
def test_a_shipped_template_passes(name: str) -> None:
    assert tried(template(name)) == []


@pytest.mark.parametrize(
    "make",
    [linked("hyperlink", "https://example.org"), linked("hyperlink", "mailto:a@example.org"), field(" PAGE ")],
    ids=["web", "mail", "page number"],
)
def test_what_a_council_may_add_is_let_in(make: Make) -> None:
    assert tried(Template("minutes", Path("minutes.docx"), make(), own=True)) == []


def test_the_trial_may_write_no_file_and_its_memory_is_limited(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    code = "\n".join(
        (
            "from boardtui.documents.vetting import child",
            "child.confine()",
            "import resource",
            "print(resource.getrlimit(resource.RLIMIT_AS)[0])",
            f"import pathlib; pathlib.Path({str(tmp_path / 'x')!r}).write_text('x')",
        )
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    assert int(ran.stdout) == (child.MEMORY if hard < 0 else min(child.MEMORY, hard))
    assert "File too large" in ran.stderr


def test_a_template_that_cannot_be_read_is_said_and_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    own = own_path("minutes")

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BoardError, match=re.escape(f"{own} cannot be read: Permission denied")):
        template("minutes")


@pytest.mark.thorough
def test_the_trial_has_every_field_that_the_samples_papers_have(built_sample: Path) -> None:
    for name, contexts in gathered([built_sample]).items():
        known = set(fields({"": fields_of(name)}))
        for context in contexts:
            shown = {field: value for field, value in context.items() if field not in ("said", "properties")}
            assert set(fields({"": shown})) <= known, f"{name}: renew it with python -m tests.trial"

"""The component shelf: each component says what it expects, is in the guide, and stands under the strict CSP."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory, override_settings
from django.urls import include, path

from kit.drawn import CLOCK_SIGNS, NO_CLOCK
from xinfang.shelf import dialog, part, shelf

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
PARTS_OF_THE_FRAME = {"head", "topbar", "nav", "help", "toasts"}

urlpatterns = [path("shelf/", include("xinfang.shelf"))]


def asked(method: str = "get", **data: str):
    request = getattr(RequestFactory(), method)("/shelf/", data)
    request.user = AnonymousUser()
    return request


@pytest.fixture(autouse=True)
def _plain_addresses():
    storages = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(ROOT_URLCONF=__name__, STORAGES=storages):
        yield


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_is_short_and_says_what_it_expects(component):
    lines = component.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert lines[0].startswith(f"{{# {component.stem}:")


def test_every_component_is_in_the_guide():
    guide = (ROOT / "docs" / "how-to" / "components.md").read_text(encoding="utf-8")
    missing = [c.name for c in COMPONENTS if c.stem not in PARTS_OF_THE_FRAME and f"`{c.name}`" not in guide]
    assert not missing


def test_every_icon_named_in_a_template_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "static" / "icons.svg").read_text(encoding="utf-8")))
    named = {
        (path.name, name)
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r'(?:{% icon |\bicon=)"([\w-]+)"', path.read_text(encoding="utf-8"))
    } | {("drawn.py", name) for name in (*CLOCK_SIGNS.values(), NO_CLOCK)}
    assert named
    assert not {(file, name) for file, name in named if name not in drawn}


def test_the_shelf_shows_every_component_without_inline_style_or_script():
    page = shelf(asked()).content.decode()
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\bsrc=)", page)
    for sign in ("x-clock", "x-state", "x-act", "x-timeline", "x-table", "x-field", "x-empty", "x-refusal", "x-letter"):
        assert f'class="{sign}' in page or f" {sign}" in page, sign


def test_a_wrong_field_comes_back_with_what_was_typed():
    answer = dialog(asked("post", reason="短"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert ">\n短</textarea>" in page
    assert 'aria-invalid="true"' in page


def test_a_refusal_tells_the_numbers_and_the_article():
    data = {"unit": "", "opened_on": "2026-03-12", "kind": "appeal", "channel": "visit", "reason": "由该镇办理。"}
    with override_settings(LANGUAGE_CODE="zh-hans"):
        answer = dialog(asked("post", **data | {"unit": "21"}))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "最多可延10日" in page
    assert "第三十四条" in page
    assert "data-refusal" in page


def test_the_days_of_a_clock_say_which_count():
    page = part(asked(), "days").content.decode()
    assert page.count("<li") == 16
    assert "不计" in page
    assert "第15日" in page

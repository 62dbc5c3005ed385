"""Dictionaries: loaded as often as one likes, found while typing, grown and ended but never renamed."""

from datetime import timedelta

import pytest

from law.errors import Refused
from organizations.dictionaries import (
    CONTENT,
    add_term,
    end_term,
    load_dictionaries,
    matching_terms,
    term_coded,
    term_options,
    term_written,
)
from organizations.journal.verbs import DICTIONARY_LOADED
from organizations.models import JournalEntry, Term
from organizations.roles import Role
from organizations.today import today
from tests.addresses import client_of
from tests.organizations.conftest import District


@pytest.fixture
def loaded(district: District) -> District:
    load_dictionaries()
    return district


def test_it_is_loaded_once_however_often_it_is_asked(loaded: District):
    number = Term.objects.count()
    assert number > 600
    assert load_dictionaries() == {"内容分类": 0}
    assert Term.objects.count() == number
    assert JournalEntry.objects.filter(verb=DICTIONARY_LOADED.code).count() == 1


def test_every_term_hangs_below_its_parent_by_its_code_and_its_path(loaded: District):
    for term in Term.objects.select_related("parent"):
        above = term.parent
        assert term.level == len(term.code) // 2
        assert term.code.startswith(above.code if above else "")
        assert term.path == (f"{above.path}/{term.label}" if above else term.label)
    assert Term.objects.filter(level=1).count() == 15


def test_a_term_is_found_by_name_initials_and_code_the_nearest_first(loaded: District):
    first = term_options(CONTENT, "安全生产")[0]
    assert (first["name"], first["path"], first["note"]) == ("安全生产", "城乡建设", "二级")
    assert "安全生产" in {each["name"] for each in term_options(CONTENT, "aqsc")}
    assert {term.code[:4] for term in matching_terms(CONTENT, "0101", today())} == {"0101"}
    assert term_options(CONTENT, "没有这样的分类") == []


def test_a_text_names_a_term_by_its_path_or_by_a_label_that_is_one_terms_own(loaded: District):
    on = today()
    named = term_written(CONTENT, "城乡建设/安全生产", on)
    assert named
    assert named.code == "0101"
    top = term_written(CONTENT, "城乡建设", on)
    assert top
    assert top.code == "01"
    assert Term.objects.filter(label="其他").count() > 1
    assert term_written(CONTENT, "其他", on) is None
    assert term_written(CONTENT, "", on) is None


def test_a_term_is_added_and_ended_with_all_below_it_from_a_day_on(loaded: District):
    admin, on = loaded.people[Role.SYSTEM_ADMIN], today()
    later = on + timedelta(days=5)
    made = add_term(CONTENT, "电梯安全", "0101", valid_from=later, by=admin, on=on)
    assert (made.path, made.code[:4]) == ("城乡建设/安全生产/电梯安全", "0101")
    with pytest.raises(Refused):
        term_coded(CONTENT, made.code, on)
    assert term_coded(CONTENT, made.code, later) == made
    number = Term.objects.filter(code__startswith="0101").count()
    assert end_term(CONTENT, "0101", valid_to=later, by=admin, on=on) == number
    assert term_coded(CONTENT, "010101", on).label == "事故处理"
    with pytest.raises(Refused):
        term_coded(CONTENT, "010101", later)
    assert load_dictionaries() == {"内容分类": 0}


@pytest.mark.parametrize(
    ("label", "parent", "code"),
    [("事故处理", "0101", "term_taken"), ("更细的", "010101", "term_too_deep"), ("x", "9999", "term_unknown")],
)
def test_a_term_that_does_not_fit_is_refused(loaded: District, label, parent, code):
    with pytest.raises(Refused) as refused:
        add_term(CONTENT, label, parent, valid_from=today(), by=loaded.people[Role.SYSTEM_ADMIN], on=today())
    assert refused.value.code == code


def test_only_the_system_administrator_changes_a_dictionary(loaded: District):
    clerk = loaded.people[Role.WINDOW_CLERK]
    with pytest.raises(Refused) as refused:
        end_term(CONTENT, "01", valid_to=today(), by=clerk, on=today())
    assert refused.value.code == "not_permitted"
    assert client_of(clerk).get("/dictionaries/content_category/").status_code == 403


def test_the_page_adds_and_ends_terms(loaded: District):
    client = client_of(loaded.people[Role.SYSTEM_ADMIN])
    address = "/dictionaries/content_category/?under=0101"
    assert "事故处理" in client.get(address).content.decode()
    added = client.post(address, {"label": "电梯安全", "valid_from": str(today()), "add": "1"})
    assert added.status_code == 302
    term = Term.objects.get(label="电梯安全")
    assert client.post(address, {"label": "a/b", "valid_from": str(today()), "add": "1"}).status_code == 422
    assert client.post(address, {"label": "电梯安全", "valid_from": str(today()), "add": "1"}).status_code == 409
    assert client.post(address, {"code": term.code, "valid_to": str(today()), "end": "1"}).status_code == 302
    term.refresh_from_db()
    assert term.valid_to == today()
    assert client.get("/dictionaries/none/").status_code == 404


def test_both_doors_offer_terms_to_any_member_of_staff(loaded: District):
    client = client_of(loaded.people[Role.INFORMANT])
    page = client.get("/terms/options?q=aqsc").json()["results"]
    program = client.get("/api/v1/terms/?q=aqsc").json()
    assert [each["id"] for each in page] == [each["code"] for each in program["results"]]
    assert client.get("/api/v1/terms/?who=x").status_code == 422
    assert client.get("/terms/options?in=none").status_code == 404

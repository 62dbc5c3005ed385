"""New keys while the system runs: readable before, during and after, and nothing left under the old ones."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from cases.actions.oversight import look_up
from cases.models import Award, Correction, Document, Draft, EventText, OfficialsReport, Party, Remedy, Respondent
from cases.record.key_rotation import begin_rotation, rotate, rows_left, sealed_models
from kit.messages.queueing import Recipient, queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from kit.sealed_fields import ciphertext, keyring, sealed_fields
from law.vocabulary import State
from organizations.models import RecordLetter
from tests.any_row import any_row
from tests.cases.access import raw
from tests.cases.proposals import a_proposal
from tests.cast import Cast, register
from tests.walks import walk_to
from vault.keys import add_generation, ensure_keyring


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any) -> Path:
    """A keyring of this test's own."""
    path = ensure_keyring(tmp_path / "keys.json")
    settings.KEYS_FILE = path
    return path


@pytest.fixture
def people(cast: Cast) -> Cast:
    """Rows in every table that has something sealed."""
    walk = walk_to(cast, State.CLOSED)
    Draft.objects.create(staff=cast.clerk, form="register", data="{}")
    Respondent.objects.create(case=walk.case, name="某公司", outside=True)
    assert walk.leg
    first, second = walk.leg.documents.all()[:2]
    asked = {"request": "再查", "requested_on": walk.on, "received_on": walk.on, "registered_by": cast.clerk}
    Remedy.objects.create(
        case=walk.case, leg=walk.leg, kind="review", unit=cast.gov, against=first, applicant="老王", **asked
    )
    undone = {"method": "post", "sent_on": walk.on, "receiver": "老汪", "undone": "serve", "reason": "送错了人"}
    people = dict.fromkeys(("recorded_by", "asked_by", "undone_by"), cast.town_head)
    first.undone_services.create(undone_on=walk.on, **undone, **people)
    slip = {"wrong": "老汪", "right": "老王", "reason": "笔误", "on": walk.on, "by": cast.town_head}
    Correction.objects.create(document=first, sheet=second, **slip)
    Award.objects.create(
        leg=walk.leg,
        demand=walk.leg.demands.all()[0],
        kind="bonus",
        recipient="老王",
        body="区政府",
        contribution="x",
        awarded_on=walk.on,
        on=walk.on,
        by=cast.town_head,
    )
    raw(cast, to_unit=cast.village, of_unit=cast.town)
    told = {"told": ["organization"], "body": "组织部", "reported_on": walk.on, "unit": cast.bureau, "by": cast.router}
    OfficialsReport.objects.create(case=walk.case, officials="某某", content="收礼", document=first, **told)
    a_proposal(walk.case, cast.town, cast.router, walk.on)
    with transaction.atomic():
        queue_message(Channel.SMS, Reason("x", "试"), Recipient(address="13800001234"), "请您来一趟", subject="告知")
    letter = RecordLetter.objects.create(
        record="a_room.record",
        key=1,
        unit=cast.bureau,
        kind="a_room.letter",
        content="请老王来一趟",
        issued_on=walk.on,
        issued_by=cast.clerk,
    )
    letter.services.create(method="in_person", sent_on=walk.on, receiver="老王", recorded_by=cast.clerk)
    for _ in range(7):
        register(cast)
    for model in sealed_models():
        if not model._default_manager.exists():
            any_row(model)
    return cast


def in_the_database() -> dict[str, str]:
    """Every sealed column of every row, as it lies there; empty ones left out."""
    found: dict[str, str] = {}
    for model in sealed_models():
        for column in sealed_fields(model):
            rows = model._default_manager.annotate(raw_text=ciphertext(column.name)).values_list("pk", "raw_text")
            found.update({f"{model._meta.db_table}.{column.name}.{key}": raw for key, raw in rows if raw})
    return found


def generation(sealed: str) -> str:
    """The generation of keys that sealed a text."""
    return sealed.split(".", 2)[1]


def generations() -> set[str]:
    return {generation(raw) for raw in in_the_database().values()}


def plain() -> dict[str, str]:
    """The same, opened by the product itself."""
    return {
        f"{model._meta.db_table}.{column.name}.{row.pk}": getattr(row, column.name)
        for model in sealed_models()
        for row in model._default_manager.all()
        for column in sealed_fields(model)
        if getattr(row, column.name)
    }


def found_by_everything(cast: Cast) -> bool:
    asked: tuple[dict[str, str], ...] = (
        {"name": "老王"},
        {"phone": "138 0000 1234"},
        {"id_number": "990102196001010011"},
    )
    return all(len(look_up(by=cast.router, reason="核对", **each)) == 8 for each in asked)


def command(*arguments: str) -> tuple[str, int]:
    out = StringIO()
    try:
        call_command("rotate_keys", *arguments, stdout=out, stderr=StringIO())
    except CommandError as error:
        return out.getvalue() + str(error), error.returncode
    return out.getvalue(), 0


def test_every_table_with_something_sealed_takes_part(people: Cast):
    assert {name.split(".")[0] for name in in_the_database()} == {model._meta.db_table for model in sealed_models()}
    assert {Party, Respondent, Document, EventText, Draft} <= set(sealed_models())


def test_everything_is_readable_before_during_and_after(people: Cast):
    words = plain()
    assert generations() == {"k1"}
    assert begin_rotation() == ("k2", True)
    assert plain() == words
    assert found_by_everything(people)
    seen = set()
    for _progress in rotate(3):
        assert plain() == words
        assert found_by_everything(people)
        seen |= generations()
    assert seen == {"k1", "k2"}
    assert generations() == {"k2"}


def test_the_command_leaves_nothing_under_the_old_key(people: Cast, keys: Path):
    words, sealed = plain(), in_the_database()
    digests = set(Party.objects.values_list("name_digest", "pinyin_digest", "id_digest", "phone_digest"))
    said, code = command("--batch", "3")
    assert code == 0
    assert f"合计{sum(1 for _ in rows_of(sealed))}行。" in said
    now = in_the_database()
    assert plain() == words
    assert generations() == {"k2"}
    assert now.keys() == sealed.keys()
    assert not set(now.values()) & set(sealed.values())
    assert found_by_everything(people)
    new = set(Party.objects.values_list("name_digest", "pinyin_digest", "id_digest", "phone_digest"))
    assert len(new) == len(digests) == 1
    assert not set(*new) & set(*digests)
    assert rows_left() == {}
    assert command("--drop-old")[0].strip() == "已删除旧密钥：k1。"
    assert list(keyring().keys) == ["k2"]
    assert plain() == words
    assert found_by_everything(people)
    assert command("--drop-old")[0].strip() == "没有旧密钥可删。"


def rows_of(sealed: dict[str, str]) -> set[tuple[str, str]]:
    return {(name.split(".")[0], name.rsplit(".", 1)[1]) for name in sealed}


def test_a_rotation_that_was_stopped_is_gone_on_with(people: Cast):
    begin_rotation()
    steps = rotate(2)
    for _ in range(3):
        next(steps)
    del steps
    left = rows_left()
    assert left
    assert generations() == {"k1", "k2"}
    said, code = command("--drop-old")
    assert code == 1
    assert "旧密钥还在使用" in said
    assert all(f"{table} {count}行" in said for table, count in left.items())
    said, code = command("--batch", "2")
    assert code == 0
    assert "继续上次未完成的更换，密钥 k2" in said
    assert generations() == {"k2"}
    assert "已新增密钥 k3" in command()[0]
    assert generations() == {"k3"}


def test_what_is_written_under_the_old_key_meanwhile_keeps_it_from_being_dropped(
    people: Cast, keys: Path, settings: Any
):
    command()
    party = Party.objects.first()
    late = keys.with_name("late.json")
    data = keys.read_text("utf-8").replace('"current": "k2"', '"current": "k1"')
    late.write_text(data, "utf-8")
    settings.KEYS_FILE = late
    Party.objects.filter(pk=party.pk).update(address="迟到的一笔")
    settings.KEYS_FILE = keys
    assert rows_left() == {"cases_party": 1}
    said, code = command("--drop-old")
    assert (code, "cases_party 1行" in said) == (1, True)
    assert command()[1] == 0
    assert Party.objects.get(pk=party.pk).address == "迟到的一笔"
    assert command("--drop-old")[1] == 0


def test_a_row_that_cannot_be_opened_is_named_and_left_as_it_is(people: Cast):
    broken = Party.objects.earliest("id")
    with_key = Party.objects.annotate(raw_text=ciphertext("name")).get(pk=broken.pk).raw_text
    forged = with_key[:-8] + "AAAAAAA="
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_party SET name = %s WHERE id = %s", [forged, broken.pk])
    said, code = command("--batch", "4")
    assert code == 1
    assert f"cases_party 主键 {broken.pk}" in said
    assert rows_left() == {"cases_party": 1}
    assert command("--drop-old")[1] == 1


def test_a_batch_of_nothing_is_refused(db: None):
    assert command("--batch", "0") == ("每批行数至少为1。", 2)


def test_an_added_generation_is_used_by_the_next_writer(people: Cast, keys: Path):
    add_generation(keys)
    case = register(people)
    party = Party.objects.annotate(raw_text=ciphertext("name")).get(case=case)
    assert (generation(party.raw_text), party.name) == ("k2", "老王")

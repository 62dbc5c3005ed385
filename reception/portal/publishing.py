"""What Art. 18 orders an office to publish: kept by its head in dated versions, shown to everybody, what is missing said."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.rights import Right
from organizations.today import today
from organizations.vocabulary import UnitKind
from reception.models import Matters, Published
from reception.models.published import newest

ARTICLE = "第十八条第一款"
PUBLISHED = Verb("portal.published", "公布信访事项相关信息", {"matter": Fact("事项", str, Matters)})


def published_by(units: list[Unit], on: date) -> dict[int, dict[Matters, Published]]:
    """Return what each of these offices has published, by matter, as it holds on a day: one query."""
    found: dict[int, dict[Matters, Published]] = {unit.pk: {} for unit in units}
    for row in newest(Published.objects.filter(unit__in=units, valid_from__lte=on)):
        found[row.unit_id].setdefault(Matters(row.matter), row)
    return found


def public_lines(unit: Unit, rows: dict[Matters, Published]) -> list[dict[str, Any]]:
    """Return {label, text, since} for every matter of Art. 18; what the letterhead and the law know stands in where nothing was written."""
    return [
        {
            "label": matter.label,
            "text": rows[matter].text if matter in rows else _known(matter, unit),
            "since": rows[matter].valid_from if matter in rows else None,
        }
        for matter in Matters
    ]


def publish(*, by: Staff, unit: Unit, matter: Matters, text: str, on: date | None = None) -> Published:
    """Publish what an office says of a matter, from today on. Raises Refused: not_permitted, nothing_said."""
    on = on or today()
    if not may(by, Right.KEEP_CONTACTS, at=unit):
        raise Refused("not_permitted", "对外公布的内容由本单位负责人维护。可在“权限一览”查看谁可以办理。")
    if not text.strip():
        raise Refused("nothing_said", "请写明要公布的内容。", ARTICLE)
    with transaction.atomic():
        row = Published.objects.create(unit=unit, matter=matter, text=text.strip(), valid_from=on, kept_by=by)
        note(PUBLISHED, by=by, at=unit, about=row, matter=matter)
    return row


def offices_kept_by(staff: Staff) -> list[Unit]:
    """Return the units whose publications a person keeps: every organ publishes (Art. 18). Raises Refused not_permitted."""
    own = {grant.unit.pk: grant.unit for _, grant in holdings(staff, Right.KEEP_CONTACTS)}
    if not own:
        raise Refused("not_permitted", "对外公布的内容由本单位负责人维护。可在“权限一览”查看谁可以办理。")
    return list(own.values())


def publishing_units(on: date) -> list[Unit]:
    """Return the petition offices, and whatever other unit has published something, by the tree."""
    told = Published.objects.filter(valid_from__lte=on).values("unit")
    offices = Q(kind=UnitKind.PETITION_OFFICE, district__isnull=False) | Q(pk__in=told)
    return list(Unit.objects.filter(offices).valid_on(on).order_by("path"))


def missing(unit: Unit, on: date) -> list[Matters]:
    """Return the matters of Art. 18 of which nothing is published."""
    lines = public_lines(unit, published_by([unit], on)[unit.pk])
    return [matter for matter, line in zip(Matters, lines, strict=True) if not line["text"]]


def _known(matter: Matters, unit: Unit) -> str:
    return {
        Matters.CHANNELS: f"本网站：{reverse('reception:portal_file')}",
        Matters.ADDRESS: unit.address,
        Matters.PHONES: unit.contact_phone,
        Matters.ENQUIRY: "凭信访件编号和查询码在本网站查询，或者带身份证件到窗口查询。",
        Matters.RULES: "《信访工作条例》（2022年5月1日起施行）。",
        Matters.PROCEDURE: "自收到之日起15日内转送、交办或者告知受理情况；受理之日起60日内办结，情况复杂的可以延长，延长期限不超过30日；对处理意见不服的，收到之日起30日内可以请求复查；对复查意见不服的，收到之日起30日内可以请求复核。",
    }.get(matter, "")

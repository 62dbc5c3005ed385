"""Registration (Art. 22, 23): everything received is registered, nothing is refused for its form."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from cases.actions.dictionary_words import linked
from cases.actions.external_numbers import ExternalNumber, fingerprint, stored
from cases.actions.for_collections import assert_collecting
from cases.actions.from_above import checked
from cases.actions.inputs import DemandInput, FromAbove, Himself, PartyInput, RespondentInput
from cases.actions.new_case import build_wall, write_new_case
from cases.models import Case
from cases.sight.keeping import keep_reach
from law.errors import Refused
from law.periods import FIRST_DAY
from law.vocabulary import Act, Channel
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.today import today
from organizations.vocabulary import UnitKind

SUBJECT_LENGTH = 60
_ATTEMPTS = 3


def register(
    *,
    by: Staff | Himself,
    channel: Channel,
    received_on: date,
    content: str,
    subject: str = "",
    parties: Sequence[PartyInput] = (),
    demands: Sequence[DemandInput] = (),
    respondents: Sequence[RespondentInput] = (),
    location: str = "",
    category: str = "",
    category_code: str = "",
    place: Unit | None = None,
    petitioner_count: int = 1,
    anonymous: bool = False,
    urgent: bool = False,
    source: str = "",
    external_number: str = "",
    unit: Unit | None = None,
    collection: int | None = None,
    from_above: FromAbove | None = None,
    on: date | None = None,
) -> Case:
    """Register what a citizen brought (Art. 22, 23): parties, demands, case, first event and the desk's clock.

    ``received_on`` is the day it arrived: the clock starts there. The same ``source`` and ``external_number``
    twice at one desk, with the same content, give the same case. An informant registers on behalf of the town.
    ``from_above``: the letter of a body above that commissioned it: a report upward is owed by the day it names (Art. 22).
    ``by``: staff, or the petitioner himself through a door without accounts (reception/portal/filing.py).
    ``collection``: the public collection of proposals that a suggestion answers (Art. 29). ``category_code`` and
    ``place`` name the term and the division, beside the words ``category`` and ``location``, which are kept as written.
    Raises Refused: not_permitted, date_in_future, date_too_early, nothing_said, collection_unfit,
    external_number_taken, term_unknown, place_unfit, superior_missing, superior_unfit, date_unfit.
    """
    on = on or today()
    standing, desk = _standing_and_desk(by, unit)
    _assert_registrable(received_on, on, content)
    written = {
        "channel": channel,
        "received_on": received_on,
        "content": content.strip(),
        "location": location,
        "category": category,
        "anonymous": anonymous,
        "urgent": urgent,
    }
    brought = {"parties": parties, "demands": demands, "respondents": respondents}
    chosen: dict[str, Any] = {"category_code": category_code, "place": place}
    sent = {**written, **brought, **chosen, "subject": subject, "petitioner_count": petitioner_count}
    sent |= {"collection": collection, "from_above": from_above}
    above = checked(from_above, desk, received_on, on) if from_above else None
    number = _external_number(by, desk, source, external_number, sent)
    for attempt in range(_ATTEMPTS):
        if known := number.known():
            return known
        if collection is not None:
            assert_collecting(collection, desk, received_on, demands)
        links = linked(category=category, location=location, district=desk.district_id, on=on, **chosen)
        subject = (subject.strip() or content.strip()[:SUBJECT_LENGTH])[:200]
        case = Case(
            district_id=desk.district_id,
            unit=desk,
            registered_on=on,
            registered_by=by if isinstance(by, Staff) else None,
            subject=subject,
            **{**written, **links},
            petitioner_count=max(petitioner_count, len(parties), 1),
            source=source,
            external_number=external_number,
            external_digest=stored(number.sent) if external_number else "",
            collection_id=collection,
        )
        try:
            with transaction.atomic():
                number.release_hidden()
                write_new_case(case, standing, parties, demands or [DemandInput(text=case.content)], above)
                if respondents or case.sealed:
                    build_wall(case, respondents)
                keep_reach([case.pk])
                return case
        except IntegrityError:
            # Another worker registered the same external number while we were at it: look again.
            if not external_number or attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def already_registered(
    *, by: Staff | Himself, source: str = "", external_number: str = "", unit: Unit | None = None, **sent: Any
) -> Case | None:
    """Return the case that the same sending (Art. 22) has become already, None where it would be a new one.

    Raises Refused: not_permitted, external_number_taken.
    """
    desk = _standing_and_desk(by, unit)[1]
    return _external_number(by, desk, source, external_number, sent).known()


def _external_number(by: Staff | Himself, desk: Unit, source: str, number: str, sent: dict[str, Any]) -> ExternalNumber:
    staff = by if isinstance(by, Staff) else None
    return ExternalNumber(desk, staff, source, number, sent["content"].strip(), fingerprint(**sent))


def desk_of(by: Staff) -> Unit:
    """Return the unit a person registers for: the unit of the grant; for a village, its town.

    Raises Refused: not_permitted.
    """
    return _standing_and_desk(by, None)[1]


def standing_of_registrar(by: Staff, desk: Unit | None = None) -> Unit:
    """Return where a person himself stands when he registers (for a desk): his own unit, be it a village.

    Raises Refused: not_permitted.
    """
    return _standing_and_desk(by, desk)[0]


def _standing_and_desk(by: Staff | Himself, unit: Unit | None) -> tuple[Unit, Unit]:
    """Return where a person stands when registering, and the desk: the asked one, or that of the first grant."""
    if isinstance(by, Himself):
        return by.desk, by.desk
    held = [grant.unit for _, grant in holdings(by, Act.REGISTER)]
    if not held:
        raise Refused("not_permitted", "您的角色不能登记信访件。可在“权限一览”查看谁可以登记。")
    for standing in held:
        desk = _desk_over(standing)
        if unit is None or unit.pk == desk.pk:
            return standing, desk
    raise Refused("not_permitted", f"您的角色不能在“{unit and unit.name}”登记信访件。可在“权限一览”查看谁可以登记。")


def _desk_over(unit: Unit) -> Unit:
    if unit.kind in (UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP):
        return Unit.objects.filter(pk__in=unit.line, kind=UnitKind.TOWN).order_by("-path").first() or unit
    return unit


def _assert_registrable(received_on: date, on: date, content: str) -> None:
    if received_on > on:
        raise Refused("date_in_future", f"收到日期{received_on}晚于今天{on}，请核对。")
    if received_on < FIRST_DAY:
        raise Refused("date_too_early", f"收到日期{received_on}早于{FIRST_DAY}，请核对年份。")
    if not content.strip():
        raise Refused("nothing_said", "请写下信访人反映的内容，哪怕只有一句话；口头提出的如实记录。", "第十九条")

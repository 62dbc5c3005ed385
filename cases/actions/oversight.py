"""Reminding, voiding a wrong registration (two people), and finding the cases of a person with a reason."""

from datetime import date

from django.db import transaction

from cases.actions.frame import performing
from cases.clocks import end_clocks
from cases.models import Case, PersonLookUp
from cases.models.promise import UNDONE
from cases.record.verbs import LOOKED_UP
from kit.sealed_fields import digests_of
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.roles import Right

_LOOK_UPS = {"name": "name_digest", "phone": "phone_digest", "id_number": "id_digest"}
MOST_FOUND = 50


def remind(case_id: int, *, leg_id: int, by: Staff, text: str, seen: int | None = None, on: date | None = None) -> Case:
    """Remind another unit of a leg (Art. 40); nothing else changes.

    Raises Refused: not_found, not_permitted, wrong_state, own_unit.
    """
    with performing(Act.REMIND, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        deed.facts = {"unit": deed.the_leg.unit_id}
    return deed.case


def request_void(case_id: int, *, by: Staff, reason: str, seen: int | None = None, on: date | None = None) -> Case:
    """Ask to void a wrong registration; a second person decides, the clocks run on until then.

    Raises Refused: not_found, not_permitted, wrong_state.
    """
    with performing(Act.REQUEST_VOID, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        pass
    return deed.case


def confirm_void(case_id: int, *, by: Staff, note: str = "", seen: int | None = None, on: date | None = None) -> Case:
    """Confirm that a registration was wrong: it stays in the chain, its clocks end.

    Raises Refused: not_found, not_permitted, wrong_state, same_person.
    """
    with performing(Act.CONFIRM_VOID, case_id, by=by, seen=seen, on=on, text=note) as deed:
        end_clocks(deed.case.clocks.all(), deed.act, deed.on)
        deed.case.promises.filter(UNDONE).update(lapsed_on=deed.on)
        deed.case.legs.update(next_due_on=None)
    return deed.case


def refuse_void(case_id: int, *, by: Staff, reason: str, seen: int | None = None, on: date | None = None) -> Case:
    """Refuse to void: the case goes on where it was. Raises Refused: not_found, not_permitted, same_person."""
    with performing(Act.REFUSE_VOID, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        pass
    return deed.case


def look_up(*, by: Staff, reason: str, name: str = "", phone: str = "", id_number: str = "") -> list[Case]:
    """Find the cases of a person within reach by exact name, phone or ID number; logged with its reason.

    Raises Refused: not_permitted, look_up_empty, reason_missing.
    """
    asked = {key: value for key, value in (("name", name), ("phone", phone), ("id_number", id_number)) if value.strip()}
    if not holdings(by, Right.LOOK_UP):
        raise Refused("not_permitted", "您的角色不能按人查询。可在“权限一览”查看谁可以查询。")
    if not asked:
        raise Refused("look_up_empty", "请填写姓名、电话、证件号码中的一项。")
    if not reason.strip():
        raise Refused("reason_missing", "按人查询要写明理由，查询会留下记录。", "个人信息保护法第六条")
    cases = Case.objects.visible_to(by)
    for key, value in asked.items():
        cases = cases.filter(**{f"parties__{_LOOK_UPS[key]}__in": digests_of(value)})
    found = list(cases.distinct().order_by("-received_on", "-id")[:MOST_FOUND])
    with transaction.atomic():
        looked = PersonLookUp.objects.create(staff=by, by_what="+".join(asked), reason=reason, found=len(found))
        note(LOOKED_UP, by=by, about=looked, found=len(found))
    return found

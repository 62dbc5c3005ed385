"""What an organ receives directly: told at the counter, or told whose matter it is (Art. 23)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.exit_leg import NOT_COMPETENT, exit_letter, leave, open_exit
from cases.actions.exit_rules import assert_told
from cases.actions.frame import performing
from cases.letters.making import make_document
from cases.models import Case, Service
from cases.openings.dispatching import DIRECT
from cases.places.wall import assert_outside_clear
from law.errors import Refused
from law.vocabulary import Act, Letter, ServiceMethod
from organizations.models import Staff, Unit
from organizations.papers.serving import Serving, served
from organizations.superiors import stands_over


def tell_on_spot(
    case_id: int, *, by: Staff, handling: str, receiver: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Hand a visitor the written notice at the counter, on the day of the visit (Art. 23, para 2).

    ``handling``: by which way and steps his matter goes on; ``receiver``: who signed for it.
    Raises Refused: not_found, not_permitted, wrong_state, exit_incomplete, not_a_visit, told_already, not_on_the_spot.
    """
    assert_told(处理途径和程序=handling, 签收人=receiver)
    with performing(Act.TELL_ON_SPOT, case_id, by=by, seen=seen, on=on, text=handling) as deed:
        case = deed.case
        letter = make_document(
            Letter.SPOT_NOTICE,
            case,
            leg=None,
            unit=case.unit,
            by=by,
            on=deed.on,
            received_on=case.received_on,
            handling=handling,
        )
        how = Serving(method=ServiceMethod.IN_PERSON, receiver=receiver)
        columns = served(how, issued_on=letter.issued_on, on=deed.on)
        Service.objects.create(document=letter, recorded_by=by, **columns)
        deed.facts["document"] = letter.number
    return deed.case


def direct_elsewhere(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    address: str,
    reason: str,
    body: str = "",
    phone: str = "",
    unit: Unit | None = None,
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Tell whoever came directly, in writing, by name and address, whose matter it is (Art. 23, para 1).

    ``unit``: the body, where the list has it. Raises Refused: not_found, not_permitted, wrong_state, exit_incomplete,
    office_cannot_direct, petitioner_unknown, own_system, accused_party, respondent_missing, respondent_unlinked,
    accusation_apart, extract_missing, demand_unknown, demand_taken.
    """
    body = body.strip() or (unit.name if unit else "")
    assert_told(理由=reason, 有权处理的机关名称=body, 有权处理的机关地址=address)
    with performing(Act.DIRECT_ELSEWHERE, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        desk = deed.case.unit
        if unit and (unit.pk == desk.pk or stands_over(desk, unit)):
            words = f"“{unit.name}”属于本单位或者本系统：请“本单位办理”，或者“转送”“交办”，不能让信访人另行提出。"
            raise Refused("own_system", words, DIRECT)
        assert_outside_clear(deed.case, body, unit)
        open_exit(deed, demands, extract)
        where = "，".join(filter(None, [f"地址：{address.strip()}", f"电话：{phone.strip()}" if phone.strip() else ""]))
        leave(deed, deed.the_leg, ground=NOT_COMPETENT, body=body, how=where, reason=reason)
        exit_letter(deed, Letter.COMPETENT_BODY_NOTICE, body=body, address=where, reason=reason)
        deed.facts["ground"] = NOT_COMPETENT
    return deed.case

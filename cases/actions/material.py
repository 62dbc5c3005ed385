"""Missing material 补正: asked for once and completely, in writing; no clock stops for it."""

from datetime import date

from cases.actions.frame import performing
from cases.letters.making import make_document
from cases.models import Case, MaterialRequest
from cases.openings.petitioner import MATERIAL, open_material
from cases.places.spot import Actor
from law.errors import Refused
from law.vocabulary import Act, Letter
from organizations.models import Staff


def request_material(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    missing: str,
    new_facts: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Tell the petitioner at once everything that is missing, one item a line; a second time only for new facts.

    Raises Refused: not_found, not_permitted, wrong_state, material_asked, material_asked_before.
    """
    with performing(Act.REQUEST_MATERIAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=missing) as deed:
        leg = deed.the_leg
        before = leg.material_requests.order_by("-id").first()
        if before and not new_facts.strip():
            raise Refused(
                "material_asked_before",
                f"{before.asked_on}已经告知过补正，所需材料应当一次告知；确因新情况需要再补的，请写明“新情况”。",
                MATERIAL,
            )
        MaterialRequest.objects.create(leg=leg, missing=missing, new_facts=new_facts, asked_on=deed.on, asked_by=by)
        letter = make_document(
            Letter.MATERIAL_REQUEST,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            missing=[each.strip() for each in missing.splitlines() if each.strip()],
            new_facts=new_facts,
        )
        deed.facts = {"document": letter.number}
    return deed.case


def record_material(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    received: str,
    received_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record what the petitioner brought. Raises Refused: not_found, not_permitted, wrong_state, nothing_asked, date_unfit."""
    with performing(Act.RECORD_MATERIAL, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=received) as deed:
        asked = open_material(deed.the_leg)
        assert asked, "the opening of the act has seen to it"
        received_on = deed.stated(received_on) or deed.on
        if not asked.asked_on <= received_on <= deed.on:
            raise Refused("date_unfit", f"日期{received_on}应在{asked.asked_on}与今天{deed.on}之间，请核对。", MATERIAL)
        asked.received_on, asked.received, asked.recorded_by = received_on, received, deed.account
        asked.save()
        deed.facts = {"received_on": received_on.isoformat()}
    return deed.case

"""Letters: numbered without gaps, their words fixed when they are made."""

from datetime import date
from typing import Any

from django.db.models import F
from django.template.loader import render_to_string

from cases.models import Case, Demand, Document, DocumentCounter, Leg
from law.vocabulary import Kind, Letter
from organizations.models import Staff, Unit

# 文种代字 behind the unit's 机关代字; the site's own ones are a matter of its document rules.
_KIND_WORDS = {
    Letter.REFERRAL_LETTER: "转", Letter.COMMISSION_LETTER: "交", Letter.ACCEPTANCE_NOTICE: "受",
    Letter.HANDLING_OPINION: "意", Letter.CONCLUSION_REPORT: "结",
    Letter.OBJECTION_LETTER: "异", Letter.NON_ACCEPTANCE_NOTICE: "不", Letter.NO_LONGER_ACCEPTED_NOTICE: "不再",
    Letter.DIVERSION_NOTICE: "导", Letter.TRANSFER_LETTER: "移",
}  # fmt: skip


def make_document(
    kind: Letter, case: Case, *, leg: Leg | None, unit: Unit, by: Staff, on: date, **words: Any
) -> Document:
    """Make a letter of a unit: number it and fix its text from templates/letters/<kind>.txt.

    ``words`` are the letter's own variables, beside case, leg, unit, on, number and petitioners.
    """
    number = next_number(unit, kind, on.year)
    petitioners = "、".join(party.name for party in case.parties.all() if party.name) or "（姓名不详）"
    known = {"case": case, "leg": leg, "unit": unit, "on": on, "number": number, "petitioners": petitioners}
    content = render_to_string(f"letters/{kind}.txt", {**known, **words}).strip()
    return Document.objects.create(
        case=case, leg=leg, unit=unit, kind=kind, number=number, content=content, issued_on=on, issued_by=by
    )


def told_demands(case: Case, leg: Leg) -> list[Demand]:
    """Return the demands of a leg in the words its unit may read: of a sealed case the extract alone (Art. 30)."""
    demands = list(leg.demands.all())
    for demand in demands:
        if case.sealed and demand.kind != Kind.ACCUSATION:
            demand.text = demand.extract
    return demands


def next_number(unit: Unit, kind: Letter, year: int) -> str:
    """Return the next 机关代字〔年〕n号; inside the act's transaction, so that a refused act leaves no gap."""
    DocumentCounter.objects.get_or_create(unit=unit, kind=kind, year=year)
    row = DocumentCounter.objects.select_for_update().get(unit=unit, kind=kind, year=year)
    DocumentCounter.objects.filter(pk=row.pk).update(last=F("last") + 1)
    prefix = unit.document_prefix or f"{unit.short_name}信"
    return f"{prefix}{_KIND_WORDS.get(kind, '')}〔{year}〕{row.last + 1}号"

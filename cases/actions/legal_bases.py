"""Keeping the library of legal bases: who manages units enters a sheet of articles, all of it or nothing."""

from collections.abc import Sequence

from django.db import transaction

from cases.models import LegalBasis
from cases.record.verbs import BASES_KEPT
from law.bases import Basis
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.settings_in_force import assert_manager
from organizations.today import now


def keep_bases(bases: Sequence[Basis], *, by: Staff) -> None:
    """Keep articles for the person's district (above the districts: for the house).

    The same wording (law, article, first day) entered again is corrected, so that its last day can be entered later.
    Raises Refused not_permitted.
    """
    assert_manager(by)
    rows = [_row(basis, by) for basis in bases]
    with transaction.atomic():
        before = LegalBasis.objects.filter(district=by.unit.district_id).count()
        LegalBasis.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["district", "title", "article", "valid_from"],
            update_fields=["text", "level", "valid_to", "kept_by", "kept_at"],
        )
        new = LegalBasis.objects.filter(district=by.unit.district_id).count() - before
        note(BASES_KEPT, by=by, at=by.unit, new=new, corrected=len(rows) - new)


def _row(basis: Basis, by: Staff) -> LegalBasis:
    return LegalBasis(
        district_id=by.unit.district_id,
        title=basis.title,
        article=basis.article,
        text=basis.text,
        level=basis.level,
        valid_from=basis.valid_from,
        valid_to=basis.valid_to,
        kept_by=by,
        kept_at=now(),
    )

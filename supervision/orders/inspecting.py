"""Inspections: a mandate gives each member of the team dated access to a unit's cases, and the report takes it back (Art. 38)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.access import give_access, revoke_access
from cases.models import DatedAccess
from cases.models.access import AccessPurpose
from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.record_files import store_record_files
from organizations.recording import Move, recording
from organizations.roles import Right
from supervision.models import Inspection, InspectionMember
from supervision.orders import verbs
from supervision.orders.following_moves import of_another_unit
from supervision.words.orders import InspectionKind, InspectionState

ARTICLE = "第三十八条第二款"
_PURPOSES = {InspectionKind.TEAM: AccessPurpose.INSPECTION, InspectionKind.MONITOR: AccessPurpose.MONITORING}
START = Move(
    verb=verbs.INSPECTION_STARTED,
    right=Right.GIVE_ACCESS,
    to_state=InspectionState.RUNNING,
    opening=of_another_unit,
    told=lambda inspection: [each.staff for each in inspection.members.select_related("staff__unit")],
)
REPORT = Move(
    verb=verbs.INSPECTION_REPORTED,
    right=Right.GIVE_ACCESS,
    from_states=frozenset({InspectionState.RUNNING}),
    to_state=InspectionState.REPORTED,
    opening=of_another_unit,
)


def start_inspection(
    *,
    by: Staff,
    unit: Unit,
    kind: InspectionKind,
    mandate: str,
    from_day: date,
    to_day: date,
    accounts: Sequence[str],
    on: date | None = None,
) -> Inspection:
    """Send a team to a unit: each account may read its cases from a day to a day; what accuses somebody stays closed.

    Raises Refused: not_permitted, own_unit, reason_missing, members_missing, and as `give_access`.
    """
    if not mandate.strip():
        raise Refused("reason_missing", "请写明督查什么、依据什么。", ARTICLE)
    if not accounts:
        raise Refused("members_missing", "请填写督查组成员的账号。", ARTICLE)
    inspection = Inspection(
        unit=unit,
        kind=InspectionKind(kind),
        mandate=mandate.strip(),
        from_day=from_day,
        to_day=to_day,
        made_on=from_day,
        made_by=by,
    )
    with recording(START, inspection, by=by, on=on) as made:
        inspection.made_on = made.on
        for account in dict.fromkeys(accounts):
            _admit(inspection, account, by, made.on)
        made.facts = {"members": len(set(accounts)), "to_day": to_day}
    return inspection


def report_inspection(
    inspection: Inspection,
    *,
    by: Staff,
    text: str,
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Inspection:
    """Report what an inspection found to the unit, and take its accesses back.

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing.
    """
    if not text.strip():
        raise Refused("reason_missing", "请写明发现的问题和反馈意见。", ARTICLE)
    with recording(REPORT, inspection, by=by, seen=seen, on=on) as made:
        made.record.report, made.record.reported_on = text.strip(), made.on
        store_record_files(made.record, uploads, by=by)
        standing = DatedAccess.objects.readable_by(by).standing(made.on)
        keys = inspection.members.values("access")
        for access in standing.filter(pk__in=keys).values_list("pk", flat=True):
            revoke_access(access, by=by, reason="督查已经反馈")
    found: Inspection = made.record
    return found


def _admit(inspection: Inspection, account: str, by: Staff, on: date) -> None:
    access = give_access(
        by=by,
        account=account,
        of_unit=inspection.unit,
        from_day=inspection.from_day,
        to_day=inspection.to_day,
        purpose=_PURPOSES[InspectionKind(inspection.kind)],
        reason=inspection.mandate,
        on=on,
    )
    assert access.to_staff, "an access of an account names whose it is"
    InspectionMember.objects.create(inspection=inspection, staff=access.to_staff, access=access.pk)

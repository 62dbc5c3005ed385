"""Submitting to a leader, and writing down what he says: both doors call these."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cases.models import Case
from cases.places.whole_cases import whole_to
from cases.reading.case_file import readable_subject
from kit.files import CheckedFile
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.record_letters.issuing import issue_letter
from organizations.recording import Recorded, recording
from organizations.roles import Right
from organizations.today import today
from supervision.instructions.moves import INSTRUCT, RECORD_RETURN, SHEET, SUBMIT, TAKE_BACK
from supervision.models.instructions import Submission, SubmittedCase
from supervision.words.instructions import Decision, SubmissionState

MOST_CASES = 20


def submit_to_leader(
    cases: Sequence[Case], *, leader: Staff, digest: str, by: Staff, asks: str = "", on: date | None = None
) -> Submission:
    """Submit a case or a few to a leader with a digest, and make the printed sheet 呈阅单 (Art. 38).

    All that the digest tells of is open to the leader, too: what accuses somebody only where he may read it (Art. 30).
    Raises Refused: not_permitted, not_found, cases_missing, too_many_cases, leader_unfit, leader_cannot_read.
    """
    on = on or today()
    units = [grant.unit for _, grant in holdings(by, Right.SUBMIT_TO_LEADER)]
    if not units:
        raise Refused("not_permitted", "您的角色不呈阅领导。可在“权限一览”查看谁可以呈阅。")
    with transaction.atomic():
        found = _read(cases, by)
        _assert_reads(leader, found)
        submission = Submission(
            unit=units[0], leader=leader, digest=digest.strip(), asks=asks.strip(), submitted_by=by, submitted_on=on
        )
        with recording(SUBMIT, submission, by=by, on=on) as made:
            SubmittedCase.objects.bulk_create(SubmittedCase(submission=made.record, case=case) for case in found)
            made.facts = {"cases": len(found)}
            said = "\n".join(f"{case.number}：{readable_subject(case)}" for case in found)
            issue_letter(made, SHEET, unit=units[0], leader=leader.name, cases=said)
    return submission_in(made)


def _read(cases: Sequence[Case], by: Staff) -> list[Case]:
    keys = list(dict.fromkeys(case.pk for case in cases))
    if not keys:
        raise Refused("cases_missing", "请至少写一件信访件的编号。")
    if len(keys) > MOST_CASES:
        raise Refused("too_many_cases", f"一次最多呈阅{MOST_CASES}件，现有{len(keys)}件。")
    rows = whole_to(by).filter(pk__in=Case.objects.workable_by(by).filter(pk__in=keys).values("pk"))
    found = {case.pk: case for case in rows.with_sealed_open(by)}
    if len(found) < len(keys):
        raise Refused("not_found", "有的信访件不存在，或者不全在您的查看范围内。")
    return [found[key] for key in keys]


def _assert_reads(leader: Staff, cases: Sequence[Case]) -> None:
    if not holdings(leader, Right.INSTRUCT):
        raise Refused("leader_unfit", f"{leader.name}没有“领导”的角色，不能呈阅。")
    open_to_him = whole_to(leader).filter(pk__in=[case.pk for case in cases]).count()
    if open_to_him < len(cases):
        raise Refused(
            "leader_cannot_read",
            f"其中{len(cases) - open_to_him}件不在{leader.name}的查看范围内，不能呈阅；检举控告由检举控告专管员办理。",
            "第三十条",
        )


def instruct(
    submission: Submission,
    *,
    decision: str,
    by: Staff,
    instruction: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Submission:
    """Write down what the leader says, by himself or his liaison. ``decision``: instructed, noted.

    Raises Refused: not_yours, instruction_missing, as `recording`.
    """
    with recording(INSTRUCT, submission, by=by, seen=seen, on=on) as made:
        made.facts = {"noted": _write(made, decision, instruction, made.on)}
    return submission_in(made)


def record_paper(
    submission: Submission,
    *,
    decision: str,
    instructed_on: date,
    uploads: Sequence[CheckedFile],
    by: Staff,
    instruction: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Submission:
    """Record what the leader wrote on the printed sheet, when, with its scan, as another than who submitted it.

    Raises Refused: same_person, day_unfit, instruction_missing, scan_missing, as `recording`.
    """
    with recording(RECORD_RETURN, submission, by=by, seen=seen, on=on) as made:
        found = made.record
        if not found.submitted_on <= instructed_on <= made.on:
            raise Refused("day_unfit", f"批示日期应在呈阅日期{found.submitted_on}和今天{made.on}之间。")
        if not uploads:
            raise Refused("scan_missing", "请附上批示过的呈阅单扫描件或者照片。")
        noted = _write(made, decision, instruction, instructed_on)
        made.facts = {"instructed_on": instructed_on, "noted": noted}
        found.on_paper = True
        store_record_files(found, uploads, by=by)
    return submission_in(made)


def take_back(submission: Submission, *, by: Staff, seen: int | None = None, on: date | None = None) -> Submission:
    """Take back what the leader has not instructed yet. Raises Refused as `recording`."""
    with recording(TAKE_BACK, submission, by=by, seen=seen, on=on) as made:
        pass
    return submission_in(made)


def _write(made: Recorded, decision: str, instruction: str, instructed_on: date) -> bool:
    found, noted = made.record, decision == Decision.NOTED
    if not noted and not instruction.strip():
        raise Refused("instruction_missing", "请写明批示内容；没有写字、只圈阅的，选“圈阅”。")
    found.state = SubmissionState.NOTED if noted else SubmissionState.INSTRUCTED
    found.instruction, found.instructed_on = instruction.strip(), instructed_on
    # Whose hand it was: the leader's own, his liaison's, or the desk's.
    found.entered_by, found.entered_on = made.by.hand or made.by, made.on
    return noted


def submission_in(made: Recorded) -> Submission:
    """Return the submission of a step that was taken."""
    found: Submission = made.record
    return found

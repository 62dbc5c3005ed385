"""The keys that the addresses ask for, of everything that hangs on a case of the leak scene."""

from typing import Any

from cases.models import Collection, DatedAccess, Document, Draft, HandOff, Notice, Scan
from kit.jobs.models import Job
from kit.messages.models import Message
from organizations.models import Reform, UnitPost
from supervision.models import (
    Alert,
    AssessmentResult,
    AssessmentScheme,
    AssessmentScore,
    Assistance,
    Campaign,
    CongressReport,
    ContactPoint,
    FollowUpVisit,
    LivelihoodProject,
    Meeting,
    Minutes,
    OwnershipSheet,
    Pledge,
    ReliefFund,
    Submission,
    Task,
    VisitFeedback,
    VisitLot,
)
from tests.leak_insight import insight_keys
from tests.leak_orders import order_keys
from tests.leak_reception import reception_keys
from tests.leak_scene import Planted
from tests.leak_screening import screening_keys


def keys_of(planted: Planted) -> dict[str, Any]:
    """The keys that the addresses ask for, of everything hanging on a case; 0 where there is nothing."""
    case = planted.case
    found = {
        "clock_id": case.clocks.first(),
        "document_id": Document.objects.filter(case=case).first(),
        "attachment_id": case.attachments.first(),
        "scan_id": Scan.objects.filter(document__case=case).first(),
        "leg_id": case.legs.first(),
        "hand_off_id": HandOff.objects.filter(case=case).first(),
        "notice_id": Notice.objects.filter(case=case).first(),
        "draft_id": Draft.objects.first(),
        "collection_id": Collection.objects.first(),
        "access_id": DatedAccess.objects.first(),
        "message_id": Message.objects.first(),
        "job_id": Job.objects.first(),
        "unit_id": case.unit,
        "post_id": UnitPost.objects.first(),
        "reform_id": Reform.objects.first(),
        "alert_id": Alert.objects.filter(case=case).first(),
        "submission_id": Submission.objects.filter(cases__case=case).first(),
        "task_id": Task.objects.filter(case=case).first(),
        "meeting_id": Meeting.objects.first(),
        "minutes_id": Minutes.objects.first(),
        "report_id": CongressReport.objects.first(),
        "sheet_id": OwnershipSheet.objects.filter(case=case).first(),
        "campaign_id": Campaign.objects.first(),
        "point_id": ContactPoint.objects.first(),
        "pledge_id": Pledge.objects.first(),
        "visit_id": FollowUpVisit.objects.filter(case=case).first(),
        "feedback_id": VisitFeedback.objects.filter(case=case).first(),
        "lot_id": VisitLot.objects.first(),
        "assistance_id": Assistance.objects.filter(case=case).first(),
        "fund_id": ReliefFund.objects.first(),
        "assessment_id": AssessmentScheme.objects.first(),
        "result_id": AssessmentResult.objects.first(),
        "score_id": AssessmentScore.objects.first(),
        "project_id": LivelihoodProject.objects.first(),
    }
    keys: dict[str, Any] = {name: row.pk if row else 0 for name, row in found.items()}
    letter = found["document_id"]
    return {
        "case_id": case.pk,
        **order_keys(case),
        **reception_keys(case),
        **insight_keys(case),
        **screening_keys(case),
        **keys,
        "sheet_step": "progress",
        "field": "location",
        "letter": "acceptance_notice",
        "form": "registration_form",
        "key": "SIMILAR_DAYS",
        "dictionary": "content_category",
        "ledger": "registrations",
        "token_id": "0123456789abcde",
        "mandate_id": 0,
        "unit_id": case.unit_id,
        "name_id": 0,
        "change": 0,
        "file_id": 0,
        "record_letter_id": 0,
        "record_scan_id": 0,
        "step": "result",
        "act": "add_file",
        "word_kind": "ask",
        "code": letter.check_code if isinstance(letter, Document) else "0" * 32,
    }

"""Settings of the REST door."""

from datetime import timedelta
from typing import Any

REST_FRAMEWORK_SETTINGS: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["xinfang.tokens.Token", "rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["xinfang.json_body.JsonBody"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "xinfang.problems.problem",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.ScopedRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"token": "20/hour"},
}
KNOX_SETTINGS: dict[str, Any] = {"TOKEN_TTL": timedelta(days=30), "TOKEN_LIMIT_PER_USER": 10}
SPECTACULAR: dict[str, Any] = {
    "TITLE": "信访业务系统接口",
    "DESCRIPTION": "与页面走同一扇门后的同一套办理行为；拒绝时一律返回 {code, message, article}。",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "xinfang.schema.keys_from_one"],
    # Several things are called a kind: of a demand, of a letter, of an inquiry, of a remedy, of care.
    "ENUM_NAME_OVERRIDES": {
        "ActEnum": "law.vocabulary.Act.choices",
        "KindEnum": "law.vocabulary.Kind.choices",
        "StateEnum": "law.vocabulary.State.choices",
        "JobStateEnum": "kit.jobs.models.JobState.choices",
        "LetterEnum": "law.vocabulary.Letter.choices",
        "InquiryKindEnum": "cases.models.leg.InquiryKind.choices",
        "RemedyKindEnum": "law.remedies.RemedyKind.choices",
        "RemedyDecisionEnum": "law.remedies.RemedyDecision.choices",
        "RefusalGroundEnum": "law.remedies.RefusalGround.choices",
        "CareKindEnum": "law.endings.CareKind.choices",
        "ReportKindEnum": "law.matters.ReportKind.choices",
        "ReportToEnum": "law.matters.ReportTo.choices",
        "NotAcceptGroundEnum": "law.admission.not_accept_choices",
        "UnitNameKindEnum": "organizations.vocabulary.NameKind.choices",
        "AwardKindEnum": "cases.models.suggestion.AwardKind.choices",
        "PathEnum": "law.vocabulary.Path.choices",
        "FilingGroundEnum": "law.filing.FilingGround.choices",
        "MandateKindEnum": "organizations.models.mandate.MandateKind.choices",
        "PurposeEnum": "law.privacy.Purpose.choices",
        "AccessPurposeEnum": "cases.models.access.AccessPurpose.choices",
        "StatutoryWayEnum": "law.ways.choices",
        "TogetherActEnum": "cases.actions.shared_answers.SHARED_CHOICES",
        "OwedEnum": "law.commission.Owed.choices",
        "SuperiorChangeKindEnum": "law.commission.SuperiorChangeKind.choices",
        "DatedEnum": "supervision.words.warnings.Dated.choices",
        "EnvelopeStateEnum": "reception.models.envelopes.EnvelopeState.choices",
        "EnvelopeKindEnum": "reception.models.envelopes.EnvelopeKind.choices",
        "OriginalsStateEnum": "reception.models.originals.OriginalsState.choices",
        "CallBackStateEnum": "reception.models.calls.CallBackState.choices",
        "RecordingStateEnum": "reception.models.calls.RecordingState.choices",
        "UnitKindEnum": "organizations.vocabulary.UnitKind.choices",
        **{
            f"{name}Enum": f"screening.models.words.{name}.choices"
            for name in ("DisputeKind", "DisputeOutcome", "DisputeSource")
        },
        "TaskStateEnum": "supervision.words.tasks.TaskState.choices",
        "TaskSourceEnum": "supervision.words.tasks.TaskSource.choices",
        "SubmissionStateEnum": "supervision.words.instructions.SubmissionState.choices",
        "InstructionDecisionEnum": "supervision.words.instructions.Decision.choices",
        "MeetingStateEnum": "supervision.words.meetings.MeetingState.choices",
        "MeetingKindEnum": "supervision.words.meetings.MeetingKind.choices",
        "ReportStateEnum": "supervision.words.congress.ReportState.choices",
        "ReportedToEnum": "supervision.words.congress.ReportedTo.choices",
        "OutcomeEnum": "law.vocabulary.Outcome.choices",
        "VisitStateEnum": "supervision.models.visit_words.VisitState.choices",
        "VisitResultEnum": "supervision.models.visit_words.VisitResult.choices",
        "VisitWayEnum": "supervision.models.visit_words.VisitWay.choices",
        "CallOutcomeEnum": "supervision.models.visit_words.CallOutcome.choices",
        "AssistanceStateEnum": "supervision.models.relief.AssistanceState.choices",
        "AssistanceKindEnum": "supervision.models.relief.AssistanceKind.choices",
        "FundStateEnum": "supervision.models.relief.FundState.choices",
        "ProjectKindEnum": "supervision.models.livelihood.ProjectKind.choices",
        "PublicityFormEnum": "supervision.models.livelihood.PublicityForm.choices",
        "FeedbackStateEnum": "supervision.models.visit_words.FeedbackState.choices",
        "MethodEnum": "law.sending.ServiceMethod.choices",
        **{
            f"{name}Enum": f"supervision.words.orders.{name}.choices"
            for name in (
                "Account",
                "AdviceKind",
                "CheckResult",
                "InspectionKind",
                "Failure",
                "MeasureKind",
                "OrderMethod",
                "OrderSource",
                "RowResult",
                "SampleKind",
            )
        },
        **{
            f"{name}Enum": f"supervision.words.assessing.{name}.choices"
            for name in (
                "AssessedDuty",
                "AssessedGroup",
                "Formula",
                "PublishedTo",
                "ResultState",
                "SchemeState",
                "SpotDuty",
            )
        },
        "DutyEnum": "law.vocabulary.Duty.choices",
        "FoundFailureEnum": "supervision.words.orders.found_choices",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

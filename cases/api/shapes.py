"""What programs read of a case: the same CaseFile that the page shows, field by field as the schema prints it."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cases.api.clock_shapes import ClockLine
from cases.api.commission_shapes import CommissionedShape
from cases.api.jurisdiction_shapes import (
    EscalationShape,
    ExitShape,
    LevelDecisionShape,
    ObjectionShape,
    RedirectShape,
    UrgentReportShape,
)
from cases.api.letter_shapes import AttachmentShape, DocumentShape
from cases.api.matter_shapes import MatterShape
from cases.api.officials_shape import OfficialsReportShape
from cases.api.proceedings import ProceedingShape
from cases.api.remedy_shapes import LegEndShape, RemedyShape
from cases.api.respondent_shape import RespondentShape
from cases.api.rows import CaseLine, seen_file, word
from cases.models import Event, HandOff, Leg
from cases.reading.case_file import CaseFile
from kit.doors import slug_of
from law.matters import Cause
from law.vocabulary import Act, Kind, Movement, Outcome, State
from organizations.api.problem import ProblemShape

__all__ = ["CaseShape", "DoneShape", "InputProblemShape", "OpeningShape", "ProblemShape", "case_answer"]


def _name(source: str) -> serializers.CharField:
    return serializers.CharField(source=source, allow_null=True, default=None)


class InputProblemShape(ProblemShape):
    """A refusal that may name the fields at fault."""

    def get_fields(self) -> dict[str, Any]:
        """Add `fields`, a name that a serializer cannot have as an attribute."""
        said = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), required=False)
        return {**super().get_fields(), "fields": said}


class PartyShape(serializers.Serializer[Any]):
    """A person of the case, masked."""

    id = serializers.IntegerField()
    role = serializers.CharField()
    name = serializers.CharField(allow_blank=True)
    phone = serializers.CharField(allow_blank=True)
    id_number = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)
    unclear = serializers.CharField(allow_blank=True)
    mandate = serializers.CharField(allow_blank=True)
    mandate_until = serializers.DateField(allow_null=True)
    expired = serializers.BooleanField()


class DemandShape(serializers.Serializer[Any]):
    """One demand in the words the caller may read, with its answer."""

    number = serializers.IntegerField(source="demand.number")
    kind = word(Kind, source="demand.kind")
    path = serializers.CharField(source="demand.path", allow_blank=True)
    text = serializers.CharField()
    leg = serializers.IntegerField(source="demand.leg_id", allow_null=True)
    outcome = word(Outcome, source="demand.outcome", allow_blank=True)
    facts = serializers.CharField(source="demand.facts", allow_blank=True)
    opinion = serializers.CharField(source="demand.opinion", allow_blank=True)
    legal_basis = serializers.CharField(source="demand.legal_basis", allow_blank=True)
    cause = word(Cause, source="demand.cause", allow_blank=True, help_text="产生原因")
    answered_on = serializers.DateField(source="demand.answered_on", allow_null=True)


class LegShape(LegEndShape):
    """One unit's part of the case."""

    unit = serializers.CharField(source="unit.name")
    unit_id = serializers.IntegerField()
    handler = _name("handler.name")
    first_unit = _name("first_unit.name")
    first_handler = _name("first_handler.name")
    state = word(State)
    movement = word(Movement)
    objections = ObjectionShape(many=True)
    exit = ExitShape(allow_null=True, default=None)
    escalations = EscalationShape(many=True)
    redirects = RedirectShape(many=True)

    class Meta:
        model = Leg
        fields = (
            "id",
            "state",
            "movement",
            "unit",
            "unit_id",
            "handler",
            "first_unit",
            "first_handler",
            "received_on",
            "accepted_on",
            "accepted_late_days",
            "issued_on",
            "answered_on",
            "closed_on",
            "past_answers",
            "after_cares",
            "finalized_on",
            "retention",
            "version",
            "objections",
            "exit",
            "escalations",
            "redirects",
        )


class HandOffShape(serializers.ModelSerializer[HandOff]):
    """One movement of a leg between units, or work asked of a unit beside it."""

    movement = word(Movement)
    leg_id = serializers.IntegerField()
    from_unit = _name("from_unit.name")
    to_unit = serializers.CharField(source="to_unit.name")

    class Meta:
        model = HandOff
        fields = (
            "id",
            "leg_id",
            "movement",
            "from_unit",
            "to_unit",
            "sent_on",
            "received_on",
            "reason",
            "reply_by",
            "reply",
            "replied_on",
            "proposal",
            "deferred_on",
        )


class EventShape(serializers.ModelSerializer[Event]):
    """One link of the chain."""

    act = word(Act)
    by = _name("by.name")
    for_whom = _name("for_whom.name")
    unconfirmed = serializers.BooleanField(help_text="联络员代办，领导尚未确认当天")
    party = serializers.IntegerField(allow_null=True, help_text="信访人本人办理的，当事人编号")
    unit = _name("unit.name")

    class Meta:
        model = Event
        fields = (
            "sequence",
            "act",
            "on",
            "at",
            "from_state",
            "to_state",
            "article",
            "digest",
            "leg",
            "by",
            "for_whom",
            "unconfirmed",
            "party",
            "unit",
        )


class OpeningShape(serializers.Serializer[Any]):
    """One act open to the caller now: POST to `path` below the case with these ids."""

    act = word(Act)
    path = serializers.SerializerMethodField()
    label = serializers.CharField(source="act.label")  # type: ignore[assignment]
    article = serializers.CharField(allow_blank=True)
    leg_id = serializers.IntegerField(source="leg.pk", allow_null=True, default=None)
    hand_off_id = serializers.IntegerField(source="hand_off.pk", allow_null=True, default=None)

    seen = serializers.SerializerMethodField()

    def get_seen(self, opening: Any) -> int:
        """Return the version to send along, so that what somebody did meanwhile is noticed."""
        return int(opening.leg.version if opening.leg else self.context["version"])

    def get_path(self, opening: Any) -> str:
        """Return the last part of the act's address."""
        return slug_of(opening.act)


class CaseShape(CommissionedShape, MatterShape):
    """A whole case file, as far as the caller may read it."""

    case = serializers.SerializerMethodField()
    whole = serializers.BooleanField(help_text="是否可以阅读全卷；否则只有请您单位核查、提意见的部分")
    content = serializers.CharField(allow_blank=True)
    electronic_consent = serializers.SerializerMethodField(help_text="信访人何时、怎样同意电子送达；空表示没有")
    collection = serializers.SerializerMethodField(help_text="响应的人民建议征集")
    parties = PartyShape(many=True, help_text="姓名、电话等已遮盖")
    respondents = RespondentShape(many=True, help_text="被反映对象；只对可以阅读全卷和密封部分的人")
    demands = DemandShape(many=True)
    legs = LegShape(many=True)
    clocks = ClockLine(many=True)
    hand_offs = HandOffShape(many=True)
    remedies = RemedyShape(many=True, help_text="复查、复核")
    documents = DocumentShape(many=True)
    attachments = AttachmentShape(many=True)
    proceedings = ProceedingShape(many=True)
    events = EventShape(many=True)
    urgent_reports = UrgentReportShape(many=True)
    level_decisions = LevelDecisionShape(many=True)
    officials_reports = OfficialsReportShape(
        many=True, help_text="检举控告反映干部问题的通报；只对可以阅读密封部分的人"
    )
    acts = OpeningShape(source="openings", many=True, help_text="此刻对调用者开放的行为")

    def get_electronic_consent(self, file: CaseFile) -> str:
        """Return the consent for who reads the file itself."""
        return file.case.electronic_consent if file.whole else ""

    def get_collection(self, file: CaseFile) -> int | None:
        """Return the key of the collection that this case answers, for who reads the file itself."""
        return file.case.collection_id if file.whole else None

    @extend_schema_field(CaseLine)
    def get_case(self, file: CaseFile) -> Any:
        """Return the line of the case."""
        return CaseLine(seen_file(file)).data


class DoneShape(serializers.Serializer[Any]):
    """What is left to say where the act itself took the case out of the caller's reach (Art. 30)."""

    number = serializers.CharField(allow_blank=True)
    message = serializers.CharField()


def case_answer(file: CaseFile) -> Any:
    """Return a case file as plain data for the API."""
    return CaseShape(file, context={"version": file.case.version}).data

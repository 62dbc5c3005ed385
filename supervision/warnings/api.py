"""The warnings for programs: one's own, the answer to the red ones, and who was warned of a case."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.rows import word
from cases.reading.read import read_case
from law.errors import Refused
from law.warning_stages import Colour
from organizations.api.problem import ProblemShape
from organizations.models import Staff
from organizations.today import today
from supervision.models import Alert, AlertSilence
from supervision.warnings.answering import answer_red
from supervision.warnings.forms import SilenceForm
from supervision.warnings.reading import delivery_words, duty_words, one_of_mine, proof_of, shown
from supervision.warnings.silencing import silence
from supervision.words.warnings import Dated


class WarningShape(serializers.ModelSerializer[Alert]):
    """One warning: of which date, at which threshold, and what is known of it."""

    what = word(Dated)
    key = serializers.IntegerField(help_text="期限所在记录的编号")
    url = serializers.CharField(help_text="办理的页面")
    case_id = serializers.IntegerField(allow_null=True, help_text="不涉及信访件的任务为空")
    number = serializers.CharField(source="case.number", default="")
    unit = serializers.CharField(source="unit.name", help_text="责任单位")
    duty_label = serializers.SerializerMethodField(help_text="期限的名称")
    colour = word(Colour)
    instead_of = serializers.CharField(source="instead_of.name", default="", help_text="代理的是谁")

    class Meta:
        model = Alert
        fields = (
            "id",
            "what",
            "key",
            "url",
            "case_id",
            "number",
            "unit",
            "duty",
            "duty_label",
            "due_on",
            "stage",
            "colour",
            "on",
            "instead_of",
            "seen_at",
        )

    def get_duty_label(self, alert: Alert) -> str:
        """Return the word of what is owed."""
        return duty_words(alert.duty)


class ProofShape(WarningShape):
    """One warning of a case, to whom, and how far it came."""

    staff = serializers.CharField(source="staff.name", help_text="告知谁")
    delivery = serializers.SerializerMethodField(help_text="送达情况")

    class Meta(WarningShape.Meta):
        fields = (*WarningShape.Meta.fields, "staff", "delivery")  # type: ignore[assignment]

    def get_delivery(self, alert: Alert) -> str:
        """Return what is known of its way."""
        return delivery_words(alert)


class WarningListShape(serializers.Serializer[Any]):
    """Warnings."""

    results = WarningShape(many=True)


class ProofListShape(serializers.Serializer[Any]):
    """The warnings of a case, the latest first."""

    results = ProofShape(many=True)


class AnsweredShape(serializers.Serializer[Any]):
    """How many red warnings were answered."""

    answered = serializers.IntegerField()


class WarningsMine(APIView):
    """预警."""

    @extend_schema(
        operation_id="warnings_mine",
        summary="调用者的预警，最多500条，先到期的在前；读取不算知悉",
        responses={200: WarningListShape, 401: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the caller's warnings that still stand."""
        return Response(WarningListShape({"results": shown(cast(Staff, request.user))}).data)


class WarningsAnswered(APIView):
    """知悉超期预警."""

    @extend_schema(
        operation_id="warnings_answered",
        summary="知悉调用者的全部超期预警；办理以后它们才会消失",
        request=None,
        responses={200: AnsweredShape, 401: ProblemShape, 403: ProblemShape},
    )
    def post(self, request: Request) -> Response:
        """Answer all red warnings."""
        return Response(AnsweredShape({"answered": answer_red(cast(Staff, request.user))}).data)


class SilenceInput(serializers.Serializer[Any]):
    """Why a date is not pushed, and until when."""

    to_day = serializers.DateField()
    reason = serializers.CharField(max_length=200)


class SilenceShape(serializers.ModelSerializer[AlertSilence]):
    """A date that is not pushed for some days."""

    by = serializers.CharField(source="by.name")

    class Meta:
        model = AlertSilence
        fields = ("id", "due_on", "by", "reason", "from_day", "to_day")


class WarningSilence(APIView):
    """暂不提醒."""

    @extend_schema(
        operation_id="warning_silence",
        summary="某一天以前不再为这个期限发消息；单位负责人以上可以，照样列出、照样往上告知",
        request=SilenceInput,
        responses={201: SilenceShape, 401: ProblemShape, 403: ProblemShape, 404: ProblemShape, 422: ProblemShape},
    )
    def post(self, request: Request, alert_id: int) -> Response:
        """Silence one date. Raises Refused: as `silence`, input_invalid."""
        staff, form = cast(Staff, request.user), SilenceForm(cast(dict[str, Any], request.data))
        one_of_mine(staff, alert_id)
        if not form.is_valid():
            raise Refused("input_invalid", f"这些栏目不对：{'、'.join(form.errors)}。")
        return Response(SilenceShape(silence(alert_id, by=staff, on=today(), **form.cleaned_data)).data, status=201)


class CaseWarnings(APIView):
    """预警证明."""

    @extend_schema(
        operation_id="case_warnings",
        summary="一件信访件的预警：告知谁、何时、怎样送达、是否知悉",
        responses={200: ProofListShape, 401: ProblemShape, 404: ProblemShape},
    )
    def get(self, request: Request, case_id: int) -> Response:
        """List who was warned of a case. Raises Refused not_found."""
        staff = cast(Staff, request.user)
        file = read_case(case_id, by=staff, on=today())
        return Response(ProofListShape({"results": proof_of(file.case, staff) if file.whole else []}).data)

"""对账 for programs: a list is brought in base64, differences read and settled; the same actions as the pages."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from kit.web import file_answer
from law.errors import Refused
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from reception.envelopes.reading import assert_registers
from reception.models import Comparison, Difference, DifferenceState, Differs
from reception.reconciling.bringing import XLSX, bring_list, export_name
from reception.reconciling.exporting import exported
from reception.reconciling.forms import STEPS, CompareForm, ExportForm
from reception.reconciling.reading import DifferenceList, comparison_of, counted_in, difference_of, page_of_differences
from reception.reconciling.settling import register_all
from reception.senders.reading import assert_compares, sender_of


class DifferenceShape(serializers.ModelSerializer[Difference]):
    """One difference; the words of the petition are registered, not told."""

    unit = serializers.CharField(source="unit.name")
    state = word(DifferenceState)
    what = word(Differs)
    how = serializers.CharField(allow_blank=True, help_text="怎样处理的")
    sender_name = serializers.CharField(source="sender.name")
    case = serializers.IntegerField(source="case_id", allow_null=True)
    case_number = serializers.CharField(source="case.number", default=None, allow_null=True)
    settled_by = serializers.CharField(source="settled_by.name", default=None, allow_null=True)

    class Meta:
        model = Difference
        fields = (
            "id",
            "unit",
            "state",
            "sender",
            "sender_name",
            "comparison",
            "what",
            "number",
            "theirs",
            "ours",
            "case",
            "case_number",
            "found_on",
            "how",
            "settled_on",
            "settled_by",
            "version",
        )


class DifferencePage(serializers.Serializer[Any]):
    """One page of differences."""

    results = DifferenceShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class CountShape(serializers.Serializer[Any]):
    """How many differences of a kind."""

    what = word(Differs)
    state = word(DifferenceState)
    count = serializers.IntegerField()


class ComparisonShape(serializers.ModelSerializer[Comparison]):
    """One list that was held against ours, with how many differences it found or renewed."""

    unit = serializers.CharField(source="unit.name")
    made_by = serializers.CharField(source="made_by.name")
    counts = CountShape(many=True)
    faults = serializers.ListField(child=serializers.CharField(), help_text="读不出的行，只在上传时说明")

    class Meta:
        model = Comparison
        fields = (
            "id",
            "unit",
            "sender",
            "since",
            "until",
            "file_name",
            "rows",
            "unread",
            "made_on",
            "made_by",
            "counts",
            "faults",
        )


class RegisteredShape(serializers.Serializer[Any]):
    """What became of a line that was to be registered."""

    difference = serializers.IntegerField()
    number = serializers.CharField()
    refused = serializers.CharField(allow_blank=True, help_text="没有登记的原因")


class Comparisons(APIView):
    """对账."""

    @extend_schema(
        operation_id="comparison_make",
        summary="上传一个渠道的清单对账；只列出不一致，什么也不登记",
        request=serializer_of(NEW, CompareForm, "Compare"),
        responses={201: ComparisonShape, **WRITING},
    )
    def post(self, request: Request, sender_id: int) -> Response:
        """Hold a list against ours. Raises Refused: not_found, input_invalid, and as `bring_list`."""
        staff = staff_of(request)
        sender = sender_of(staff, sender_id)
        typed = checked(NEW, CompareForm, request.data, by=assert_compares(staff)).arguments()
        made, faults = bring_list(sender, by=staff, **typed)
        return Response(_shown(staff, made, faults), status=201)


class ComparisonDetail(APIView):
    """一次对账."""

    @extend_schema(operation_id="comparison_read", summary="读取一次对账", responses={200: ComparisonShape, **READING})
    def get(self, request: Request, comparison_id: int) -> Response:
        """Read one comparison. Raises Refused not_found."""
        staff = staff_of(request)
        return Response(_shown(staff, comparison_of(staff, comparison_id)))


class ComparisonRegister(APIView):
    """登记“他有我无”的件."""

    @extend_schema(
        operation_id="comparison_register",
        summary="按清单的内容登记“他有我无”的件，每件单独办理，一次最多100件",
        request=None,
        responses={200: RegisteredShape(many=True), **WRITING},
    )
    def post(self, request: Request, comparison_id: int) -> Response:
        """Register what they have and we have not. Raises Refused: not_found, not_permitted."""
        staff = staff_of(request)
        row = comparison_of(staff, comparison_id)
        done = register_all(row, by=assert_registers(staff))
        told = [_registered(each, why) for each, why in done]
        return Response(RegisteredShape(told, many=True).data)


class SenderExport(APIView):
    """按对方的列导出."""

    @extend_schema(
        operation_id="sender_export",
        summary="我方从一个渠道收到的件，按对方清单的列的顺序（xlsx），记入日志",
        request=serializer_of(NEW, ExportForm, "ExportSender"),
        responses={(200, XLSX): OpenApiTypes.BINARY, **WRITING},
    )
    def post(self, request: Request, sender_id: int) -> HttpResponse:
        """Give our rows. Raises Refused: not_found, not_permitted, input_invalid, too_many_lines."""
        staff = staff_of(request)
        sender = sender_of(staff, sender_id)
        typed = checked(NEW, ExportForm, request.data, by=assert_compares(staff)).arguments()
        return file_answer(exported(sender, by=staff, **typed), XLSX, export_name(sender, **typed), saved=True)


class Differences(APIView):
    """对账差异."""

    @extend_schema(
        operation_id="differences_list",
        summary="对账差异：待处理的早发现的在前，其余新发现的在前",
        responses={200: DifferencePage, **READING},
        parameters=[
            OpenApiParameter("list", str, enum=list(DifferenceList), description="不写即待处理"),
            OpenApiParameter("sender", {"type": "integer", "minimum": 1}),
            OpenApiParameter("kind", str, enum=list(Differs)),
            *PAGED,
        ],
    )
    def get(self, request: Request) -> Response:
        """List differences, paged by key. Raises Refused: not_permitted, not_found, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", "sender", "kind", *TURN})
        key = query.get("sender", "")
        sender = sender_of(staff, int(key) if key.isdecimal() and len(key) < 18 else 0) if key else None
        what, keys = query.get("list", DifferenceList.OPEN.value), turn_asked(query)
        page = page_of_differences(staff, what, sender=sender, kind=query.get("kind", ""), **keys)
        return Response(DifferencePage({"results": page.rows, "after": page.after, "before": page.before}).data)


class DifferenceDetail(APIView):
    """一处不一致."""

    @extend_schema(
        operation_id="difference_read", summary="读取一处不一致", responses={200: DifferenceShape, **READING}
    )
    def get(self, request: Request, difference_id: int) -> Response:
        """Read one difference. Raises Refused not_found."""
        return Response(DifferenceShape(difference_of(staff_of(request), difference_id)).data)


class DifferenceStep(APIView):
    """不一致的一步."""

    @extend_schema(
        operation_id="difference_step",
        summary="登记、对应我方信访件、按对方更正、核对后说明",
        request=bodies_of(STEPS, "Difference"),
        responses={200: DifferenceShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, difference_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        row = difference_of(staff, difference_id)
        take_step(request, step_named(STEPS, step), row, staff)
        # It may be out of its clerk's reach by now (Art. 30): what he has done is told all the same.
        row.refresh_from_db(fields=["state", "how", "version", "settled_on"])
        return Response(DifferenceShape(row).data)


def _shown(staff: Staff, row: Comparison, faults: Any = ()) -> Any:
    counts = [{"what": what, "state": state, "count": many} for what, state, many in counted_in(staff, row)]
    names = ("id", "unit", "sender", "since", "until", "file_name", "rows", "unread", "made_on", "made_by")
    told = {name: getattr(row, name) for name in names}
    return ComparisonShape({**told, "counts": counts, "faults": list(faults)}).data  # type: ignore[arg-type]


def _registered(row: Difference, why: Refused | None) -> dict[str, Any]:
    return {"difference": row.pk, "number": row.number, "refused": why.message if why else ""}

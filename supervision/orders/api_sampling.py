"""Samples, accounts and the table of responsibility for programs: the same functions as the pages."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.paging import page_by
from organizations.api.queries import PAGED, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.models import Sample, SampleRow
from supervision.orders.accounting import call_to_account
from supervision.orders.api_following import NEW, READING, WRITING, AccountShape, staff_of
from supervision.orders.reading import assert_orders
from supervision.orders.sampling import check_row, draw, sign
from supervision.orders.sampling_forms import CallForm, DrawForm, RowForm, SignForm
from supervision.orders.sampling_reading import BY_DAY_DRAWN, BY_DAY_DUE, accounts, sample_of, samples
from supervision.orders.tracing import leg_of, trace
from supervision.words.orders import Defect, RowResult, SampleKind, SampleState


class SampleRowShape(serializers.ModelSerializer[SampleRow]):
    """One row of a sample."""

    case_number = serializers.CharField(source="case.number")
    result = word(RowResult, allow_blank=True)
    defects = serializers.ListField(child=word(Defect))

    class Meta:
        model = SampleRow
        fields = ("place", "case", "case_number", "leg", "result", "defects", "note", "checked_on")


class SampleShape(serializers.ModelSerializer[Sample]):
    """One sample: its seed and population let everybody repeat the draw."""

    unit = serializers.CharField(source="unit.name")
    kind = word(SampleKind)
    state = word(SampleState)

    class Meta:
        model = Sample
        fields = (
            "id",
            "unit",
            "kind",
            "since",
            "until",
            "failure",
            "seed",
            "population",
            "drawn_on",
            "signed_on",
            "note",
            "state",
            "version",
        )


class SamplePage(serializers.Serializer[Any]):
    """One page of samples, the newest first."""

    results = SampleShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class SampleFileShape(serializers.Serializer[Any]):
    """One sample with the rows that the caller may read."""

    sample = SampleShape()
    rows = SampleRowShape(many=True)


class AccountPage(serializers.Serializer[Any]):
    """One page of accounts, the latest due first."""

    results = AccountShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class CalledShape(serializers.Serializer[Any]):
    """How many orders are to be accounted for, and why some were not called."""

    called = serializers.IntegerField()
    refused = serializers.ListField(child=serializers.CharField())


class TracedShape(serializers.Serializer[Any]):
    """One duty of a leg and who was responsible when it fell due."""

    duty = serializers.CharField()
    article = serializers.CharField()
    unit = serializers.CharField()
    starts_on = serializers.DateField()
    due_on = serializers.DateField()
    ended_on = serializers.DateField(allow_null=True)
    days_late = serializers.IntegerField()
    handlers = serializers.CharField()
    heads = serializers.CharField()
    last_act = serializers.CharField()


class SampleList(APIView):
    """查账、质量抽查."""

    @extend_schema(
        operation_id="supervision_samples_list",
        summary="各次抽查，新的在前",
        responses={200: SamplePage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List samples, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_orders(staff_of(request)), request.query_params
        assert_known(query, {"after", "before"})
        page = page_by(BY_DAY_DRAWN, samples(staff), after=query.get("after", ""), before=query.get("before", ""))
        return Response(SamplePage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="supervision_sample_draw",
        summary="抽签抽取一个单位的办理环节；种子和总数保存",
        request=serializer_of(NEW, DrawForm, "SampleDrawInput"),
        responses={201: SampleFileShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Draw a sample. Raises InputInvalid; Refused as `draw`."""
        staff = assert_orders(staff_of(request))
        typed = checked(NEW, DrawForm, request.data, by=staff).arguments()
        return _file(draw(by=staff, **typed), staff, status=201)


class SampleDetail(APIView):
    """一次抽查."""

    @extend_schema(
        operation_id="supervision_sample_read",
        summary="一次抽查和您能查看的各行",
        responses={200: SampleFileShape, **READING},
    )
    def get(self, request: Request, sample_id: int) -> Response:
        """Read one sample. Raises Refused not_found."""
        staff = staff_of(request)
        return _file(sample_of(staff, sample_id), staff)


class SampleRowCheck(APIView):
    """核对一行."""

    @extend_schema(
        operation_id="supervision_sample_row",
        summary="核对一行：查账的相符或者不符，质量的没有缺陷或者有哪些缺陷",
        request=serializer_of(NEW, RowForm, "SampleRowInput"),
        responses={200: SampleFileShape, **WRITING},
    )
    def post(self, request: Request, sample_id: int) -> Response:
        """Write down what one row's file says. Raises InputInvalid; Refused as `check_row`."""
        staff = staff_of(request)
        sample = sample_of(staff, sample_id)
        typed = checked(NEW, RowForm, request.data, by=staff).arguments()
        check_row(sample, typed.pop("place"), by=staff, **typed)
        return _file(sample_of(staff, sample_id), staff)


class SampleSign(APIView):
    """抽查签字."""

    @extend_schema(
        operation_id="supervision_sample_sign",
        summary="各行核对完后签字",
        request=serializer_of(NEW, SignForm, "SampleSignInput"),
        responses={200: SampleFileShape, **WRITING},
    )
    def post(self, request: Request, sample_id: int) -> Response:
        """Sign a sample. Raises InputInvalid; Refused as `sign`."""
        staff = staff_of(request)
        typed = checked(NEW, SignForm, request.data, by=staff).arguments()
        return _file(sign(sample_of(staff, sample_id), by=staff, **typed), staff)


class AccountList(APIView):
    """交账."""

    @extend_schema(
        operation_id="supervision_accounts_list",
        summary="要求交账的督办件和单位的说明，交账日期晚的在前",
        responses={200: AccountPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List accounts, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_orders(staff_of(request)), request.query_params
        assert_known(query, {"after", "before"})
        page = page_by(BY_DAY_DUE, accounts(staff), after=query.get("after", ""), before=query.get("before", ""))
        return Response(AccountPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="supervision_accounts_call",
        summary="要求有待反馈督办件的单位在一天交账",
        request=serializer_of(NEW, CallForm, "AccountsCallInput"),
        responses={200: CalledShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Call to account. Raises InputInvalid; Refused as `call_to_account`."""
        staff = assert_orders(staff_of(request))
        typed = checked(NEW, CallForm, request.data, by=staff).arguments()
        called, refusals = call_to_account(by=staff, **typed)
        return Response(CalledShape({"called": called, "refused": [each.message for each in refusals]}).data)


class Trace(APIView):
    """责任倒查表."""

    @extend_schema(
        operation_id="supervision_trace",
        summary="一个办理环节的责任倒查表，由办理记录生成",
        responses={200: TracedShape(many=True), **READING},
    )
    def get(self, request: Request, leg_id: int) -> Response:
        """Say who was responsible for each duty of a leg. Raises Refused: not_found, not_permitted."""
        staff = assert_orders(staff_of(request))
        return Response(TracedShape(trace(leg_of(staff, leg_id), staff, today()), many=True).data)


def _file(sample: Sample, staff: Staff, status: int = 200) -> Response:
    rows = SampleRow.objects.readable_by(staff).filter(sample=sample).select_related("case")
    return Response(SampleFileShape({"sample": sample, "rows": rows}).data, status=status)

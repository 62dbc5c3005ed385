"""Ledgers for programs: which ones one has, and the export of one as long work."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.ledgers.declaring import ColumnKind, Ledger, columns_of
from law.errors import Refused
from organizations.api.jobs import JobShape
from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.ledgers.asking import ledger_for, ledgers_of
from organizations.ledgers.exporting import start_export
from organizations.models import Staff

MOST_TYPED = 100


class ColumnShape(serializers.Serializer[Any]):
    """One column of a ledger."""

    name = serializers.CharField(source="label", help_text="列名")
    kind = serializers.ChoiceField(choices=ColumnKind.choices())


class LedgerShape(serializers.Serializer[Any]):
    """One ledger: its columns in order and what its export may be narrowed by."""

    code = serializers.CharField()
    heading = serializers.CharField()
    columns = serializers.SerializerMethodField()
    filters = serializers.SerializerMethodField(help_text="导出时可用的筛选条件")

    def get_columns(self, ledger: Ledger) -> list[dict[str, str]]:
        """Return the columns, the running number first."""
        return [dict(ColumnShape(column).data) for column in columns_of(ledger)]

    def get_filters(self, ledger: Ledger) -> list[str]:
        """Return the names of the filters."""
        return list(ledger.form.base_fields)


class LedgerListShape(serializers.Serializer[Any]):
    """The ledgers that the caller has."""

    results = LedgerShape(many=True)


class AskedShape(serializers.Serializer[Any]):
    """What an export is narrowed by: names of filters, each with a date, a code or a key."""

    asked = serializers.DictField(child=serializers.CharField(max_length=MOST_TYPED), required=False)


class LedgerList(APIView):
    """台账一览."""

    @extend_schema(
        operation_id="ledger_list",
        summary="调用者可以查看的台账，各有哪些列",
        responses={200: LedgerListShape, 401: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the ledgers that one has."""
        return Response(LedgerListShape({"results": ledgers_of(cast(Staff, request.user))}).data)


class LedgerExport(APIView):
    """导出台账."""

    @extend_schema(
        operation_id="ledger_export",
        summary="交后台导出台账；进度和文件见任务",
        request=AskedShape,
        responses={202: JobShape, **dict.fromkeys((400, 401, 403, 404, 413, 415, 422), ProblemShape)},
    )
    def post(self, request: Request, ledger: str) -> Response:
        """Ask for an export. Raises Refused: not_found, not_permitted, input_invalid, filter_unknown, filter_invalid, too_many_jobs."""
        said = AskedShape(data=request.data)
        if not said.is_valid():
            raise Refused("input_invalid", "asked 应是一个 JSON 对象，写明筛选条件的名称和值。")
        asked: dict[str, str] = said.validated_data.get("asked", {})
        staff = cast(Staff, request.user)
        assert_known(asked, set(ledger_for(ledger, staff).form.base_fields))
        job = start_export(ledger, asked, by=staff)
        return Response(JobShape(job).data, status=202)

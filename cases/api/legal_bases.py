"""The library of legal bases for programs: searched, and a sheet of it kept; same functions as the page."""

from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.legal_bases import keep_bases
from cases.api.calendar import WRITING
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.days import OneDayForm
from cases.importing.legal_bases import COLUMNS
from cases.importing.legal_basis_form import BasisSheetForm
from cases.reading.legal_bases import bases_for
from law.bases import Basis, Level
from organizations.api.queries import assert_known
from organizations.settings_in_force import assert_manager
from organizations.today import today


class BasisShape(serializers.Serializer[Any]):
    """One article; ``valid``: on the day that was asked for."""

    cited = serializers.CharField(help_text="写进答复的样子：《信访工作条例》第三十四条")
    title = serializers.CharField()
    article = serializers.CharField(allow_blank=True, help_text="空的即整部法律")
    text = serializers.CharField(allow_blank=True)
    level = word(Level)
    valid_from = serializers.DateField()
    valid_to = serializers.DateField(allow_null=True)
    valid = serializers.BooleanField(source="is_valid")


class BasisSheetInput(serializers.Serializer[Any]):
    """A sheet as text."""

    lines = serializers.CharField(help_text=f"每行一条，列之间用制表符或者竖线：{'、'.join(COLUMNS)}")


class LegalBases(APIView):
    """法律依据."""

    @extend_schema(
        operation_id="legal_bases",
        summary="查找法律依据",
        parameters=[
            OpenApiParameter("q", str, description="名称、条款或者条文里的词，空格隔开"),
            OpenApiParameter("on", OpenApiTypes.DATE, description="哪一天是否有效，不写即今天"),
        ],
        responses={200: BasisShape(many=True), 401: ProblemShape, 422: InputProblemShape},
    )
    def get(self, request: Request) -> Response:
        """Search. Raises InputInvalid; Refused filter_unknown."""
        query = request.query_params
        assert_known(query, {"q", "on"})
        on = valid(OneDayForm({"on": query.get("on", today().isoformat())})).cleaned_data["on"]
        found = bases_for(staff_of(request), query.get("q", ""), on=on)
        return Response(BasisShape([_shown(each, on) for each in found], many=True).data)

    @extend_schema(
        operation_id="legal_bases_keep",
        summary="录入法律依据，有一行不对就都不保存（系统管理员）",
        request=BasisSheetInput,
        responses={201: BasisShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Keep a sheet. Raises InputInvalid; Refused not_permitted."""
        staff = assert_manager(staff_of(request))
        said = an_object(request.data)
        faults = unknown(said, ("lines",))
        if not isinstance(said.get("lines"), str):
            faults["lines"] = ["应为文字。"]
        if faults:
            raise InputInvalid(faults)
        form = valid(BasisSheetForm(said))
        keep_bases(form.bases, by=staff)
        return Response(BasisShape([_shown(each, today()) for each in form.bases], many=True).data, status=201)


def _shown(basis: Basis, on: date) -> dict[str, Any]:
    return {**vars(basis), "cited": basis.cited, "is_valid": basis.valid_on(on)}

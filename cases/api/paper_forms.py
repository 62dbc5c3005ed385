"""Forms of a case to print through the API; the same reach as the case."""

from typing import Any, cast

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.letters import READING
from cases.api.rows import word
from cases.printing.answers import form_answer
from cases.printing.paper_forms import PaperForm, form_asked, printable_forms
from cases.reading.case_file import CaseFile
from cases.reading.read import read_case
from cases.sight.out_of_reach import key_of
from organizations.api.renderers import PdfRenderer
from organizations.models import Staff
from organizations.today import today

_OF = [
    OpenApiParameter("form", str, OpenApiParameter.PATH, enum=[form.value for form in PaperForm]),
    OpenApiParameter("leg", {"type": "integer", "minimum": 1}, description="哪一个办理环节的"),
    OpenApiParameter("document", {"type": "integer", "minimum": 1}, description="哪一份文书的（送达回证）"),
]


class PrintableShape(serializers.Serializer[Any]):
    """One form that can be printed now; ask for it with its ``leg`` or ``document``."""

    form = word(PaperForm)
    label = serializers.CharField(source="form.label")  # type: ignore[assignment]
    leg = serializers.IntegerField(source="leg.pk", allow_null=True, default=None)
    document = serializers.IntegerField(source="document.pk", allow_null=True, default=None)


class PaperFormList(APIView):
    """可以打印的表单."""

    @extend_schema(
        operation_id="paper_forms",
        summary="一件信访件此刻可以打印的表单",
        responses={200: PrintableShape(many=True), **READING},
    )
    def get(self, request: Request, case_id: int) -> Response:
        """List the forms of a readable case."""
        file, staff = _file(request, case_id)
        return Response(PrintableShape(printable_forms(file, staff), many=True).data)


class PaperFormPdf(APIView):
    """一份表单的 PDF."""

    renderer_classes = [PdfRenderer, JSONRenderer]

    @extend_schema(
        operation_id="paper_form_pdf",
        summary="打印表单",
        parameters=_OF,
        responses={(200, "application/pdf"): OpenApiTypes.BINARY, **READING},
    )
    def get(self, request: Request, case_id: int, form: str) -> HttpResponse:
        """Send one form as PDF/A; where it names people, reasons as for a letter's PDF."""
        file, staff = _file(request, case_id)
        leg, document = (key_of(request.query_params.get(name)) for name in ("leg", "document"))
        asked = form_asked(file, staff, form, leg_id=leg, document_id=document)
        return form_answer(file, staff, asked)


def _file(request: Request, case_id: int) -> tuple[CaseFile, Staff]:
    staff = cast(Staff, request.user)
    return read_case(case_id, by=staff, on=today()), staff

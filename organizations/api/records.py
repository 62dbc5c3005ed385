"""What hangs on the records of rooms, for programs: letters with service and scans, files; as the pages give them."""

from collections.abc import Iterable
from typing import Any, cast

from django.http import FileResponse, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.files import CONTENT_TYPE_OF
from kit.paper.check_codes import printed_code
from kit.paper.sheet import letter_page
from kit.paper.word import CONTENT_TYPE
from law.vocabulary import ServiceMethod
from organizations.api.problem import ProblemShape
from organizations.api.renderers import AnyRenderer, PdfRenderer, WordRenderer
from organizations.models import RecordScan, RecordService, Staff
from organizations.papers.files import PDF, pdf_answer, word_answer
from organizations.papers.scans import SCANNED
from organizations.record_files import record_file_answer
from organizations.record_letters.reading import record_letter, record_scan_answer

_PROBLEMS = dict.fromkeys((401, 404, 406, 422), ProblemShape)


class RecordServiceShape(serializers.ModelSerializer[RecordService]):
    """One service of a letter."""

    method = serializers.ChoiceField(choices=ServiceMethod.choices())

    class Meta:
        model = RecordService
        fields = ("method", "sent_on", "received_on", "returned_on", "returned_reason")


class RecordScanShape(serializers.ModelSerializer[RecordScan]):
    """One sealed scan of a letter; read it below the letter as scans/<id>/."""

    class Meta:
        model = RecordScan
        fields = ("id", "name", "content_type", "size", "sm3", "on")


class RecordLetterShape(serializers.Serializer[Any]):
    """One letter of a record with its words and how it was served."""

    id = serializers.IntegerField(source="row.pk")
    record = serializers.CharField(source="row.record", help_text="记录的种类")
    key = serializers.IntegerField(source="row.key", help_text="记录的编号")
    kind = serializers.CharField(source="row.kind", help_text="文书的代码，由模块定义")
    title = serializers.CharField(help_text="文书的名称")
    number = serializers.CharField()
    issued_on = serializers.DateField(source="row.issued_on")
    to = serializers.CharField(allow_blank=True, help_text="抬头")
    paragraphs = serializers.ListField(child=serializers.CharField(), help_text="正文各段")
    head = serializers.CharField(help_text="发文机关，按出具当日的名称")
    signed_by = serializers.CharField(allow_blank=True, help_text="落款单位，当事人共同签名的没有")
    contact = serializers.CharField(allow_blank=True, help_text="联系人、联系电话、地址，按出具当日的登记")
    check_code = serializers.CharField(help_text="核验码，与二维码一致")
    services = RecordServiceShape(source="row.services", many=True)
    scans = RecordScanShape(source="row.scans", many=True, help_text="盖章扫描件")


class RecordLetterDetail(APIView):
    """记录的一份文书."""

    @extend_schema(
        operation_id="record_letter_read", summary="读取记录的一份文书", responses={200: RecordLetterShape, **_PROBLEMS}
    )
    def get(self, request: Request, record_letter_id: int) -> Response:
        """Read one letter of a record that the caller may read."""
        found = record_letter(_staff(request), record_letter_id)
        shown = {**letter_page(found), "row": found, "check_code": printed_code(found.check_code)}
        return Response(RecordLetterShape(shown).data)


class RecordLetterPdf(APIView):
    """记录文书的 PDF."""

    renderer_classes = [PdfRenderer, JSONRenderer]

    @extend_schema(
        operation_id="record_letter_pdf",
        summary="下载记录的文书（PDF/A）",
        responses={(200, PDF): OpenApiTypes.BINARY, **_PROBLEMS},
    )
    def get(self, request: Request, record_letter_id: int) -> HttpResponse:
        """Send one letter as PDF/A."""
        found = record_letter(_staff(request), record_letter_id)
        return pdf_answer([found], found.number, _staff(request))


class RecordLetterWord(APIView):
    """记录文书的 Word 文件."""

    renderer_classes = [WordRenderer, JSONRenderer]

    @extend_schema(
        operation_id="record_letter_word",
        summary="下载记录的文书（Word）",
        responses={(200, CONTENT_TYPE): OpenApiTypes.BINARY, **_PROBLEMS},
    )
    def get(self, request: Request, record_letter_id: int) -> HttpResponse:
        """Send one letter as Word."""
        return word_answer(record_letter(_staff(request), record_letter_id), _staff(request))


def stored(types: Iterable[str]) -> dict[Any, Any]:
    """Return the answers of a door that sends files of these types as they were stored."""
    return {(200, each): OpenApiTypes.BINARY for each in types}


class RecordScanDetail(APIView):
    """记录文书的一份盖章扫描件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="record_scan_read",
        summary="下载记录文书的盖章扫描件",
        responses={**stored(CONTENT_TYPE_OF[suffix] for suffix in SCANNED), **_PROBLEMS},
    )
    def get(self, request: Request, record_letter_id: int, record_scan_id: int) -> FileResponse:
        """Send one scan of a letter."""
        return record_scan_answer(_staff(request), record_letter_id, record_scan_id)


class RecordFileDetail(APIView):
    """记录的一个附件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="record_file_read",
        summary="下载记录的附件",
        responses={**stored(CONTENT_TYPE_OF.values()), **_PROBLEMS},
    )
    def get(self, request: Request, file_id: int) -> FileResponse:
        """Send one file of a record that the caller may read."""
        return record_file_answer(_staff(request), file_id)


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)

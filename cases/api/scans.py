"""Sealed scans of letters and the files of a case through the API; the same reach as the pages."""

from typing import Any, cast

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from cases.api.letters import DAY, READING, PdfRenderer, day_asked, letter_asked
from cases.api.shapes import InputProblemShape
from cases.views.attachments import attachment_answer
from cases.views.scans import ZIP, scan_answer, scans_answer
from organizations.models import Staff

_ANY = "application/octet-stream"


class AnyRenderer(PdfRenderer):
    """Only says that this door gives a file as it was stored."""

    media_type = "application/octet-stream"
    format = "bin"


class ScanDetail(APIView):
    """一份盖章扫描件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="scan_read", summary="下载文书的盖章扫描件",
        responses={(200, _ANY): OpenApiTypes.BINARY, **READING},
    )  # fmt: skip
    def get(self, request: Request, case_id: int, document_id: int, scan_id: int) -> HttpResponse:
        """Send one scan."""
        return scan_answer(letter_asked(request, case_id, document_id), scan_id)


class DayScans(APIView):
    """当天文书的盖章扫描件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="day_scans", summary="本单位某一天出具的文书的盖章扫描件，压缩在一个文件里", parameters=DAY,
        responses={(200, ZIP): OpenApiTypes.BINARY, **READING, 422: InputProblemShape},
    )  # fmt: skip
    def get(self, request: Request) -> HttpResponse:
        """Send a day's scans in one archive."""
        return scans_answer(day_asked(request), cast(Staff, request.user))


class AttachmentDetail(APIView):
    """一个附件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="attachment_read", summary="下载附件", responses={(200, _ANY): OpenApiTypes.BINARY, **READING}
    )  # fmt: skip
    def get(self, request: Request, attachment_id: int) -> Any:
        """Send one file of a readable case."""
        return attachment_answer(cast(Staff, request.user), attachment_id)

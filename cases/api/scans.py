"""Sealed scans of letters and the files of a case through the API; the same reach as the pages."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from cases.api.letters import DAY, READING, day_asked, letter_asked, staff_of
from cases.api.shapes import InputProblemShape
from cases.lists.day_letters import scanned_letters
from cases.printing.answers import ZIP, attachment_answer, scan_answer, scans_answer
from cases.printing.names_in_files import ways_of_day
from kit.files import CONTENT_TYPE_OF
from organizations.api.records import stored
from organizations.api.renderers import AnyRenderer
from organizations.papers.scans import SCANNED
from organizations.today import today


class ScanDetail(APIView):
    """一份盖章扫描件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="scan_read",
        summary="下载文书的盖章扫描件",
        responses={**stored(CONTENT_TYPE_OF[suffix] for suffix in SCANNED), **READING},
    )
    def get(self, request: Request, case_id: int, document_id: int, scan_id: int) -> HttpResponse:
        """Send one scan; reasons as for the letter's PDF."""
        file, document = letter_asked(request, case_id, document_id)
        return scan_answer(file, staff_of(request), document, scan_id)


class DayScans(APIView):
    """当天文书的盖章扫描件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="day_scans",
        summary="本单位某一天出具的文书的盖章扫描件，压缩在一个文件里",
        parameters=DAY,
        responses={(200, ZIP): OpenApiTypes.BINARY, **READING, 422: InputProblemShape},
    )
    def get(self, request: Request) -> HttpResponse:
        """Send a day's scans in one archive."""
        day, staff = day_asked(request), staff_of(request)
        return scans_answer(day, ways_of_day(scanned_letters(day, staff), staff, today()), staff)


class AttachmentDetail(APIView):
    """一个附件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="attachment_read", summary="下载附件", responses={**stored(CONTENT_TYPE_OF.values()), **READING}
    )
    def get(self, request: Request, attachment_id: int) -> Any:
        """Send one file of a readable case."""
        return attachment_answer(staff_of(request), attachment_id)

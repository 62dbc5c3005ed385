"""The draft of a leg before it is issued, for programs: what is missing, its words, and the real letter as PDF."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.letters import READING, staff_of
from cases.api.rows import word
from cases.places.reasons_to_see import Way
from cases.printing.previews import preview_of, preview_pdf
from cases.reading.read import read_case
from cases.reading.ways_to_names import letter_on_screen
from kit.paper.sheet import letter_page
from kit.web import file_answer
from law.vocabulary import Letter
from organizations.api.renderers import PdfRenderer
from organizations.papers.files import PDF
from organizations.today import today


class MissingShape(serializers.Serializer[Any]):
    """One thing that the draft still lacks."""

    code = serializers.CharField()
    message = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    blocks = serializers.BooleanField(help_text="不补齐不能送审")


class DraftShape(serializers.Serializer[Any]):
    """One letter that issuing would make now; it has no number yet."""

    kind = word(Letter)
    title = serializers.CharField()
    to = serializers.CharField(allow_blank=True)
    paragraphs = serializers.ListField(child=serializers.CharField())
    signed_by = serializers.CharField(allow_blank=True)


class DraftPreviewShape(serializers.Serializer[Any]):
    """The draft of a leg: what is missing, and its letters, empty while something closes them."""

    missing = MissingShape(many=True)
    letters = DraftShape(many=True)
    masked = serializers.BooleanField(help_text="姓名是否遮盖：当天没有说明过查看理由的，先办理 unmask")
    code = serializers.CharField(allow_blank=True, help_text="还不能生成的原因；空的即已生成")
    message = serializers.CharField(allow_blank=True)


class PreviewDetail(APIView):
    """审签稿."""

    @extend_schema(
        operation_id="preview_read",
        summary="送审、签发以前的审签稿：还缺什么，文书的文字；不编号、不保存",
        responses={200: DraftPreviewShape, **READING},
    )
    def get(self, request: Request, case_id: int, leg_id: int) -> Response:
        """Read the draft. Raises Refused: not_found, not_permitted, wrong_state."""
        staff, on = staff_of(request), today()
        file = read_case(case_id, by=staff, on=on)
        found = preview_of(file, leg_id, staff, on)
        shown = [letter_on_screen(file, each, found.way) for each in found.letters]
        said = {
            "missing": found.missing,
            "letters": [{**letter_page(each), "kind": each.kind} for each in shown],
            "masked": bool(shown) and found.way is not Way.OPEN,
            "code": found.refused.code if found.refused else "",
            "message": found.refused.message if found.refused else "",
        }
        return Response(DraftPreviewShape(said).data)


class PreviewPdf(APIView):
    """审签稿的 PDF."""

    renderer_classes = [PdfRenderer, JSONRenderer]

    @extend_schema(
        operation_id="preview_pdf",
        summary="审签稿（PDF/A，每页有“审签稿”字样，没有文号和核验码）",
        responses={(200, "application/pdf"): OpenApiTypes.BINARY, 409: READING[422], **READING},
    )
    def get(self, request: Request, case_id: int, leg_id: int) -> HttpResponse:
        """Send the draft as PDF; where it names people, reasons as for a letter's PDF."""
        staff, on = staff_of(request), today()
        file = read_case(case_id, by=staff, on=on)
        content = preview_pdf(file, preview_of(file, leg_id, staff, on), staff, on)
        return file_answer(content, PDF, f"审签稿{file.case.number}.pdf", saved=False)

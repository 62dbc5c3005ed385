"""Letters through the API: their words, as PDF and Word, and a day's letters; the same reach as the pages."""

from typing import Any, cast

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import valid
from cases.api.letter_shapes import ScanShape, ServiceShape
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.days import DayForm
from cases.lists.day_letters import Day, asked_day, assert_any, assert_reader, too_long
from cases.models import Document
from cases.places.reasons_to_see import Way
from cases.printing.answers import day_pdf_answer
from cases.printing.names_in_files import letter_on_paper, ways_of_day
from cases.reading.case_file import CaseFile, letter_of
from cases.reading.read import read_case
from cases.reading.ways_to_names import letter_on_screen, way_to_letter
from kit.paper.check_codes import printed_code
from kit.paper.sheet import letter_page
from kit.paper.word import CONTENT_TYPE
from law.vocabulary import Letter
from organizations.api.renderers import PdfRenderer, WordRenderer
from organizations.models import Staff
from organizations.papers.files import pdf_answer, word_answer
from organizations.today import today

READING = dict.fromkeys((401, 403, 404, 406, 422), ProblemShape)
DAY = [
    OpenApiParameter("on", OpenApiTypes.DATE, description="出具日期", required=True),
    OpenApiParameter("kind", str, enum=[letter.value for letter in Letter], description="文书种类"),
]


class LetterShape(serializers.Serializer[Any]):
    """One letter with its words and how it was served."""

    id = serializers.IntegerField(source="document.pk")
    kind = word(Letter, source="document.kind")
    number = serializers.CharField(source="document.number")
    issued_on = serializers.DateField(source="document.issued_on")
    to = serializers.CharField(allow_blank=True, help_text="抬头")
    masked = serializers.BooleanField(help_text="姓名是否遮盖：当天没有说明过查看理由的，先办理 unmask")
    paragraphs = serializers.ListField(child=serializers.CharField(), help_text="正文各段")
    title = serializers.CharField(help_text="标题")
    head = serializers.CharField(help_text="发文机关，按出具当日的名称")
    signed_by = serializers.CharField(allow_blank=True, help_text="落款单位，当事人共同签名的没有")
    contact = serializers.CharField(allow_blank=True, help_text="联系人、联系电话、地址，按出具当日的登记")
    check_code = serializers.CharField(allow_blank=True, help_text="核验码，与二维码一致")
    services = ServiceShape(source="document.services", many=True)
    scans = ScanShape(source="document.scans", many=True, help_text="盖章扫描件")


class DayLetterShape(serializers.ModelSerializer[Document]):
    """One line of a day's letters."""

    kind = word(Letter)
    case_id = serializers.IntegerField()
    unit = serializers.CharField(source="unit.name")

    class Meta:
        model = Document
        fields = ("id", "case_id", "kind", "number", "unit", "issued_on")


class DayShape(serializers.Serializer[Any]):
    """A day's letters; ``more``: there are others than fit into one file, ask by kind."""

    on = serializers.DateField()
    more = serializers.BooleanField()
    letters = DayLetterShape(many=True)


class LetterDetail(APIView):
    """一份文书."""

    @extend_schema(operation_id="letter_read", summary="读取一份文书", responses={200: LetterShape, **READING})
    def get(self, request: Request, case_id: int, document_id: int) -> Response:
        """Read one letter of a readable leg; its names are masked until a reason was given today."""
        file, document = letter_asked(request, case_id, document_id)
        way = way_to_letter(file, staff_of(request), document, today())
        page = letter_page(letter_on_screen(file, document, way))
        shown = {**page, "document": document, "check_code": printed_code(document.check_code)}
        return Response(LetterShape({**shown, "masked": way is not Way.OPEN}).data)


class LetterPdf(APIView):
    """一份文书的 PDF."""

    renderer_classes = [PdfRenderer, JSONRenderer]

    @extend_schema(
        operation_id="letter_pdf",
        summary="下载文书（PDF/A）",
        responses={(200, "application/pdf"): OpenApiTypes.BINARY, **READING},
    )
    def get(self, request: Request, case_id: int, document_id: int) -> HttpResponse:
        """Send one letter as PDF/A; printing the own office's letter is a reason, another needs one given before."""
        paper = _paper(request, case_id, document_id)
        return pdf_answer([paper], paper.number, staff_of(request))


class LetterWord(APIView):
    """一份文书的 Word 文件."""

    renderer_classes = [WordRenderer, JSONRenderer]

    @extend_schema(
        operation_id="letter_word",
        summary="下载文书（Word）",
        responses={(200, CONTENT_TYPE): OpenApiTypes.BINARY, **READING},
    )
    def get(self, request: Request, case_id: int, document_id: int) -> HttpResponse:
        """Send one letter as Word; reasons as for the PDF."""
        return word_answer(_paper(request, case_id, document_id), staff_of(request))


class DayLetters(APIView):
    """当天文书."""

    @extend_schema(
        operation_id="day_letters",
        summary="本单位某一天出具的文书",
        parameters=DAY,
        responses={200: DayShape, 401: ProblemShape, 403: ProblemShape, 422: InputProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List a day's letters."""
        return Response(DayShape(day_asked(request)).data)


class DayLettersPdf(APIView):
    """当天文书合并的 PDF."""

    renderer_classes = [PdfRenderer, JSONRenderer]

    @extend_schema(
        operation_id="day_letters_pdf",
        summary="本单位某一天出具的文书，合并为一个 PDF",
        parameters=DAY,
        responses={(200, "application/pdf"): OpenApiTypes.BINARY, **READING, 422: InputProblemShape},
    )
    def get(self, request: Request) -> HttpResponse:
        """Send a day's letters in one file; each case needs a reason of that day, or is the own office's work."""
        day, staff = assert_any(day_asked(request)), staff_of(request)
        if refused := too_long(day, staff):
            raise refused
        return day_pdf_answer(day, ways_of_day(day.letters, staff, today()), staff)


def letter_asked(request: Request, case_id: int, document_id: int) -> tuple[CaseFile, Document]:
    """Return a letter of a readable leg with its file. Raises Refused not_found."""
    file = read_case(case_id, by=staff_of(request), on=today())
    return file, letter_of(file, document_id)


def _paper(request: Request, case_id: int, document_id: int) -> Document:
    """Return a letter for a file. Raises Refused: not_found, reason_needed."""
    file, document = letter_asked(request, case_id, document_id)
    return letter_on_paper(file, staff_of(request), document, today())


def day_asked(request: Request) -> Day:
    """Return the letters of the day that was asked for. Raises InputInvalid; Refused not_permitted."""
    staff = assert_reader(staff_of(request))
    return asked_day(valid(DayForm(request.query_params)), staff)


def staff_of(request: Request) -> Staff:
    """Return who calls; the permission class has let nobody else in."""
    return cast(Staff, request.user)

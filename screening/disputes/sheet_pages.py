"""导入矛盾纠纷台账: what a sheet holds is shown first, then all of it is entered or nothing; both doors."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import an_object
from cases.api.letters import staff_of
from cases.importing.pasted import sheet_text
from cases.record_steps import WRITING
from kit.web import staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member
from screening.disputes.forms import DisputeSheetForm
from screening.disputes.sheet import enter_sheet, lines_said, read_sheet
from screening.people import assert_reports

_PAGE = "screening/sheet.html"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def dispute_sheet(request: HttpRequest) -> HttpResponse:
    """Take a sheet of disputes, show what it holds, then enter all of it or nothing. Raises Refused not_permitted."""
    staff = assert_reports(member(request))
    if request.method != "POST":
        return render(request, _PAGE, {"form": DisputeSheetForm(by=staff)})
    typed, unread = _typed(request)
    form = DisputeSheetForm(typed, by=staff)
    if unread:
        form.add_error("file", unread.message)
    if not form.is_valid():
        return render(request, _PAGE, {"form": form}, status=422)
    if "confirm" in request.POST and form.previewed():
        try:
            disputes, zeros = enter_sheet(form.sheet, by=staff, on=today())
        except Refused as refused:
            form.add_error("lines", refused.message)
            return render(request, _PAGE, {"form": form}, status=422)
        messages.success(request, f"已导入{disputes}起矛盾纠纷、{zeros}份零报告；以前导入过的不重复。")
        return redirect("screening:disputes")
    again = DisputeSheetForm({**form.cleaned_data, "shown": form.cleaned_data["lines"]}, by=staff)
    return render(request, _PAGE, {"form": again, "read": lines_said(form.sheet.lines)})


def _typed(request: HttpRequest) -> tuple[dict[str, Any], Refused | None]:
    typed: dict[str, Any] = request.POST.dict()
    upload = request.FILES.get("file")
    try:
        return {**typed, "lines": sheet_text(upload, named="矛盾纠纷", between="\t")} if upload else typed, None
    except Refused as refused:
        return typed, refused


class SheetIn(serializers.Serializer[Any]):
    """The lines of a ledger, the cells apart by tabs, the heads first."""

    lines = serializers.CharField()


class SheetOut(serializers.Serializer[Any]):
    """How many disputes and zero reports stand for the lines now."""

    disputes = serializers.IntegerField()
    zeros = serializers.IntegerField()


class DisputeSheet(APIView):
    """导入矛盾纠纷台账."""

    @extend_schema(
        operation_id="dispute_sheet",
        summary="导入矛盾纠纷台账：一行不对就都不导入；同一行导入两次只算一起",
        request=SheetIn,
        responses={200: SheetOut, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter a ledger. Raises Refused: not_permitted, input_invalid, sheet_faulty, and as `enter_sheet`."""
        staff = assert_reports(staff_of(request))
        shape = SheetIn(data=an_object(request.data))
        shape.is_valid(raise_exception=True)
        sheet = read_sheet(shape.validated_data["lines"], staff, today())
        disputes, zeros = enter_sheet(sheet, by=staff, on=today())
        return Response(SheetOut({"disputes": disputes, "zeros": zeros}).data)

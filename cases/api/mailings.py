"""The mail book for programs: what its lines would enter, and entering them; same functions as the page."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.mailings import Entered
from cases.api.calendar import WRITING
from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.doors.mailings import mail
from cases.importing.mailing_form import MailingForm
from cases.importing.mailings import Mailed
from cases.reading.mailed_letters import assert_mails
from organizations.today import today


class MailingInput(serializers.Serializer[Any]):
    """Lines of one kind, as the page takes them."""

    what = serializers.ChoiceField(choices=Mailed.choices())
    lines = serializers.CharField(
        help_text="每行一份，逗号隔开。sent：核验码或者文号，邮件号码，发出日期；received：邮件号码，收到日期，签收人；"
        "returned：邮件号码，退回日期，原因。后两种也可以写核验码或者文号"
    )


class EnteredShape(serializers.Serializer[Any]):
    """What became of one line."""

    line = serializers.IntegerField()
    document = serializers.IntegerField(source="document.pk", allow_null=True, default=None)
    number = serializers.CharField(source="document.number", default="")
    case_id = serializers.IntegerField(source="document.case_id", allow_null=True, default=None)
    code = serializers.CharField(source="refused.code", default="", help_text="空的即已登记（预览：可以登记）")
    message = serializers.CharField(source="refused.message", default="")
    said = serializers.ListField(child=serializers.CharField(), help_text="起算的期限")


class Mailings(APIView):
    """邮寄登记."""

    @extend_schema(
        operation_id="mailings_enter",
        summary="逐行登记邮寄的发出、签收、退回；每一行单独办理",
        request=MailingInput,
        responses={200: EnteredShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Enter lines. Raises InputInvalid; Refused not_permitted."""
        return _answer(request, dry=False)


class MailingsPreview(APIView):
    """预览邮寄登记."""

    @extend_schema(
        operation_id="mailings_preview",
        summary="看每一行会登记成什么、起算什么期限，不保存",
        request=MailingInput,
        responses={200: EnteredShape(many=True), **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Say what lines would enter. Raises InputInvalid; Refused not_permitted."""
        return _answer(request, dry=True)


def _answer(request: Request, *, dry: bool) -> Response:
    staff = assert_mails(staff_of(request))
    said = an_object(request.data)
    faults = unknown(said, ("what", "lines"))
    faults |= {name: ["应为文字。"] for name in ("what", "lines") if not isinstance(said.get(name), str)}
    if faults:
        raise InputInvalid(faults)
    form = valid(MailingForm(said))
    results: list[Entered] = mail(form.mailed, form.read_lines, by=staff, on=today(), dry=dry)
    return Response(EnteredShape(results, many=True).data)

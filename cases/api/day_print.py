"""The print of a day as long work, for programs."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.letters import staff_of
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.days import DayForm
from cases.printing.day_print import start_day_print
from law.vocabulary import Letter
from organizations.api.jobs import JobShape


class DayPrintInput(serializers.Serializer[Any]):
    """Which day's letters, and of which kind."""

    on = serializers.DateField()
    kind = serializers.ChoiceField(choices=Letter.choices(), required=False, allow_blank=True)


class DayPrint(APIView):
    """当天文书交后台打印."""

    @extend_schema(
        operation_id="day_print",
        summary="把某一天的全部文书交后台打印成一个 PDF；进度和文件见任务",
        request=DayPrintInput,
        responses={
            202: JobShape,
            **dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape),
            422: InputProblemShape,
        },
    )
    def post(self, request: Request) -> Response:
        """Ask for the letters of a day. Raises InputInvalid; Refused as `start_day_print`."""
        said = an_object(request.data)
        if faults := unknown(said, ("on", "kind")):
            raise InputInvalid(faults)
        on, kind = valid(DayForm(said)).asked
        job = start_day_print(staff_of(request), on, kind)
        return Response(JobShape(job).data, status=202)

"""A person's own long work, for programs: the same functions as the page."""

from typing import Any, cast

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.jobs.models import Job
from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.api.renderers import AnyRenderer
from organizations.jobs.asking import cancel_job, job_of, own_jobs, title_of
from organizations.jobs.files import file_answer
from organizations.models import Staff

PAGE_SIZE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A ledger, or the refused rows of an import.
_FILES = ((200, XLSX), (200, "text/csv"))
_OWN = dict.fromkeys((401, 404), ProblemShape)


class JobShape(serializers.ModelSerializer[Job]):
    """One job: its progress, what it counted, until when its file is kept."""

    title = serializers.SerializerMethodField(help_text="任务的名称")
    counts = serializers.DictField(child=serializers.IntegerField())
    has_file = serializers.SerializerMethodField(help_text="有文件可以下载")

    class Meta:
        model = Job
        fields = (
            "id",
            "kind",
            "title",
            "state",
            "done",
            "total",
            "counts",
            "cancel_asked",
            "has_file",
            "file_name",
            "expires_on",
            "error",
            "made_at",
            "ended_at",
        )

    def get_title(self, job: Job) -> str:
        """Return the job's words."""
        return title_of(job)

    def get_has_file(self, job: Job) -> bool:
        """Tell whether a file is kept."""
        return bool(job.file)


class JobPageShape(serializers.Serializer[Any]):
    """One page of jobs, the newest first; ``before`` asks for the next."""

    results = JobShape(many=True)
    before = serializers.IntegerField(allow_null=True)


class JobList(APIView):
    """我的任务."""

    @extend_schema(
        operation_id="job_list",
        summary="本人的后台任务，新的在前",
        parameters=[OpenApiParameter("before", {"type": "integer", "minimum": 1}, description="上一页给出的编号")],
        responses={200: JobPageShape, 401: ProblemShape, 422: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List one's own jobs. Raises Refused: filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"before"})
        rows, before = own_jobs(_staff(request)), query.get("before")
        if before is not None:
            if not (before.isascii() and before.isdecimal() and len(before) < 19 and int(before)):
                raise Refused("key_broken", "翻页的位置不对，请从第一页重新开始。")
            rows = rows.filter(pk__lt=int(before))
        found = list(rows[: PAGE_SIZE + 1])
        more = len(found) > PAGE_SIZE
        return Response(
            JobPageShape({"results": found[:PAGE_SIZE], "before": found[PAGE_SIZE - 1].pk if more else None}).data
        )


class JobDetail(APIView):
    """一个任务."""

    @extend_schema(operation_id="job_read", summary="一个任务的进度和结果", responses={200: JobShape, **_OWN})
    def get(self, request: Request, job_id: int) -> Response:
        """Read one of one's own jobs. Raises Refused not_found."""
        return Response(JobShape(job_of(_staff(request), job_id)).data)


class JobCancel(APIView):
    """取消任务."""

    @extend_schema(
        operation_id="job_cancel",
        summary="取消任务：排队中的立即取消，进行中的在下一批之前停下",
        request=None,
        responses={200: JobShape, 403: ProblemShape, **_OWN, 409: ProblemShape},
    )
    def post(self, request: Request, job_id: int) -> Response:
        """Cancel one of one's own jobs. Raises Refused: not_found, job_ended_already."""
        return Response(JobShape(cancel_job(_staff(request), job_id)).data)


class JobFile(APIView):
    """任务的文件."""

    renderer_classes = [AnyRenderer, JSONRenderer]

    @extend_schema(
        operation_id="job_file",
        summary="下载任务的文件；下载时再核对一次查看范围",
        responses={**dict.fromkeys(_FILES, OpenApiTypes.BINARY), 403: ProblemShape, **_OWN, 422: ProblemShape},
    )
    def get(self, request: Request, job_id: int) -> FileResponse:
        """Send the file of one of one's own jobs. Raises Refused: not_found, file_gone, not_permitted, file_out_of_reach."""
        return file_answer(_staff(request), job_id)


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)

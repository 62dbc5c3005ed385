"""Files of other systems for programs: brought, looked at, tried, imported; the same functions as the page."""

from typing import Any, cast

from django.core.files.uploadedfile import SimpleUploadedFile
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import InputInvalid, valid
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.upload import decoded
from cases.importing.form import ImportForm
from cases.importing.intake import Mode
from cases.importing.long_work import bring, desks_of, preview_of, start_import
from kit.files import clean_name
from kit.jobs.models import Job
from organizations.api.jobs import JobShape
from organizations.jobs.uploads import draft_of
from organizations.models import Staff

_READING = dict.fromkeys((401, 403, 404), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 413, 415), ProblemShape), 422: InputProblemShape}
_MOST_NAME = 1000


class ImportFileShape(serializers.Serializer[Any]):
    """A file with how it is to be read."""

    name = serializers.CharField(max_length=_MOST_NAME, help_text="文件名；去掉扩展名即来源名称")
    content = serializers.CharField(help_text="内容，base64", trim_whitespace=False)
    mode = word(Mode)
    unit = serializers.IntegerField(min_value=1, help_text="登记单位")
    default_date = serializers.DateField(required=False, help_text="没有日期的行按这一天登记")


class ImportPreviewShape(serializers.Serializer[Any]):
    """What a file is taken for; ``rows`` are its first ones."""

    id = serializers.IntegerField()
    shape = serializers.CharField(source="preview.shape")
    source = serializers.CharField(source="preview.source")  # type: ignore[assignment]
    columns = serializers.ListField(source="preview.columns", child=serializers.CharField())
    unmapped = serializers.ListField(source="preview.unmapped", child=serializers.CharField())
    header = serializers.ListField(source="preview.header", child=serializers.CharField(allow_blank=True))
    rows = serializers.ListField(
        source="preview.rows", child=serializers.ListField(child=serializers.CharField(allow_blank=True))
    )


class StartShape(serializers.Serializer[Any]):
    """Whether it only checks and counts."""

    dry_run = serializers.BooleanField()


class ImportFiles(APIView):
    """导入."""

    @extend_schema(
        operation_id="import_bring",
        summary="上传要导入的文件，返回列对应和前几行；文件保留3天",
        request=ImportFileShape,
        responses={201: ImportPreviewShape, **_WRITING},
    )
    def post(self, request: Request) -> Response:
        """Keep a file. Raises Refused: not_permitted, input_invalid, and what cannot be read of it."""
        staff = cast(Staff, request.user)
        desks = desks_of(staff)
        said = _checked(ImportFileShape(data=request.data))
        content = decoded(said["content"])
        if content is None:
            raise InputInvalid({"content": ["应为 base64。"]})
        file = SimpleUploadedFile(clean_name(said["name"], ""), content)
        form = valid(ImportForm({**said, "mode": str(said["mode"])}, {"file": file}, desks=desks))
        draft = bring(staff, form.cleaned_data["file"], form.arguments())
        return Response(_shown(draft), status=201)


class ImportFile(APIView):
    """一个要导入的文件."""

    @extend_schema(
        operation_id="import_read",
        summary="上传过的文件：列对应和前几行",
        responses={200: ImportPreviewShape, **_READING, 422: ProblemShape},
    )
    def get(self, request: Request, job_id: int) -> Response:
        """Show what a file is taken for. Raises Refused: not_permitted, not_found."""
        staff = cast(Staff, request.user)
        desks_of(staff)
        return Response(_shown(draft_of(staff, job_id)))


class ImportStart(APIView):
    """试运行、导入."""

    @extend_schema(
        operation_id="import_start",
        summary="交后台试运行或者导入；进度和拒绝的行见任务",
        request=StartShape,
        responses={202: JobShape, **_WRITING},
    )
    def post(self, request: Request, job_id: int) -> Response:
        """Ask for the dry run or the import. Raises Refused: see `start_import`."""
        said = _checked(StartShape(data=request.data))
        job = start_import(cast(Staff, request.user), job_id, dry_run=said["dry_run"])
        return Response(JobShape(job).data, status=202)


def _checked(shape: serializers.Serializer[Any]) -> dict[str, Any]:
    if not shape.is_valid():
        # A body that is no object has its fault under no field.
        raise InputInvalid({str(name): [str(each) for each in every] for name, every in shape.errors.items()})
    return cast(dict[str, Any], shape.validated_data)


def _shown(draft: Job) -> Any:
    return ImportPreviewShape({"id": draft.pk, "preview": preview_of(draft)}).data

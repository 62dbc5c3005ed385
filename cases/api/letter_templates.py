"""Letter templates for programs: list, read, preview over invented data, save a version; same people and functions as the page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import InputInvalid, an_object, unknown, valid
from cases.api.rows import word
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.letter_templates import TemplateForm
from cases.letters.templates import (
    MOST_WORDS,
    assert_editor,
    checked_body,
    newest_body,
    save_template,
    versions_of,
    wording_in_force,
)
from cases.letters.variables import default_body, editable_kind, sample, variables_of
from cases.models import LetterTemplate
from kit.paper.sheet import letter_parts
from kit.rooms import letters
from law.vocabulary import Letter
from organizations.models import Staff
from organizations.today import today

_PROBLEMS = dict.fromkeys((401, 403, 404), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}


class TemplateLine(serializers.Serializer[Any]):
    """One letter whose words can be edited; ``version`` null: the words that come with the program."""

    letter = word(Letter)
    label = serializers.CharField(source="letter.label")  # type: ignore[assignment]
    version = serializers.IntegerField(source="wording.version", allow_null=True, default=None)
    valid_from = serializers.DateField(source="wording.valid_from", allow_null=True, default=None)


class TemplateVersion(serializers.ModelSerializer[LetterTemplate]):
    """One version of a letter's words; it never changes."""

    created_by = serializers.CharField(source="created_by.name")

    class Meta:
        model = LetterTemplate
        fields = ("version", "valid_from", "body", "created_by", "created_at")


class TemplateVariable(serializers.Serializer[Any]):
    """One variable that the words may name, in braces."""

    name = serializers.CharField()
    sample = serializers.CharField(help_text="预览用的编造内容")
    required = serializers.BooleanField()  # type: ignore[assignment]


class TemplateShape(TemplateLine):
    """A letter's words, its variables and its versions, the newest first."""

    body = serializers.CharField(help_text="最新一版的文字")
    default_body = serializers.CharField(help_text="程序自带的文字")
    variables = TemplateVariable(many=True)
    versions = TemplateVersion(many=True)


class TemplateBody(serializers.Serializer[Any]):
    """Words to look at."""

    body = serializers.CharField(max_length=MOST_WORDS)


class TemplateInput(TemplateBody):
    """Words to save; ``valid_from`` left out: today."""

    valid_from = serializers.DateField(required=False, allow_null=True)


class PreviewShape(serializers.Serializer[Any]):
    """A letter over invented data."""

    to = serializers.CharField(allow_blank=True)
    paragraphs = serializers.ListField(child=serializers.CharField())


class TemplateList(APIView):
    """文书模板一览."""

    @extend_schema(
        operation_id="letter_templates",
        summary="可以编辑文字的文书（系统管理员）",
        responses={200: TemplateLine(many=True), **_PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """List the letters whose words can be edited, with the version in force."""
        _editor(request)
        return Response(TemplateLine([_line(kind) for kind in letters()], many=True).data)


class TemplateDetail(APIView):
    """一种文书的模板."""

    @extend_schema(
        operation_id="letter_template_read", summary="读取文书模板", responses={200: TemplateShape, **_PROBLEMS}
    )
    def get(self, request: Request, letter: str) -> Response:
        """Read a letter's words with its variables and versions."""
        _editor(request)
        return Response(_answer(editable_kind(letter)))

    @extend_schema(
        operation_id="letter_template_save",
        summary="保存文书模板的新版本；已经出具的文书不会改变",
        request=TemplateInput,
        responses={201: TemplateShape, **_WRITING},
    )
    def post(self, request: Request, letter: str) -> Response:
        """Save the next version. Raises Refused as `save_template`."""
        staff, kind = _editor(request), editable_kind(letter)
        save_template(kind, by=staff, on=today(), **_typed(request, ("body", "valid_from")))
        return Response(_answer(kind), status=201)


class TemplatePreview(APIView):
    """预览文书模板."""

    @extend_schema(
        operation_id="letter_template_preview",
        summary="用编造的内容预览文书模板，不保存",
        request=TemplateBody,
        responses={200: PreviewShape, **_WRITING},
    )
    def post(self, request: Request, letter: str) -> Response:
        """Show words over invented data. Raises Refused as `checked_body`."""
        _editor(request)
        kind = editable_kind(letter)
        body = checked_body(kind, _typed(request, ("body",))["body"])
        return Response(PreviewShape(letter_parts(sample(kind, body))).data)


def _editor(request: Request) -> Staff:
    return assert_editor(cast(Staff, request.user))


def _typed(request: Request, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what a valid form has typed. Raises InputInvalid: unknown field, wrong type, or what the form says."""
    said = an_object(request.data)
    faults = unknown(said, names)
    for name in names:
        if not isinstance(said.get(name), str | None):
            faults[name] = ["应为文字。"]
    if faults:
        raise InputInvalid(faults)
    form = valid(TemplateForm(said))
    return {name: form.cleaned_data[name] for name in names}


def _line(kind: Letter) -> dict[str, Any]:
    return {"letter": kind, "wording": wording_in_force(kind, today())}


def _answer(kind: Letter) -> Any:
    return TemplateShape(
        {
            **_line(kind),
            "body": newest_body(kind),
            "default_body": default_body(kind),
            "variables": variables_of(kind),
            "versions": versions_of(kind),
        }
    ).data

"""One unit for programs: its letterhead and posts; the same functions as its page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.letterhead import LETTERHEAD, keep_letterhead, unit_known_to
from organizations.models import Staff, Unit, UnitPost
from organizations.models.posts import Post
from organizations.posts import end_post, fill_post

_READING = {401: ProblemShape, 403: ProblemShape, 404: ProblemShape}
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 413, 415, 422), ProblemShape)}


class PostShape(serializers.ModelSerializer[UnitPost]):
    """Who holds, or held, a post."""

    post = serializers.ChoiceField(choices=Post.choices())

    class Meta:
        model = UnitPost
        fields = ("id", "post", "name", "position", "phone", "from_day", "to_day")


class UnitRecordShape(serializers.ModelSerializer[Unit]):
    """A unit with what its letters say of it, its posts, and once it is closed its last day and its successor."""

    posts = PostShape(many=True)

    class Meta:
        model = Unit
        fields = ("id", "name", "short_name", *LETTERHEAD, "valid_from", "valid_to", "successor", "posts")


class LetterheadInput(serializers.Serializer[Any]):
    """What to keep; what is left out stays."""

    legal_name = serializers.CharField(required=False, allow_blank=True, max_length=100)
    seal_line = serializers.CharField(required=False, allow_blank=True, max_length=100)
    contact_person = serializers.CharField(required=False, allow_blank=True, max_length=40)
    contact_phone = serializers.CharField(required=False, allow_blank=True, max_length=40)
    address = serializers.CharField(required=False, allow_blank=True, max_length=200)


class PostInput(serializers.Serializer[Any]):
    """A post to fill; ``account`` where the person has one."""

    post = serializers.ChoiceField(choices=Post.choices())
    name = serializers.CharField(max_length=40)
    position = serializers.CharField(required=False, allow_blank=True, max_length=40)
    phone = serializers.CharField(required=False, allow_blank=True, max_length=40)
    account = serializers.CharField(required=False, allow_blank=True, max_length=40)
    from_day = serializers.DateField()


class PostEndInput(serializers.Serializer[Any]):
    """The last day of a holding."""

    to_day = serializers.DateField()


class UnitDetail(APIView):
    """一个单位."""

    @extend_schema(
        operation_id="unit_read", summary="读取单位的文书信息和岗位", responses={200: UnitRecordShape, **_READING}
    )
    def get(self, request: Request, unit_id: int) -> Response:
        """Read a unit. Raises Refused not_found."""
        return Response(UnitRecordShape(unit_known_to(_staff(request), unit_id)).data)

    @extend_schema(
        operation_id="unit_letterhead",
        summary="维护单位的文书信息（系统管理员；联系方式也可由本单位负责人）",
        request=LetterheadInput,
        responses={200: UnitRecordShape, **_WRITING},
    )
    def post(self, request: Request, unit_id: int) -> Response:
        """Keep the letterhead. Raises Refused as `keep_letterhead`."""
        unit_known_to(_staff(request), unit_id)
        kept = keep_letterhead(unit_id, by=_staff(request), said=_typed(LetterheadInput, request))
        return Response(UnitRecordShape(kept).data)


class UnitPosts(APIView):
    """岗位."""

    @extend_schema(
        operation_id="unit_post_fill",
        summary="登记岗位：第一责任人、分管领导、信访专干",
        request=PostInput,
        responses={201: PostShape, **_WRITING},
    )
    def post(self, request: Request, unit_id: int) -> Response:
        """Fill a post. Raises Refused as `fill_post`."""
        unit_known_to(_staff(request), unit_id)
        said = _typed(PostInput, request)
        filled = fill_post(unit_id, by=_staff(request), **{**said, "post": Post(said["post"])})
        return Response(PostShape(filled).data, status=201)


class UnitPostEnd(APIView):
    """结束任职."""

    @extend_schema(
        operation_id="unit_post_end", summary="结束任职", request=PostEndInput, responses={200: PostShape, **_WRITING}
    )
    def post(self, request: Request, unit_id: int, post_id: int) -> Response:
        """End the holding of a post. Raises Refused as `end_post`."""
        unit_known_to(_staff(request), unit_id)
        return Response(PostShape(end_post(unit_id, post_id, by=_staff(request), **_typed(PostEndInput, request))).data)


def _typed(kind: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """Return what was sent. Raises Refused input_invalid: unknown field, wrong type."""
    asked = kind(data=request.data)
    if not asked.is_valid():
        raise Refused("input_invalid", f"这些栏目不对：{'、'.join(asked.errors)}。")
    if unknown := sorted(str(name)[:60] for name in request.data if name not in asked.fields):
        raise Refused("input_invalid", f"没有这些字段：{'、'.join(unknown[:10])}。")
    return dict(asked.validated_data)


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)

"""Public collections of proposals for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.base import ActForm
from cases.forms.collecting import CollectionForm, ResultForm
from cases.lists.collections import (
    change_collection,
    collection_of,
    known_collections,
    make_collection,
    public_collections,
    publish_result,
    suggestions_of,
)
from cases.models import Collection
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import today

_READING = dict.fromkeys((401, 403, 404), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form without a case takes what registering takes: no ids, no version; with a collection also the version seen.
_NEW, _OLD = Act.REGISTER, Act.CORRECT


class CollectionShape(serializers.ModelSerializer[Collection]):
    """One collection: nothing of a petitioner."""

    unit = serializers.CharField(source="unit.name")

    class Meta:
        model = Collection
        fields = ("id", "unit", "title", "asks", "opens_on", "closes_on", "result", "result_on", "version")


class OpenCollectionsShape(serializers.Serializer[Any]):
    """What everybody may read."""

    running = CollectionShape(many=True)
    answered = CollectionShape(many=True)


class SuggestedShape(serializers.Serializer[Any]):
    """One suggestion of a collection within the caller's reach."""

    case_id = serializers.IntegerField(source="line.id")
    number = serializers.CharField(source="line.number")
    subject = serializers.CharField(source="line.subject")
    received_on = serializers.DateField(source="line.received_on")
    outcomes = serializers.ListField(child=serializers.CharField())


class CollectionFileShape(serializers.Serializer[Any]):
    """One collection with the suggestions that the caller may know of."""

    collection = CollectionShape()
    suggestions = SuggestedShape(many=True)
    more = serializers.BooleanField(help_text="还有更多，只列出最近的一部分")


class OpenCollections(APIView):
    """人民建议征集, for everybody."""

    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []

    @extend_schema(
        operation_id="proposals_open",
        summary="正在进行的人民建议征集：无需登录",
        auth=[],
        responses={200: OpenCollectionsShape},
    )
    def get(self, request: Request) -> Response:
        """List what is collected now, and the last results."""
        running, answered = public_collections(today())
        return Response(OpenCollectionsShape({"running": running, "answered": answered}).data)


class CollectionList(APIView):
    """各次征集."""

    @extend_schema(
        operation_id="collections_list",
        summary="本区各次人民建议征集",
        responses={200: CollectionShape(many=True), **_READING},
    )
    def get(self, request: Request) -> Response:
        """List the collections of the caller's district."""
        return Response(CollectionShape(known_collections(_staff(request)), many=True).data)

    @extend_schema(
        operation_id="collection_make",
        summary="发起征集",
        responses={201: CollectionShape, **_WRITING},
        request=serializer_of(_NEW, CollectionForm, "CollectionMake"),
    )
    def post(self, request: Request) -> Response:
        """Make a collection. Raises Refused as `make_collection`."""
        staff = _staff(request)
        typed = _typed(_NEW, CollectionForm, request)
        return Response(CollectionShape(make_collection(by=staff, on=today(), **typed)).data, status=201)


class CollectionDetail(APIView):
    """一次征集."""

    @extend_schema(
        operation_id="collection_read",
        summary="一次征集和收到的建议（在调用者查看范围内）",
        responses={200: CollectionFileShape, **_READING},
    )
    def get(self, request: Request, collection_id: int) -> Response:
        """Read one collection with its suggestions. Raises Refused not_found."""
        staff = _staff(request)
        found = collection_of(staff, collection_id)
        suggestions, more = suggestions_of(found, staff, today())
        answer = {"collection": found, "suggestions": suggestions, "more": more}
        return Response(CollectionFileShape(answer).data)

    @extend_schema(
        operation_id="collection_change",
        summary="修改征集",
        responses={200: CollectionShape, **_WRITING},
        request=serializer_of(_OLD, CollectionForm, "CollectionChange"),
    )
    def post(self, request: Request, collection_id: int) -> Response:
        """Edit a collection. Raises Refused as `change_collection`."""
        staff = _staff(request)
        collection_of(staff, collection_id)
        typed = _typed(_OLD, CollectionForm, request)
        return Response(CollectionShape(change_collection(collection_id, by=staff, on=today(), **typed)).data)


class CollectionResult(APIView):
    """征集结果."""

    @extend_schema(
        operation_id="collection_result",
        summary="公布征集结果",
        responses={200: CollectionShape, **_WRITING},
        request=serializer_of(_OLD, ResultForm, "CollectionResult"),
    )
    def post(self, request: Request, collection_id: int) -> Response:
        """Publish the result. Raises Refused as `publish_result`."""
        staff = _staff(request)
        collection_of(staff, collection_id)
        typed = _typed(_OLD, ResultForm, request)
        return Response(CollectionShape(publish_result(collection_id, by=staff, on=today(), **typed)).data)


def _typed(act: Act, form: type[ActForm], request: Request) -> dict[str, Any]:
    return checked(act, form, request.data, by=_staff(request)).arguments()


def _staff(request: Request) -> Staff:
    return cast(Staff, request.user)

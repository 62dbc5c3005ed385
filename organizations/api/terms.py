"""The terms of a dictionary, for programs that let people choose one."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.dictionaries import CONTENT, MOST, OWN, dictionary_named, matching_terms
from organizations.models import Term
from organizations.today import today


class TermShape(serializers.ModelSerializer[Term]):
    """One term; its code is what the acts ask for."""

    class Meta:
        model = Term
        fields = ("code", "label", "path", "level")


class TermsShape(serializers.Serializer[Any]):
    """The terms that match, the nearest first; ``more``: there are others, type more of the name."""

    results = TermShape(many=True)
    more = serializers.BooleanField()


class Terms(APIView):
    """字典条目."""

    @extend_schema(
        operation_id="terms_list",
        summary=f"按名称、拼音首字母或者代码查找字典条目，一次最多{MOST}个",
        responses={200: TermsShape, 401: ProblemShape, 404: ProblemShape, 422: ProblemShape},
        parameters=[
            OpenApiParameter("q", str, description="名称、拼音首字母的一段，或者代码的开头；不写即最前面的几个"),
            OpenApiParameter("in", str, enum=tuple(OWN), description="哪部字典；不写即内容分类"),
        ],
    )
    def get(self, request: Request) -> Response:
        """List the terms that can be chosen today. Raises Refused: filter_unknown, not_found."""
        query = request.query_params
        assert_known(query, {"q", "in"})
        chosen = dictionary_named(query.get("in") or CONTENT).code
        found = list(matching_terms(chosen, query.get("q", ""), today())[: MOST + 1])
        return Response(TermsShape({"results": found[:MOST], "more": len(found) > MOST}).data)

"""Published review opinions for programs of everybody: the same function as the page."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.lists.publications import open_publications
from cases.models import Publication
from organizations.today import today


class PublicationShape(serializers.ModelSerializer[Publication]):
    """One publication: nothing of a petitioner, no number of a case."""

    unit = serializers.CharField(source="remedy.unit.name", help_text="复核机关")
    opinion = serializers.CharField(source="remedy.document.number", help_text="复核意见书文号")

    class Meta:
        model = Publication
        fields = ("unit", "opinion", "text", "place", "shown_from", "shown_to")


class OpenPublications(APIView):
    """复核意见公示, for everybody."""

    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []

    @extend_schema(
        operation_id="publications_open",
        summary="正在公示的复核意见：无需登录",
        auth=[],
        responses={200: PublicationShape(many=True)},
    )
    def get(self, request: Request) -> Response:
        """List what is published now."""
        return Response(PublicationShape(open_publications(today()), many=True).data)

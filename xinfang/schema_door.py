"""The address of the schema, which anybody may ask without an account."""

from functools import cache
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request


class SchemaDoor(SpectacularAPIView):
    """The schema for whoever asks: the same for everybody, so it is written once a process in each format.

    Writing it takes a quarter of a second, too much to do as often as somebody asks.
    """

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with what was written at the first call."""
        renderer = request.accepted_renderer
        writer: Any = type(renderer)
        named = {"Content-Disposition": f'inline; filename="schema.{renderer.format}"'}
        kind = f"{request.accepted_media_type}; charset=utf-8"
        return HttpResponse(_written(writer), content_type=kind, headers=named)


@cache
def _written(writer: Any) -> Any:
    generator: Any = SpectacularAPIView.generator_class()
    return writer().render(generator.get_schema(public=True), renderer_context={})

"""Themed screenings for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, assert_known
from organizations.today import today
from screening.models import Theme
from screening.models.words import ThemeState
from screening.people import assert_reads
from screening.rounds.forms import THEME_STEPS, ThemeForm
from screening.rounds.themes import draw_up_theme, page_of_themes, theme_of, today_burden


class ThemeShape(serializers.ModelSerializer[Theme]):
    """One themed screening, with what it costs the units together, in words."""

    state = word(ThemeState)
    kinds = serializers.ListField(child=serializers.CharField())
    questions = serializers.ListField(child=serializers.CharField())
    burden = serializers.SerializerMethodField()

    class Meta:
        model = Theme
        fields = ("id", "title", "state", "kinds", "questions", "from_day", "to_day", "why", "burden", "version")

    def get_burden(self, theme: Theme) -> str:
        """Return the cost in words."""
        return today_burden(theme)


class ThemePageShape(serializers.Serializer[Any]):
    """One page of themed screenings."""

    results = ThemeShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class Themes(APIView):
    """专项排查."""

    @extend_schema(
        operation_id="themes",
        summary="专项排查，新的在前",
        parameters=PAGED,
        responses={200: ThemePageShape, **READING},
    )
    def get(self, request: Request) -> Response:
        """List themes, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = assert_reads(staff_of(request)), request.query_params
        assert_known(query, {"after", "before"})
        page = page_of_themes(staff, **turn_asked(query))
        return Response(ThemePageShape({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="theme_draw_up",
        summary="拟定专项排查",
        request=serializer_of(NEW, ThemeForm, "ThemeDrawUp"),
        responses={201: ThemeShape, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Draw up a theme. Raises Refused: input_invalid, and as `draw_up_theme`."""
        staff = assert_reads(staff_of(request))
        typed = checked(NEW, ThemeForm, request.data, by=staff).arguments()
        return Response(ThemeShape(draw_up_theme(by=staff, on=today(), **typed)).data, status=201)


class ThemeDetail(APIView):
    """一个专项排查."""

    @extend_schema(operation_id="theme_read", summary="读取一个专项排查", responses={200: ThemeShape, **READING})
    def get(self, request: Request, theme_id: int) -> Response:
        """Read one theme. Raises Refused not_found."""
        return Response(ThemeShape(theme_of(staff_of(request), theme_id)).data)


class ThemeStep(APIView):
    """专项排查的一步."""

    @extend_schema(
        operation_id="theme_step",
        summary="发布专项排查（publish），照写看到的基层合计用时",
        request=bodies_of(THEME_STEPS, "Theme"),
        responses={200: ThemeShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(THEME_STEPS))],
    )
    def post(self, request: Request, theme_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(THEME_STEPS, step), theme_of(staff, theme_id), staff)
        return Response(ThemeShape(theme_of(staff, theme_id)).data)

"""The forecast for programs: the same functions as the pages."""

from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.rows import word
from cases.api.shapes import ProblemShape
from law.vocabulary import Duty
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today
from supervision.forecast.reading import assert_reads, by_unit, forecasts, horizon_of, page_of_forecasts, unit_in, why
from supervision.forecast.scoring import reliability, scores
from supervision.models import ClockForecast
from supervision.models.forecasts import HORIZONS, Stage

_READING = dict.fromkeys((401, 403, 404, 422), ProblemShape)
_DAYS = OpenApiParameter(
    "days", {"type": "integer", "minimum": 1}, enum=HORIZONS, required=True, description="多少日内到期"
)


class UnitForecastShape(serializers.Serializer[Any]):
    """What is forecast of one unit."""

    unit = serializers.IntegerField(source="unit.pk")
    name = serializers.CharField(source="unit.name")
    clocks = serializers.IntegerField(help_text="到期的期限")
    expected = serializers.FloatField(help_text="各件可能之和")
    likely = serializers.IntegerField(help_text="可能在一半以上的")


class ScoreShape(serializers.Serializer[Any]):
    """How often forecasts so many days ahead were right."""

    horizon = serializers.IntegerField()
    known = serializers.IntegerField()
    brier = serializers.FloatField(allow_null=True, help_text="0最好")
    by_district = serializers.FloatField(allow_null=True, help_text="只看全区时的分")
    missed = serializers.FloatField(allow_null=True)
    open = serializers.IntegerField()
    void = serializers.IntegerField()
    replayed = serializers.IntegerField(help_text="其中事后补算的")


class BinShape(serializers.Serializer[Any]):
    """One tenth of the reliability table."""

    low = serializers.FloatField()
    high = serializers.FloatField()
    count = serializers.IntegerField()
    said = serializers.FloatField()
    came = serializers.FloatField()


class ForecastShape(serializers.Serializer[Any]):
    """What is forecast, and how often it was right."""

    units = UnitForecastShape(many=True)
    scores = ScoreShape(many=True)
    reliability = BinShape(many=True)


class ForecastLine(serializers.ModelSerializer[ClockForecast]):
    """One clock with its probability and why."""

    case = serializers.IntegerField(source="clock.case_id")
    number = serializers.CharField(source="clock.case.number")
    unit_name = serializers.CharField(source="unit.name")
    duty = word(Duty)
    stage = word(Stage)
    why = serializers.SerializerMethodField(help_text="这个可能从哪里来")

    class Meta:
        model = ClockForecast
        fields = (
            "case",
            "number",
            "leg",
            "clock",
            "unit",
            "unit_name",
            "duty",
            "due_on",
            "made_on",
            "stage",
            "spent",
            "probability",
            "unit_past",
            "unit_missed",
            "district_past",
            "district_missed",
            "why",
        )

    def get_why(self, row: ClockForecast) -> str:
        """Return where the probability comes from."""
        return why(row)


class ForecastClocksPage(serializers.Serializer[Any]):
    """One page of forecasts; `after` and `before` are the keys of the neighbouring pages."""

    results = ForecastLine(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class ForecastUnits(APIView):
    """超期预测."""

    @extend_schema(
        operation_id="forecast_read",
        summary="各单位预计超期的期限，和以往预测准不准",
        responses={200: ForecastShape, **_READING},
        parameters=[_DAYS],
    )
    def get(self, request: Request) -> Response:
        """Read the forecast by unit. Raises Refused: not_permitted, filter_unknown, horizon_unknown."""
        staff, days = _asked(request, {"days"})
        on = today()
        found = {
            "units": by_unit(staff, on, days),
            "scores": scores(staff, on),
            "reliability": reliability(staff, on, days),
        }
        return Response(ForecastShape(found).data)


class ForecastClocks(APIView):
    """逐件预测."""

    @extend_schema(
        operation_id="forecast_clocks",
        summary="逐件预测，急的在前",
        responses={200: ForecastClocksPage, **_READING},
        parameters=[_DAYS, OpenApiParameter("unit", {"type": "integer", "minimum": 1}), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List forecasts, paged by key. Raises Refused: not_permitted, filter_unknown, horizon_unknown, not_found, key_broken."""
        staff, days = _asked(request, {"days", "unit", *TURN})
        query = request.query_params
        unit = unit_in(staff, query.get("unit", ""))
        rows = forecasts(staff, today(), days)
        rows = rows.filter(unit=unit) if unit else rows
        page = page_of_forecasts(rows, after=query.get("after", ""), before=query.get("before", ""))
        shown = {"results": page.rows, "after": page.after, "before": page.before}
        return Response(ForecastClocksPage(shown).data)


def _asked(request: Request, known: set[str]) -> tuple[Staff, int]:
    staff = cast(Staff, request.user)
    assert_reads(staff)
    assert_known(request.query_params, known)
    return staff, horizon_of(request.query_params.get("days", ""))

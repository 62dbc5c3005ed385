"""The forecast for programs, under /api/v1/supervision/forecast/."""

from django.urls import path

from supervision.forecast.api import ForecastClocks, ForecastUnits

urlpatterns = [
    path("", ForecastUnits.as_view(), name="api-forecast"),
    path("clocks/", ForecastClocks.as_view(), name="api-forecast-clocks"),
]

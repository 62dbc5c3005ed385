"""The pages of the forecast, under /supervision/forecast/."""

from django.urls import path

from supervision.forecast.pages import forecast, forecast_clocks

urlpatterns = [path("", forecast, name="forecast"), path("clocks/", forecast_clocks, name="forecast_clocks")]

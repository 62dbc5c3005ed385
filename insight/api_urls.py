"""Insight for programs, under /api/v1/insight/."""

from django.urls import path

from insight.api import AlikeCases, HintFigures, Suggestions

urlpatterns = [
    path("insight/suggestions/", Suggestions.as_view(), name="api-insight-suggestions"),
    path("insight/figures/", HintFigures.as_view(), name="api-insight-figures"),
    path("insight/cases/<int:case_id>/alike/", AlikeCases.as_view(), name="api-insight-alike"),
]

"""Insight for programs, under /api/v1/insight/."""

from django.urls import path

from insight.api import AlikeCases, HandlingOfCase, HintFigures, Suggestions
from insight.imported.api import FoundDetail, FoundRepeats, FoundStep

urlpatterns = [
    path("insight/suggestions/", Suggestions.as_view(), name="api-insight-suggestions"),
    path("insight/figures/", HintFigures.as_view(), name="api-insight-figures"),
    path("insight/imported/", FoundRepeats.as_view(), name="api-insight-found-list"),
    path("insight/imported/<int:found_id>/", FoundDetail.as_view(), name="api-insight-found"),
    path("insight/imported/<int:found_id>/<slug:step>/", FoundStep.as_view(), name="api-insight-found-step"),
    path("insight/cases/<int:case_id>/handling/", HandlingOfCase.as_view(), name="api-insight-handling"),
    path("insight/cases/<int:case_id>/alike/", AlikeCases.as_view(), name="api-insight-alike"),
]

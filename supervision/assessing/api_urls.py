"""Addresses of assessments for programs, under /api/v1/supervision/assessment/."""

from django.urls import path

from supervision.assessing import api

urlpatterns = [
    path("", api.AssessmentList.as_view(), name="api-assessments"),
    path("spot-check/", api.SpotCheck.as_view(), name="api-spot-check"),
    path("results/<int:result_id>/", api.ResultFile.as_view(), name="api-assessment-result"),
    path("results/<int:result_id>/rows/<int:score_id>/", api.RowList.as_view(), name="api-assessment-rows"),
    path("results/<int:result_id>/<slug:step>/", api.ResultStep.as_view(), name="api-assessment-result-step"),
    path("<int:assessment_id>/", api.AssessmentFile.as_view(), name="api-assessment"),
    path("<int:assessment_id>/<slug:step>/", api.AssessmentStep.as_view(), name="api-assessment-step"),
]

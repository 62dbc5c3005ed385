"""Return visits for programs, under /api/v1/supervision/visits/."""

from django.urls import path

from supervision.visits.api import FeedbackFile, FeedbackStep, VisitFile, VisitPageView, VisitStep
from supervision.visits.lot_api import LotFile, LotList

urlpatterns = [
    path("", VisitPageView.as_view(), name="api-visits"),
    path("lots/", LotList.as_view(), name="api-visit-lots"),
    path("lots/<int:lot_id>/", LotFile.as_view(), name="api-visit-lot"),
    path("feedback/<int:feedback_id>/", FeedbackFile.as_view(), name="api-visit-feedback"),
    path("feedback/<int:feedback_id>/<slug:step>/", FeedbackStep.as_view(), name="api-visit-feedback-step"),
    path("<int:visit_id>/", VisitFile.as_view(), name="api-visit"),
    path("<int:visit_id>/<slug:step>/", VisitStep.as_view(), name="api-visit-step"),
]

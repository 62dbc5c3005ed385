"""The pages of return visits, under /supervision/visits/."""

from django.urls import path

from supervision.visits.lot_pages import lot_page, lots
from supervision.visits.pages import feedback_list, feedback_page, feedback_step, visit_list, visit_page, visit_step

urlpatterns = [
    path("", visit_list, name="visits"),
    path("lots/", lots, name="visit_lots"),
    path("lots/<int:lot_id>/", lot_page, name="visit_lot"),
    path("feedback/", feedback_list, name="visit_feedbacks"),
    path("feedback/<int:feedback_id>/", feedback_page, name="visit_feedback"),
    path("feedback/<int:feedback_id>/<slug:step>/", feedback_step, name="visit_feedback_step"),
    path("<int:visit_id>/", visit_page, name="visit"),
    path("<int:visit_id>/<slug:step>/", visit_step, name="visit_step"),
]

"""The pages of assessments, under /supervision/assessment/."""

from django.urls import path

from supervision.assessing import pages
from supervision.assessing.spot_pages import spot_check_page

urlpatterns = [
    path("", pages.scheme_list, name="assessments"),
    path("new/", pages.scheme_new, name="assessment_new"),
    path("spot-check/", spot_check_page, name="spot_check"),
    path("results/", pages.waiting_list, name="assessment_results"),
    path("results/<int:result_id>/", pages.result_page, name="assessment_result"),
    path("results/<int:result_id>/rows/<int:score_id>/", pages.row_list, name="assessment_rows"),
    path("results/<int:result_id>/<slug:step>/", pages.result_step, name="assessment_result_step"),
    path("<int:assessment_id>/", pages.scheme_page, name="assessment"),
    path("<int:assessment_id>/<slug:step>/", pages.scheme_step, name="assessment_step"),
]

"""The pages of relief, under /supervision/relief/."""

from django.urls import path

from supervision.relief import means_pages as means
from supervision.relief import pages

urlpatterns = [
    path("", pages.assistance_list, name="assistances"),
    path("new/", pages.assistance_new, name="assistance_new"),
    path("funds/", pages.fund_list, name="funds"),
    path("funds/new/", pages.fund_new, name="fund_new"),
    path("funds/<int:fund_id>/", pages.fund_page, name="fund"),
    path("funds/<int:fund_id>/<slug:step>/", pages.fund_step, name="fund_step"),
    path("projects/", means.project_list, name="projects"),
    path("projects/new/", means.project_new, name="project_new"),
    path("projects/sheet/", means.project_sheet, name="project_sheet"),
    path("projects/<int:project_id>/", means.project_page, name="project"),
    path("projects/<int:project_id>/<slug:step>/", means.project_step, name="project_step"),
    path("campaigns/", means.campaign_list, name="publicity"),
    path("campaigns/new/", means.campaign_new, name="publicity_new"),
    path("<int:assistance_id>/", pages.assistance_page, name="assistance"),
    path("<int:assistance_id>/<slug:step>/", pages.assistance_step, name="assistance_step"),
]

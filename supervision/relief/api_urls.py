"""Relief for programs, under /api/v1/supervision/relief/."""

from django.urls import path

from supervision.relief import api
from supervision.relief import means_api as means

urlpatterns = [
    path("", api.AssistanceList.as_view(), name="api-assistances"),
    path("funds/", api.FundList.as_view(), name="api-funds"),
    path("funds/<int:fund_id>/", api.FundFile.as_view(), name="api-fund"),
    path("funds/<int:fund_id>/<slug:step>/", api.FundStep.as_view(), name="api-fund-step"),
    path("projects/", means.ProjectList.as_view(), name="api-projects"),
    path("projects/<int:project_id>/<slug:step>/", means.ProjectStep.as_view(), name="api-project-step"),
    path("campaigns/", means.PublicityList.as_view(), name="api-publicity"),
    path("cases/<int:case_id>/", api.AssistanceNew.as_view(), name="api-assistance-new"),
    path("<int:assistance_id>/", api.AssistanceFile.as_view(), name="api-assistance"),
    path("<int:assistance_id>/<slug:step>/", api.AssistanceStep.as_view(), name="api-assistance-step"),
]

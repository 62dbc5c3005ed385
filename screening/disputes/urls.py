"""The pages of disputes, under /screening/."""

from django.urls import path

from screening.disputes import pages, sheet_pages

urlpatterns = [
    path("disputes/", pages.dispute_list, name="disputes"),
    path("disputes/sheet/", sheet_pages.dispute_sheet, name="dispute_sheet"),
    path("disputes/new/", pages.dispute_new, name="dispute_new"),
    path("disputes/to-the-sealed-desk/", pages.accusation_new, name="accusation_new"),
    path("disputes/<int:dispute_id>/", pages.dispute_page, name="dispute"),
    path("disputes/<int:dispute_id>/<slug:step>/", pages.dispute_step, name="dispute_step"),
]

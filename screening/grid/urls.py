"""The pages of the grid, under /screening/."""

from django.urls import path

from screening.grid import pages

urlpatterns = [
    path("grid/", pages.grid, name="grid"),
    path("sheet/", pages.sheet, name="sheet"),
    path("warnings/", pages.warning_list, name="warnings"),
    path("warnings/<int:warning_id>/", pages.warning_page, name="warning"),
    path("warnings/<int:warning_id>/<slug:step>/", pages.warning_step, name="warning_step"),
]

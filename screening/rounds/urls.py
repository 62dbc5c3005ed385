"""The pages of themed screenings, under /screening/."""

from django.urls import path

from screening.rounds import pages

urlpatterns = [
    path("themes/", pages.theme_list, name="themes"),
    path("themes/new/", pages.theme_new, name="theme_new"),
    path("themes/<int:theme_id>/", pages.theme_page, name="theme"),
    path("themes/<int:theme_id>/<slug:step>/", pages.theme_step, name="theme_step"),
]

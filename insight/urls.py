"""The pages of insight."""

from django.urls import path

from insight.imported.pages import found_list, found_page, found_step
from insight.pages import alike, figures, handling

app_name = "insight"
urlpatterns = [
    path("insight/", figures, name="figures"),
    path("insight/cases/<int:case_id>/alike/", alike, name="alike"),
    path("insight/cases/<int:case_id>/handling/", handling, name="handling"),
    path("insight/imported/", found_list, name="found_list"),
    path("insight/imported/<int:found_id>/", found_page, name="found"),
    path("insight/imported/<int:found_id>/<slug:step>/", found_step, name="found_step"),
]

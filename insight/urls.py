"""The pages of insight."""

from django.urls import path

from insight.pages import alike, figures

app_name = "insight"
urlpatterns = [
    path("insight/", figures, name="figures"),
    path("insight/cases/<int:case_id>/alike/", alike, name="alike"),
]

"""Addresses of campaigns."""

from django.urls import path

from supervision.campaigns import pages

urlpatterns = [
    path("", pages.campaign_list, name="campaigns"),
    path("new/", pages.campaign_new, name="campaign_new"),
    path("<int:campaign_id>/", pages.campaign, name="campaign"),
    path("<int:campaign_id>/rule/", pages.campaign_rule, name="campaign_rule"),
    path("<int:campaign_id>/numbers/", pages.campaign_numbers, name="campaign_numbers"),
    path("<int:campaign_id>/end/", pages.campaign_end, name="campaign_end"),
]

"""Addresses of campaigns for programs."""

from django.urls import path

from supervision.campaigns import api

urlpatterns = [
    path("", api.Campaigns.as_view(), name="api-campaigns"),
    path("<int:campaign_id>/", api.OneCampaign.as_view(), name="api-campaign"),
    path("<int:campaign_id>/rule/", api.CampaignRule.as_view(), name="api-campaign-rule"),
    path("<int:campaign_id>/numbers/", api.CampaignNumbers.as_view(), name="api-campaign-numbers"),
    path("<int:campaign_id>/end/", api.CampaignEnd.as_view(), name="api-campaign-end"),
]

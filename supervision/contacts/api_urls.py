"""Addresses of contact points, pledges and the diary for programs."""

from django.urls import path

from supervision.contacts import api

urlpatterns = [
    path("points/", api.ContactPoints.as_view(), name="api-contact-points"),
    path("points/<int:point_id>/end/", api.ContactPointEnd.as_view(), name="api-contact-end"),
    path("pledges/", api.Pledges.as_view(), name="api-pledges"),
    *(
        path(f"pledges/<int:pledge_id>/{slug}/", api.pledge_door(slug).as_view(), name=f"api-pledge-{slug}")
        for slug in ("target", "sign", "check")
    ),
    path("diary/", api.Diary.as_view(), name="api-diary"),
]

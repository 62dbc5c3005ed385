"""Addresses of contact points, pledges and the diary."""

from django.urls import path

from supervision.contacts import pages

urlpatterns = [
    path("points/", pages.contact_points, name="contact_points"),
    path("points/new/", pages.contact_new, name="contact_new"),
    path("points/<int:point_id>/", pages.contact_card, name="contact_card"),
    path("points/<int:point_id>/end/", pages.contact_end, name="contact_end"),
    path("pledges/", pages.pledge_list, name="pledges"),
    path("pledges/new/", pages.pledge_new, name="pledge_new"),
    path("pledges/<int:pledge_id>/", pages.pledge, name="pledge"),
    path("pledges/<int:pledge_id>/target/", pages.pledge_target, name="pledge_target"),
    path("pledges/<int:pledge_id>/check/", pages.pledge_check, name="pledge_check"),
    path("pledges/<int:pledge_id>/sign/", pages.pledge_sign, name="pledge_sign"),
    path("diary/", pages.my_diary, name="diary"),
]

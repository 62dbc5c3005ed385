"""The address of the reception days for everybody, under that of the portal."""

from django.urls import path

from reception.days import public

urlpatterns = [path("reception-days/", public.reception_days, name="open_days")]

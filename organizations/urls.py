"""Addresses of the organizations floor."""

from django.urls import path

from organizations.views.calculator import calculator
from organizations.views.journal import journal, verify
from organizations.views.limits import limits
from organizations.views.messages import mine, outbox, send_once_more
from organizations.views.people import account, permissions, revoke
from organizations.views.session import Login, Logout
from organizations.views.training import training
from organizations.views.units import options

urlpatterns = [
    path("login/", Login.as_view(), name="login"),
    path("logout/", Logout.as_view(), name="logout"),
    path("account/", account, name="account"),
    path("account/tokens/<str:token_id>/revoke/", revoke, name="revoke_token"),
    path("permissions/", permissions, name="permissions"),
    path("journal/", journal, name="journal"),
    path("journal/verify/", verify, name="verify_journal"),
    path("messages/", outbox, name="outbox"),
    path("messages/<int:message_id>/resend/", send_once_more, name="outbox_resend"),
    path("messages/mine/", mine, name="my_messages"),
    path("units/options", options, name="unit_options"),
    path("calculator/", calculator, name="calculator"),
    path("limits/", limits, name="limits"),
    path("training/", training, name="training"),
]

"""Addresses of the organizations floor."""

from django.urls import path

from organizations.views.calculator import calculator
from organizations.views.dictionaries import dictionary, terms
from organizations.views.journal import journal, verify
from organizations.views.limits import limits
from organizations.views.people import account, permissions, revoke
from organizations.views.session import Login, Logout
from organizations.views.settings import setting_editor, settings_list
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
    path("units/options", options, name="unit_options"),
    path("calculator/", calculator, name="calculator"),
    path("limits/", limits, name="limits"),
    path("settings/", settings_list, name="settings"),
    path("settings/<str:key>/", setting_editor, name="setting"),
    path("dictionaries/<str:dictionary>/", dictionary, name="dictionary"),
    path("terms/options", terms, name="term_options"),
    path("training/", training, name="training"),
]

"""Addresses of the organizations floor."""

from django.urls import path

from organizations.views.calculator import calculator
from organizations.views.dictionaries import dictionary, terms
from organizations.views.jobs import cancel, job, job_file, jobs
from organizations.views.journal import journal, verify
from organizations.views.ledgers import export_ledger, first_ledger, ledger_page, print_ledger
from organizations.views.limits import limits
from organizations.views.mandates import confirm, end, give, stop, use
from organizations.views.messages import mine, outbox, send_once_more
from organizations.views.notices import record_file, record_notice
from organizations.views.people import account, permissions, revoke
from organizations.views.record_letters import letter, letter_pdf, letter_word, scan
from organizations.views.session import Login, Logout
from organizations.views.settings import setting_editor, settings_list
from organizations.views.training import training
from organizations.views.unit_names import drop_unit_name, unit_names
from organizations.views.unit_pages import letterhead, post, post_end, unit, units
from organizations.views.units import options

urlpatterns = [
    path("login/", Login.as_view(), name="login"),
    path("logout/", Logout.as_view(), name="logout"),
    path("account/", account, name="account"),
    path("account/tokens/<str:token_id>/revoke/", revoke, name="revoke_token"),
    path("account/mandates/", give, name="give_mandate"),
    path("account/mandates/stop/", stop, name="stop_acting"),
    path("account/mandates/<int:mandate_id>/end/", end, name="end_mandate"),
    path("account/mandates/<int:mandate_id>/confirm/", confirm, name="confirm_mandate_day"),
    path("account/mandates/<int:mandate_id>/use/", use, name="use_mandate"),
    path("permissions/", permissions, name="permissions"),
    path("jobs/", jobs, name="jobs"),
    path("jobs/<int:job_id>/", job, name="job"),
    path("jobs/<int:job_id>/cancel/", cancel, name="cancel_job"),
    path("jobs/<int:job_id>/file", job_file, name="job_file"),
    path("ledgers/", first_ledger, name="ledgers"),
    path("ledgers/<slug:ledger>/", ledger_page, name="ledger"),
    path("ledgers/<slug:ledger>/print/", print_ledger, name="print_ledger"),
    path("ledgers/<slug:ledger>/export/", export_ledger, name="export_ledger"),
    path("journal/", journal, name="journal"),
    path("journal/verify/", verify, name="verify_journal"),
    path("notices/records/<int:notice_id>/", record_notice, name="record_notice"),
    path("records/files/<int:file_id>/", record_file, name="record_file"),
    path("records/letters/<int:record_letter_id>/", letter, name="record_letter"),
    path("records/letters/<int:record_letter_id>.pdf", letter_pdf, name="record_letter_pdf"),
    path("records/letters/<int:record_letter_id>.docx", letter_word, name="record_letter_word"),
    path("records/letters/<int:record_letter_id>/scans/<int:record_scan_id>/", scan, name="record_scan"),
    path("messages/", outbox, name="outbox"),
    path("messages/<int:message_id>/resend/", send_once_more, name="outbox_resend"),
    path("messages/mine/", mine, name="my_messages"),
    path("units/options", options, name="unit_options"),
    path("units/names/", unit_names, name="unit_names"),
    path("units/names/<int:name_id>/drop/", drop_unit_name, name="drop_unit_name"),
    path("units/", units, name="units"),
    path("units/<int:unit_id>/", unit, name="unit"),
    path("units/<int:unit_id>/letterhead/", letterhead, name="unit_letterhead"),
    path("units/<int:unit_id>/posts/", post, name="unit_post"),
    path("units/<int:unit_id>/posts/<int:post_id>/end/", post_end, name="unit_post_end"),
    path("calculator/", calculator, name="calculator"),
    path("limits/", limits, name="limits"),
    path("settings/", settings_list, name="settings"),
    path("settings/<str:key>/", setting_editor, name="setting"),
    path("dictionaries/<str:dictionary>/", dictionary, name="dictionary"),
    path("terms/options", terms, name="term_options"),
    path("training/", training, name="training"),
]

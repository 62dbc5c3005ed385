"""Addresses of the organizations floor for programs."""

from django.urls import path

from organizations.api.deadlines import Deadlines
from organizations.api.feed import Feed
from organizations.api.jobs import JobCancel, JobDetail, JobFile, JobList
from organizations.api.journal import Journal
from organizations.api.ledgers import LedgerExport, LedgerList
from organizations.api.mandates import Mandates, ended
from organizations.api.messages import Messages, Resend
from organizations.api.my_messages import MyMessages
from organizations.api.records import (
    RecordFileDetail,
    RecordLetterDetail,
    RecordLetterPdf,
    RecordLetterWord,
    RecordScanDetail,
)
from organizations.api.reports import Reports
from organizations.api.settings import SettingDetail, SettingList, SettingPreview
from organizations.api.terms import Terms
from organizations.api.unit_names import UnitNames, dropped
from organizations.api.unit_records import UnitDetail, UnitPostEnd, UnitPosts
from organizations.api.units import Units

urlpatterns = [
    path("deadlines/", Deadlines.as_view(), name="api-deadlines"),
    path("feed/", Feed.as_view(), name="api-feed"),
    path("jobs/", JobList.as_view(), name="api-jobs"),
    path("jobs/<int:job_id>/", JobDetail.as_view(), name="api-job"),
    path("jobs/<int:job_id>/cancel/", JobCancel.as_view(), name="api-job-cancel"),
    path("jobs/<int:job_id>/file", JobFile.as_view(), name="api-job-file"),
    path("ledgers/", LedgerList.as_view(), name="api-ledgers"),
    path("ledgers/<slug:ledger>/export/", LedgerExport.as_view(), name="api-ledger-export"),
    path("journal/", Journal.as_view(), name="api-journal"),
    path("mandates/", Mandates.as_view(), name="api-mandates"),
    path("mandates/<int:mandate_id>/end/", ended, name="api-mandate-end"),
    path("messages/", Messages.as_view(), name="api-messages"),
    path("messages/mine/", MyMessages.as_view(), name="api-my-messages"),
    path("messages/reports/", Reports.as_view(), name="api-message-reports"),
    path("messages/<int:message_id>/resend/", Resend.as_view(), name="api-message-resend"),
    path("records/files/<int:file_id>/", RecordFileDetail.as_view(), name="api-record-file"),
    path("records/letters/<int:record_letter_id>/", RecordLetterDetail.as_view(), name="api-record-letter"),
    path("records/letters/<int:record_letter_id>.pdf", RecordLetterPdf.as_view(), name="api-record-letter-pdf"),
    path("records/letters/<int:record_letter_id>.docx", RecordLetterWord.as_view(), name="api-record-letter-word"),
    path(
        "records/letters/<int:record_letter_id>/scans/<int:record_scan_id>/",
        RecordScanDetail.as_view(),
        name="api-record-scan",
    ),
    path("settings/", SettingList.as_view(), name="api-settings"),
    path("settings/<str:key>/", SettingDetail.as_view(), name="api-setting"),
    path("settings/<str:key>/preview/", SettingPreview.as_view(), name="api-setting-preview"),
    path("terms/", Terms.as_view(), name="api-terms"),
    path("units/", Units.as_view(), name="api-units"),
    path("units/<int:unit_id>/names/", UnitNames.as_view(), name="api-unit-names"),
    path("units/names/<int:name_id>/drop/", dropped, name="api-unit-name-drop"),
    path("units/<int:unit_id>/", UnitDetail.as_view(), name="api-unit"),
    path("units/<int:unit_id>/posts/", UnitPosts.as_view(), name="api-unit-posts"),
    path("units/<int:unit_id>/posts/<int:post_id>/end/", UnitPostEnd.as_view(), name="api-unit-post-end"),
]

"""Addresses of the cases API, below /api/v1/."""

from django.urls import path

from cases.api.access import AccessList, AccessRevoke
from cases.api.approvals import Approvals
from cases.api.calendar import CalendarDays, CalendarPreview
from cases.api.clocks import ClockList
from cases.api.collections import CollectionDetail, CollectionList, CollectionResult, OpenCollections
from cases.api.day_print import DayPrint
from cases.api.filings import Filings
from cases.api.holiday_notice import HolidayNoticePreview, HolidayNotices
from cases.api.importing import ImportFile, ImportFiles, ImportStart
from cases.api.legal_bases import LegalBases
from cases.api.letter_templates import TemplateDetail, TemplateList, TemplatePreview
from cases.api.letters import DayLetters, DayLettersPdf, LetterDetail, LetterPdf, LetterWord
from cases.api.mailings import Mailings, MailingsPreview
from cases.api.matter import MatterTogether
from cases.api.notices import Notices, read
from cases.api.paper_forms import PaperFormList, PaperFormPdf
from cases.api.previews import PreviewDetail, PreviewPdf
from cases.api.promises import PromiseFigures, PromiseList
from cases.api.publications import OpenPublications
from cases.api.reforms import ReformApproval, ReformCancellation, ReformList, ReformPreviewed
from cases.api.scans import AttachmentDetail, DayScans, ScanDetail
from cases.api.urgent import UrgentDay
from cases.api.views import CaseDetail, CaseList, ClockWhy, act_view
from cases.api.why_seen import WhySeenDetail
from cases.doors.table import doors_on_a_case

urlpatterns = [
    path("clocks/", ClockList.as_view(), name="api-clocks"),
    path("calendar/", CalendarDays.as_view(), name="api-calendar"),
    path("calendar/preview/", CalendarPreview.as_view(), name="api-calendar-preview"),
    path("calendar/notice/", HolidayNotices.as_view(), name="api-holiday-notice"),
    path("calendar/notice/preview/", HolidayNoticePreview.as_view(), name="api-holiday-notice-preview"),
    path("mailings/", Mailings.as_view(), name="api-mailings"),
    path("mailings/preview/", MailingsPreview.as_view(), name="api-mailings-preview"),
    path("legal-bases/", LegalBases.as_view(), name="api-legal-bases"),
    path("reforms/", ReformList.as_view(), name="api-reforms"),
    path("reforms/preview/", ReformPreviewed.as_view(), name="api-reform-preview"),
    path("reforms/<int:reform_id>/approve/", ReformApproval.as_view(), name="api-reform-approve"),
    path("reforms/<int:reform_id>/cancel/", ReformCancellation.as_view(), name="api-reform-cancel"),
    path("urgent/", UrgentDay.as_view(), name="api-urgent-day"),
    path("filings/", Filings.as_view(), name="api-filings"),
    path("approvals/", Approvals.as_view(), name="api-approvals"),
    path("promises/", PromiseList.as_view(), name="api-promises"),
    path("promises/figures/", PromiseFigures.as_view(), name="api-promise-figures"),
    path("cases/", CaseList.as_view(), name="api-cases"),
    path("cases/<int:case_id>/", CaseDetail.as_view(), name="api-case"),
    path("cases/<int:case_id>/clocks/<int:clock_id>/why/", ClockWhy.as_view(), name="api-clock-why"),
    path("cases/<int:case_id>/letters/<int:document_id>/", LetterDetail.as_view(), name="api-letter"),
    path("cases/<int:case_id>/letters/<int:document_id>.pdf", LetterPdf.as_view(), name="api-letter-pdf"),
    path("cases/<int:case_id>/letters/<int:document_id>.docx", LetterWord.as_view(), name="api-letter-word"),
    path("cases/<int:case_id>/together/", MatterTogether.as_view(), name="api-together"),
    path("cases/<int:case_id>/legs/<int:leg_id>/preview/", PreviewDetail.as_view(), name="api-preview"),
    path("cases/<int:case_id>/legs/<int:leg_id>/preview.pdf", PreviewPdf.as_view(), name="api-preview-pdf"),
    path("publications/", OpenPublications.as_view(), name="api-open-publications"),
    path("proposals/", OpenCollections.as_view(), name="api-open-collections"),
    path("collections/", CollectionList.as_view(), name="api-collections"),
    path("collections/<int:collection_id>/", CollectionDetail.as_view(), name="api-collection"),
    path("collections/<int:collection_id>/result/", CollectionResult.as_view(), name="api-collection-result"),
    path("cases/<int:case_id>/letters/<int:document_id>/scans/<int:scan_id>/", ScanDetail.as_view(), name="api-scan"),
    path("attachments/<int:attachment_id>/", AttachmentDetail.as_view(), name="api-attachment"),
    path("letters/day-scans.zip", DayScans.as_view(), name="api-day-scans"),
    path("cases/<int:case_id>/forms/", PaperFormList.as_view(), name="api-paper-forms"),
    path("cases/<int:case_id>/forms/<str:form>.pdf", PaperFormPdf.as_view(), name="api-paper-form"),
    path("letter-templates/", TemplateList.as_view(), name="api-letter-templates"),
    path("letter-templates/<str:letter>/", TemplateDetail.as_view(), name="api-letter-template"),
    path("letter-templates/<str:letter>/preview/", TemplatePreview.as_view(), name="api-letter-template-preview"),
    path("access/", AccessList.as_view(), name="api-accesses"),
    path("access/<int:access_id>/revoke/", AccessRevoke.as_view(), name="api-access-revoke"),
    path("journal/why/", WhySeenDetail.as_view(), name="api-why-seen"),
    path("notices/", Notices.as_view(), name="api-notices"),
    path("notices/<int:notice_id>/read/", read, name="api-notice-read"),
    path("imports/", ImportFiles.as_view(), name="api-imports"),
    path("imports/<int:job_id>/", ImportFile.as_view(), name="api-import"),
    path("imports/<int:job_id>/start/", ImportStart.as_view(), name="api-import-start"),
    path("letters/", DayLetters.as_view(), name="api-day-letters"),
    path("letters/day-print/", DayPrint.as_view(), name="api-day-print"),
    path("letters/day.pdf", DayLettersPdf.as_view(), name="api-day-letters-pdf"),
    *(
        path(f"cases/<int:case_id>/{door.slug}/", act_view(door), name=f"api-{door.slug}")
        for door in doors_on_a_case().values()
    ),
]

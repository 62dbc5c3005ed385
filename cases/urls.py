"""Addresses of the case pages."""

from django.urls import path

from cases.views.access import accesses, revoke
from cases.views.act_said import act_said
from cases.views.acts import act
from cases.views.approvals import approvals
from cases.views.attachments import attachment
from cases.views.calendar import calendar
from cases.views.case import case
from cases.views.clocks import why
from cases.views.collections import (
    collection_list,
    collection_result,
    edit_collection,
    new_collection,
    one_collection,
    open_collections,
)
from cases.views.day_print import day_print
from cases.views.desk import desk
from cases.views.drafts import drop_draft, save_draft
from cases.views.filings import filings
from cases.views.holiday_notice import holiday_notice
from cases.views.importing import bring_file, import_preview, import_start
from cases.views.intake import hints, intake
from cases.views.legal_bases import basis_options, basis_sheet, legal_bases
from cases.views.letter_files import day_letters, day_letters_pdf, letter_pdf, letter_word
from cases.views.letter_templates import template_editor, template_list
from cases.views.letters import letter
from cases.views.listing import case_list
from cases.views.look_up import look_up
from cases.views.mailings import mailings
from cases.views.matter import together
from cases.views.notices import moved_dates, read_notice
from cases.views.paper_forms import paper_form
from cases.views.previews import preview, preview_file
from cases.views.promises import promise_figures, promises
from cases.views.publications import publications
from cases.views.receipt import receipt, receipt_once
from cases.views.reforms import approve as approve_reform
from cases.views.reforms import cancel as cancel_reform
from cases.views.reforms import new_reform, reforms
from cases.views.running import running
from cases.views.scanning import scan, scanned
from cases.views.scans import day_scans, scan_file
from cases.views.urgent import urgent_day
from cases.views.why_seen import why_seen_page

app_name = "cases"

urlpatterns = [
    path("", desk, name="desk"),
    path("notices/<int:notice_id>/read/", read_notice, name="notice_read"),
    path("notices/moved/<int:change>/", moved_dates, name="moved_dates"),
    path("drafts/", save_draft, name="draft_save"),
    path("drafts/<int:draft_id>/drop/", drop_draft, name="draft_drop"),
    path("look-up/", look_up, name="look_up"),
    path("attachments/<int:attachment_id>/", attachment, name="attachment"),
    path("clocks/", running, name="clocks"),
    path("calendar/", calendar, name="calendar"),
    path("calendar/notice/", holiday_notice, name="holiday_notice"),
    path("reforms/", reforms, name="reforms"),
    path("reforms/new/", new_reform, name="reform_new"),
    path("reforms/<int:reform_id>/approve/", approve_reform, name="reform_approve"),
    path("reforms/<int:reform_id>/cancel/", cancel_reform, name="reform_cancel"),
    path("urgent/", urgent_day, name="urgent_day"),
    path("filings/", filings, name="filings"),
    path("approvals/", approvals, name="approvals"),
    path("promises/", promises, name="promises"),
    path("promises/figures/", promise_figures, name="promise_figures"),
    path("cases/", case_list, name="list"),
    path("mailings/", mailings, name="mailings"),
    path("legal-bases/", legal_bases, name="legal_bases"),
    path("legal-bases/options", basis_options, name="basis_options"),
    path("legal-bases/enter/", basis_sheet, name="basis_sheet"),
    path("import/", bring_file, name="import"),
    path("import/<int:job_id>/", import_preview, name="import_preview"),
    path("import/<int:job_id>/start/", import_start, name="import_start"),
    path("cases/new/", intake, name="intake"),
    path("cases/new/hints/", hints, name="intake_hints"),
    path("cases/new/receipt/", receipt_once, name="receipt_once"),
    path("cases/<int:case_id>/receipt/", receipt, name="receipt"),
    path("cases/<int:case_id>/", case, name="case"),
    path("cases/<int:case_id>/clocks/<int:clock_id>/why/", why, name="clock_why"),
    path("cases/<int:case_id>/letters/<int:document_id>/", letter, name="letter"),
    path("cases/<int:case_id>/letters/<int:document_id>.pdf", letter_pdf, name="letter_pdf"),
    path("cases/<int:case_id>/letters/<int:document_id>.docx", letter_word, name="letter_word"),
    path("cases/<int:case_id>/legs/<int:leg_id>/preview/", preview, name="preview"),
    path("cases/<int:case_id>/legs/<int:leg_id>/preview.pdf", preview_file, name="preview_pdf"),
    path("publications/", publications, name="open_publications"),
    path("proposals/", open_collections, name="open_collections"),
    path("collections/", collection_list, name="collections"),
    path("collections/new/", new_collection, name="collection_new"),
    path("collections/<int:collection_id>/", one_collection, name="collection"),
    path("collections/<int:collection_id>/edit/", edit_collection, name="collection_edit"),
    path("collections/<int:collection_id>/result/", collection_result, name="collection_result"),
    path("cases/<int:case_id>/letters/<int:document_id>/scans/<int:scan_id>/", scan_file, name="scan_file"),
    path("cases/<int:case_id>/forms/<str:form>.pdf", paper_form, name="paper_form"),
    path("letters/day-scans.zip", day_scans, name="day_scans"),
    path("letters/", day_letters, name="day_letters"),
    path("letter-templates/", template_list, name="letter_templates"),
    path("letter-templates/<str:letter>/", template_editor, name="letter_template"),
    path("access/", accesses, name="accesses"),
    path("access/<int:access_id>/revoke/", revoke, name="access_revoke"),
    path("journal/why/", why_seen_page, name="why_seen"),
    path("s/", scan, name="scan"),
    path("s/<str:code>", scanned, name="scanned"),
    path("letters/day-print/", day_print, name="day_print"),
    path("letters/day.pdf", day_letters_pdf, name="day_letters_pdf"),
    path("cases/<int:case_id>/together/", together, name="together"),
    path("cases/<int:case_id>/<slug:slug>/", act, name="act"),
    path("cases/<int:case_id>/<slug:slug>/said/", act_said, name="act_said"),
]

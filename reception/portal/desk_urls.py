"""Addresses of the desk's pages behind the portal."""

from django.urls import path

from reception.portal import assisted_pages, desk_pages, guide_pages, word_pages

urlpatterns = [
    path("online/", desk_pages.filings, name="online_filings"),
    path("online/<int:filing_id>/", desk_pages.filing, name="online_filing"),
    path("online/<int:filing_id>/<slug:step>/", desk_pages.filing_step, name="online_filing_step"),
    path("assisted/", assisted_pages.filings, name="assisted"),
    path("assisted/new/", assisted_pages.filing_new, name="assisted_new"),
    path("assisted/<int:assisted_id>/", assisted_pages.filing, name="assisted_filing"),
    path("guide/", guide_pages.rows, name="guide_rows"),
    path("guide/new/", guide_pages.row_new, name="guide_row_new"),
    path("publishing/", guide_pages.publishing, name="publishing"),
    path("publishing/new/", guide_pages.publish_new, name="publish_new"),
    path("words/", word_pages.word_list, name="citizen_words"),
    path("words/<int:word_id>/", word_pages.word_page, name="citizen_word"),
    path("words/<int:word_id>/<slug:step>/", word_pages.word_step, name="citizen_word_step"),
    path("cases/<int:case_id>/codes/", desk_pages.codes, name="codes"),
]

"""Addresses of the desk's pages behind the portal."""

from django.urls import path

from reception.portal import desk_pages, word_pages

urlpatterns = [
    path("online/", desk_pages.filings, name="online_filings"),
    path("online/<int:filing_id>/", desk_pages.filing, name="online_filing"),
    path("online/<int:filing_id>/<slug:step>/", desk_pages.filing_step, name="online_filing_step"),
    path("words/", word_pages.word_list, name="citizen_words"),
    path("words/<int:word_id>/", word_pages.word_page, name="citizen_word"),
    path("words/<int:word_id>/<slug:step>/", word_pages.word_step, name="citizen_word_step"),
    path("cases/<int:case_id>/codes/", desk_pages.codes, name="codes"),
]

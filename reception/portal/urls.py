"""Addresses of the portal."""

from django.urls import path

from reception.portal import case_pages, deed_pages, guide_pages, pages

urlpatterns = [
    path("", case_pages.home, name="portal"),
    path("notice/", pages.notice, name="portal_notice"),
    path("file/", pages.file, name="portal_file"),
    path("draft/", pages.draft, name="portal_draft"),
    path("guide/", guide_pages.guide, name="portal_guide"),
    path("published/", guide_pages.published, name="portal_published"),
    path("contact/", pages.contact, name="portal_contact"),
    path("look-up/", pages.look_up, name="portal_look_up"),
    path("print-size/", pages.print_size, name="portal_print_size"),
    path("leave/", pages.out, name="portal_leave"),
    path("case/", case_pages.case, name="portal_case"),
    path("case/who/", deed_pages.who, name="portal_who"),
    path("case/words/<slug:word_kind>/", deed_pages.word, name="portal_word"),
    path("case/do/<slug:act>/<int:leg_id>/", deed_pages.deed, name="portal_deed"),
    path("case/letters/<int:document_id>/", case_pages.letter, name="portal_letter"),
]

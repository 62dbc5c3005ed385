"""The one page of the toy room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from kit.web import staff_only
from organizations.today import today
from organizations.views.people import member
from tests.toy_room.supervising import supervised

app_name = "toy"


@staff_only
def supervised_page(request: HttpRequest) -> HttpResponse:
    """List what was supervised within reach."""
    return render(request, "toy_room/list.html", {"cases": supervised(member(request), today())})


urlpatterns = [path("toy/", supervised_page, name="list")]

"""Every address of the product, room by room."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView

from kit.rooms import rooms
from xinfang.health import healthz

# Beside a PDF, which names no icon of its own, browsers ask for this address.
_ICON = RedirectView.as_view(url=f"{settings.STATIC_URL}favicon.svg", permanent=True)

urlpatterns = [
    path("favicon.ico", _ICON, name="favicon"),
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("xinfang.api")),
    *(path("", include(room.urls)) for room in rooms() if room.urls),
]

handler400 = "xinfang.errors.bad_request"
handler403 = "xinfang.errors.permission_denied"
handler404 = "xinfang.errors.page_not_found"
handler500 = "xinfang.errors.server_error"

"""Every address of the product, room by room."""

from django.urls import include, path

from kit.rooms import rooms
from xinfang.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("xinfang.api")),
    *(path("", include(room.urls)) for room in rooms() if room.urls),
]

handler400 = "xinfang.errors.bad_request"
handler403 = "xinfang.errors.permission_denied"
handler404 = "xinfang.errors.page_not_found"
handler500 = "xinfang.errors.server_error"

"""Every address of the product, floor by floor."""

from django.urls import include, path

from xinfang.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("xinfang.api")),
    path("", include("organizations.urls")),
    path("", include("cases.urls")),
]

handler400 = "xinfang.errors.bad_request"
handler403 = "xinfang.errors.permission_denied"
handler404 = "xinfang.errors.page_not_found"
handler500 = "xinfang.errors.server_error"

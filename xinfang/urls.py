"""Every address of the product, floor by floor."""

from django.urls import include, path

from xinfang.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("xinfang.api")),
    path("", include("organizations.urls")),
]

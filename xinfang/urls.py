"""Every address of the product, floor by floor."""

from django.urls import path

from xinfang.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
]

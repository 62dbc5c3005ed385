"""Addresses of the reception room for programs, under /api/v1/reception/: one module a topic."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("reception/", include("reception.envelopes.api_urls"))]

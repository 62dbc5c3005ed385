"""Addresses of the supervision room for programs, under /api/v1/supervision/: one module a topic."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []

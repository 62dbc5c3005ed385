"""The WSGI entry point of the web process."""

import os

from django.core.wsgi import get_wsgi_application

from xinfang.access_log import NotedRequests
from xinfang.body_cap import KnownLength
from xinfang.charset import OnlyUtf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

application = NotedRequests(KnownLength(OnlyUtf8(get_wsgi_application())))

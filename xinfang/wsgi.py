"""The WSGI entry point of the web process."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from xinfang.access_log import NotedRequests
from xinfang.body_cap import KnownLength
from xinfang.charset import OnlyUtf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

application = NotedRequests(KnownLength(OnlyUtf8(get_wsgi_application())))

# Every page is loaded before the processes part, and what was loaded stays: the collector need not look at it again and
# again, for 200 ms each time, in the middle of somebody's page.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()

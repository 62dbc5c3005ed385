"""The product's settings for tests: loopback only, quick hashes, no manifest of static files, no worker."""

import os
import tempfile
from pathlib import Path

from vault.keys import ensure_keyring

os.environ.setdefault("XINFANG_ENV", "test")

from xinfang.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CELERY_BROKER_URL = "memory://"  # send_task knows no eager mode: no test may reach a real queue
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
# A question or a lock that never ends is named by its test instead of holding up the whole run.
_LIMITS = "-c statement_timeout=600s -c lock_timeout=300s"
DATABASES["default"].setdefault("OPTIONS", {})["options"] = _LIMITS  # noqa: F405

# Every test process has fresh keys of its own; nothing personal survives it.
_KEYS = tempfile.TemporaryDirectory(prefix="xinfang-keys-")
KEYS_FILE = ensure_keyring(Path(_KEYS.name) / "keys.json")

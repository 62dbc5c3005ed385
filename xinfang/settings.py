"""Settings of every process. Everything that differs between two machines comes from the environment."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from kombu import Queue

from xinfang.content_policy import policy
from xinfang.logs import logging_settings
from xinfang.outgoing import mail_settings, message_adapters, report_secrets
from xinfang.password_rule import PASSWORD_RULE
from xinfang.replica_url import replica_database
from xinfang.request_limits import MOST_BYTES_AT_ONCE, MOST_BYTES_OF_WORDS, UPLOAD_HANDLERS
from xinfang.rest import KNOX_SETTINGS, REST_FRAMEWORK_SETTINGS, SPECTACULAR
from xinfang.storage_url import storage_from_url

BASE_DIR = Path(__file__).resolve().parent.parent
# Every variable may also be given as a file: NAME_FILE holds its path.
env = environ.FileAwareEnv()

# --- Which machine is this? ------------------------------------------------------------------------------------
# development, test or production, which refuses to start without its secrets.
ENVIRONMENT = env.str("XINFANG_ENV", default="development")
PRODUCTION = ENVIRONMENT == "production"
DATA_DIR = Path(env.str("XINFANG_DATA", default=str(BASE_DIR / "var" / "data")))
DEBUG = env.bool("XINFANG_DEBUG", default=False) and not PRODUCTION
# The training clock lets a demonstration move "today"; a production machine never has it.
TRAINING = env.bool("XINFANG_TRAINING", default=False) and not PRODUCTION


def _secret_key() -> str:
    """Return the signing key from SECRET_KEY or SECRET_KEY_FILE; only production insists on one."""
    if key := str(env.str("SECRET_KEY", default="")).strip():
        return key
    if PRODUCTION:
        raise environ.ImproperlyConfigured("SECRET_KEY or SECRET_KEY_FILE must be set in production.")
    return secrets.token_urlsafe(60)


SECRET_KEY = _secret_key()
# Keys of the encrypted personal fields: a JSON file outside the database, read by `vault`.
KEYS_FILE = Path(env.str("XINFANG_KEYS_FILE", default=str(DATA_DIR / "keys.json")))

# --- Addresses -------------------------------------------------------------------------------------------------
ALLOWED_HOSTS = [*env.list("XINFANG_ALLOWED_HOSTS", default=[]), "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.list("XINFANG_TRUSTED_ORIGINS", default=[])
ROOT_URLCONF = "xinfang.urls"
WSGI_APPLICATION = "xinfang.wsgi.application"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL

# --- Parts -----------------------------------------------------------------------------------------------------
# The rooms from the ground up, each an app with a room.py; a production image comes without the demonstration.
_ALL = ["organizations", "cases", "insight", "reception", "screening", "supervision", "demo"]
ROOMS = [room for room in env.list("XINFANG_ROOMS", default=_ALL) if (BASE_DIR / room).is_dir()]
INSTALLED_APPS = [
    "xinfang",
    "kit.messages",
    "kit.jobs",
    *ROOMS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "django_filters",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "axes",
]
MIDDLEWARE = [
    "xinfang.stack.RoomOnTheStack",
    "xinfang.access_log.AccountNoted",
    "xinfang.origins.Origins",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "xinfang.body_cap.BodyCap",
    "xinfang.charset.CharsetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "xinfang.acting.Acting",
    "xinfang.replica_turn.ReplicaTurn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "xinfang.errors.RefusalMiddleware",
]
# The common widgets are drawn in Python; those of our own from templates/, like everything else.
FORM_RENDERER = "kit.drawn_widgets.DrawnWidgets"
CSRF_FAILURE_VIEW = "xinfang.errors.csrf_failure"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "xinfang.navigation.navigation",
                *(["demo.progress.context"] if "demo" in ROOMS else []),
            ],
            "builtins": ["kit.drawn"],
        },
    }
]

# --- Database: the web's role does not own the tables; the owner's address is for migrations only ---------------
_WEB_DATABASE = env.db_url("DATABASE_URL", default="postgres://xinfang@127.0.0.1:5432/xinfang")
_OWNER_DATABASE = env.db_url("DATABASE_OWNER_URL") if "DATABASE_OWNER_URL" in env.ENVIRON else _WEB_DATABASE
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **(_OWNER_DATABASE if env.bool("XINFANG_AS_OWNER", default=False) else _WEB_DATABASE),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DATABASES |= replica_database(env, DATABASES["default"])
# By more seconds than this it must not be behind, or nothing is looked for in it.
REPLICA_MOST_LATE = env.int("REPLICA_MOST_LATE", default=5)
WEB_DATABASE_ROLE = str(_WEB_DATABASE.get("USER", ""))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Broker, cache, background work ----------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379").rstrip("/")
# The cache has its own database number: emptying a cache must never empty the queue.
CACHE_URL = env.str("CACHE_URL", default=f"{REDIS_URL}/1")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "xinfang",
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
    }
}
CELERY_BROKER_URL = f"{REDIS_URL}/0"
# Celery would open a connection for each task, at the price of the task itself; xinfang/celery.py looks whether it still answers.
CELERY_DB_REUSE_MAX = 2**31
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# An act does not wait for a broker that is away: one attempt to connect, then the sweep's row is enough.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "queue_order_strategy": "priority",
    "max_retries": 0,
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
    "health_check_interval": 15,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0.1, "interval_max": 0.5}
CELERY_TASK_ACKS_LATE = True
# What somebody waits for goes before what can wait: the queues are emptied in this order.
CELERY_TASK_QUEUES = [Queue("celery"), Queue("later")]
CELERY_TASK_ROUTES = {"demo.tasks.*": {"queue": "later"}, "organizations.tasks.run_job_task": {"queue": "later"}}
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Asia/Shanghai"

# --- People ----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organizations.Staff"
KNOX_TOKEN_MODEL = "organizations.ApiToken"  # noqa: S105
# The table of tokens is ours: the library's own is not made.
MIGRATION_MODULES = {"knox": None}
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = PASSWORD_RULE
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "organizations.views.session.locked_out"
# Sessions live in the database alone: a dead cache must not throw anybody out.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 9 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# --- Programs --------------------------------------------------------------------------------------------------
REST_FRAMEWORK, SPECTACULAR_SETTINGS, REST_KNOX = REST_FRAMEWORK_SETTINGS, SPECTACULAR, KNOX_SETTINGS
# Where the law is silent: an agency's last day is not rolled past rest days unless the site decides so.
XINFANG_ROLL_AGENCY_DEADLINE = env.bool("XINFANG_ROLL_AGENCY_DEADLINE", default=False)
# Whether an unwelcome decision must have been weighed (信访风险评估) before it is signed.
XINFANG_RISK_BEFORE_ISSUE = env.bool("XINFANG_RISK_BEFORE_ISSUE", default=False)

# --- Files -----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("XINFANG_STATIC_ROOT", default=str(BASE_DIR / "var" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static", ("vendor", BASE_DIR / "var" / "vendor")]
STORAGES: dict[str, dict[str, Any]] = {
    "default": storage_from_url(env.str("STORAGE_URL", default=(DATA_DIR / "files").absolute().as_uri())),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A folder with the site's own fonts, and the address that a letter's QR code opens.
XINFANG_FONTS = env.str("XINFANG_FONTS", default="")
XINFANG_SITE = env.str("XINFANG_SITE", default="").rstrip("/")
DATA_UPLOAD_MAX_MEMORY_SIZE, REQUEST_MOST_BYTES = MOST_BYTES_OF_WORDS, MOST_BYTES_AT_ONCE
FILE_UPLOAD_HANDLERS, DATA_UPLOAD_MAX_NUMBER_FIELDS = UPLOAD_HANDLERS, 2000
MESSAGE_ADAPTERS: dict[str, str] = message_adapters(env, production=PRODUCTION)
MESSAGE_REPORT_SECRETS: dict[str, str] = report_secrets(env)
vars().update(mail_settings(env))

# --- Words and time --------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# --- Browser's duties ------------------------------------------------------------------------------------------
# The program beside the browser that serves the devices of the desk (docs/how-to/connect-devices.md); none where empty.
DEVICE_HELPER = env.str("XINFANG_DEVICE_HELPER", default="").rstrip("/")
CONTENT_SECURITY_POLICY = policy(DEVICE_HELPER)
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION and env.bool("XINFANG_HTTPS", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
BEHIND_PROXY = env.bool("XINFANG_BEHIND_PROXY", default=False)
AXES_CLIENT_IP_CALLABLE = "xinfang.client_ip.client_ip"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# --- Logs: to stderr, without personal data --------------------------------------------------------------------
_AS_JSON = env.str("XINFANG_LOG", default="plain") == "json"
LOGGING = logging_settings(as_json=_AS_JSON, level=env.str("XINFANG_LOG_LEVEL", default="INFO"))

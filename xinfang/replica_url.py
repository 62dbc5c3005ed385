"""The database that lists and figures may be found in: a streaming replica, where REPLICA_URL names one."""

from typing import Any

import environ

# Nobody waits long for a replica that is gone: the primary answers as well.
_SHORT_WAITS = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}


def replica_database(env: environ.Env, beside: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the replica under its name, reached like the database ``beside`` it; nothing where none is named."""
    if not env.str("REPLICA_URL", default=""):
        return {}
    named = env.db_url("REPLICA_URL")
    options = {**named.get("OPTIONS", {}), **_SHORT_WAITS, "options": "-c default_transaction_read_only=on"}
    kept = {name: beside[name] for name in ("CONN_MAX_AGE", "CONN_HEALTH_CHECKS")}
    return {"replica": {**named, **kept, "OPTIONS": options, "TEST": {"MIRROR": "default"}}}

"""Settings of what goes out: the mail server, and which adapter a channel has."""

from typing import Any

import environ

_SIMULATOR = "kit.messages.simulator.Simulator"
_REPORTING = ("sms", "messenger")
_LEAST_SECRET = 32
_MAIL = "kit.messages.mail.MailAdapter"


def mail_settings(env: environ.Env) -> dict[str, Any]:
    """Return Django's EMAIL_… settings from EMAIL_URL (smtp://, smtp+tls://, smtp+ssl://); on the console without it."""
    url: dict[str, Any] = env.email_url("EMAIL_URL", default="consolemail://")
    sender = env.str("XINFANG_MAIL_FROM", default="xinfang@localhost")
    return {**url, "EMAIL_TIMEOUT": 10, "DEFAULT_FROM_EMAIL": sender}


def report_secrets(env: environ.Env) -> dict[str, str]:
    """Return the secret by which the gateway of a channel reports what became of a message; "": nobody can.

    Raises ImproperlyConfigured: one that could be guessed.
    """
    secrets = {name: str(env.str(f"XINFANG_{name.upper()}_REPORT_SECRET", default="")).strip() for name in _REPORTING}
    for name, secret in secrets.items():
        if secret and len(secret) < _LEAST_SECRET:
            raise environ.ImproperlyConfigured(
                f"XINFANG_{name.upper()}_REPORT_SECRET must have at least {_LEAST_SECRET} characters."
            )
    return secrets


def message_adapters(env: environ.Env, *, production: bool) -> dict[str, str]:
    """Return the class of the adapter of each channel; "": there is none.

    On a production machine nothing is simulated, and no mail goes to the console: the messages of a channel that
    nobody has set up fail where they are seen.
    """
    simulated = "" if production else _SIMULATOR
    return {
        "mail": _MAIL if "EMAIL_URL" in env.ENVIRON or not production else "",
        "sms": env.str("XINFANG_SMS_ADAPTER", default=simulated),
        "messenger": env.str("XINFANG_MESSENGER_ADAPTER", default=simulated),
    }

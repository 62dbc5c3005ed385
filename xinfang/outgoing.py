"""Settings of what goes out: the mail server, and which adapter a channel has."""

from typing import Any

import environ

_SIMULATOR = "kit.messages.simulator.Simulator"
_MAIL = "kit.messages.mail.MailAdapter"


def mail_settings(env: environ.Env) -> dict[str, Any]:
    """Return Django's EMAIL_… settings from EMAIL_URL (smtp://, smtp+tls://, smtp+ssl://); on the console without it."""
    url: dict[str, Any] = env.email_url("EMAIL_URL", default="consolemail://")
    sender = env.str("XINFANG_MAIL_FROM", default="xinfang@localhost")
    return {**url, "EMAIL_TIMEOUT": 10, "DEFAULT_FROM_EMAIL": sender}


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

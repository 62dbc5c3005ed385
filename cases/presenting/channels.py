"""The channels 信访形式: the sign of each, and where it is registered."""

from django.urls import reverse

from kit.rooms import intake_urls
from law.vocabulary import Channel

CHANNEL_ICONS = {
    Channel.LETTER: "letter",
    Channel.VISIT: "visit",
    Channel.ONLINE: "web",
    Channel.CALL: "phone",
    Channel.FAX: "fax",
}


def intake_buttons() -> list[dict[str, str]]:
    """Return one button a channel: to its own page of registration where a room has one, else to that of all channels."""
    own, every = intake_urls(), reverse("cases:intake")
    return [
        {
            "label": channel.label,
            "url": reverse(own[channel]) if channel in own else f"{every}?channel={channel}",
            "icon": CHANNEL_ICONS[channel],
        }
        for channel in Channel
    ]

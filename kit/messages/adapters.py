"""What a channel is to the outbox: it takes one parcel and says how that went."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from kit.messages.words import Channel, Result, Why


@dataclass(frozen=True)
class Parcel:
    """What a channel gets: its own address for the recipient, the words, and our number for this attempt.

    ``message``: the same for every attempt, so that a receiver can tell a second copy.
    """

    message: int
    reference: str
    address: str
    subject: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Answer:
    """How an attempt went. ``pause``: the channel asks for a pause; what else waits for it waits until the next turn."""

    result: Result
    why: Why | None = None
    pause: bool = False


class Adapter:
    """A channel. A site writes its own for its SMS gateway and names the class in XINFANG_SMS_ADAPTER.

    It has a time limit of its own (ten seconds at most). NOT_SENT is only what certainly did not go out; whatever else
    went wrong is UNKNOWN, and so is every exception.
    """

    def send(self, parcel: Parcel) -> Answer:
        """Hand one parcel over."""
        raise NotImplementedError


class ProductAdapter(Adapter):
    """The product itself: the row is what its reader sees."""

    def send(self, parcel: Parcel) -> Answer:
        """Take every parcel: it lies where it is read."""
        return Answer(Result.ACCEPTED)


class NoAdapter(Adapter):
    """A channel that this site does not have."""

    def send(self, parcel: Parcel) -> Answer:
        """Refuse every parcel, for everybody to see."""
        return Answer(Result.REFUSED, Why.NO_CHANNEL)


def adapter_of(channel: Channel) -> Adapter:
    """Return the adapter that the settings name for a channel."""
    if channel is Channel.PRODUCT:
        return ProductAdapter()
    name = settings.MESSAGE_ADAPTERS.get(str(channel), "")
    found: Adapter = import_string(name)() if name else NoAdapter()
    return found

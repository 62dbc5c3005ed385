"""The sign of each channel 信访形式."""

from law.vocabulary import Channel

CHANNEL_ICONS = {
    Channel.LETTER: "letter",
    Channel.VISIT: "visit",
    Channel.ONLINE: "web",
    Channel.CALL: "phone",
    Channel.FAX: "fax",
}

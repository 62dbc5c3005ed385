"""`manage print_feed [--check]`: docs/feed.md from the rows of the acts."""

from cases.printing.feed_sheet import feed_sheet
from organizations.management.printing import PrintCommand


class Command(PrintCommand):
    """Print what the feed gives out."""

    help = "打印 docs/feed.md：变动的字段和各个行为的 facts。"
    file_name = "feed.md"

    def text(self) -> str:
        """Return the document."""
        return feed_sheet()

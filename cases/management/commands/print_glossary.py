"""Command `print_glossary`: docs/glossary.md from the words in the code."""

from cases.printing.glossary import glossary_text
from organizations.management.printing import PrintCommand


class Command(PrintCommand):
    """Print the glossary."""

    help = "由程序中的词汇打印 docs/glossary.md；--check 只核对。"
    file_name = "glossary.md"

    def text(self) -> str:
        """Return docs/glossary.md."""
        return glossary_text()

"""Command `print_procedure`: docs/procedure.md from law/procedure.py and the acts that exist."""

from kit.rooms import doors
from organizations.management.printing import PrintCommand
from organizations.procedure_sheet import procedure_text


class Command(PrintCommand):
    """Print the table of steps."""

    help = "由办理规程打印 docs/procedure.md；--check 只核对。"
    file_name = "procedure.md"

    def text(self) -> str:
        """Return docs/procedure.md."""
        return procedure_text(frozenset(doors()))

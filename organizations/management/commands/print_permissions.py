"""Command `print_permissions`: docs/permissions.md from organizations/roles.py."""

from organizations.management.printing import PrintCommand
from organizations.permissions import permissions_text


class Command(PrintCommand):
    """Print the matrix of roles."""

    help = "由权限表打印 docs/permissions.md；--check 只核对。"
    file_name = "permissions.md"

    def text(self) -> str:
        """Return docs/permissions.md."""
        return permissions_text()

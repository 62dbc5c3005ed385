#!/usr/bin/env python3
"""Django's command line. Commands that change tables run as the owner of the tables."""

import os
import sys

from django.core.management import execute_from_command_line

from kit.roomy import roomy

OWNER_COMMANDS = frozenset({"migrate", "harden_database", "sqlmigrate", "flush", "seed"})


def main() -> None:
    """Run the command named in the arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ["XINFANG_AS_OWNER"] = "1"
    roomy(execute_from_command_line, sys.argv)


if __name__ == "__main__":
    main()

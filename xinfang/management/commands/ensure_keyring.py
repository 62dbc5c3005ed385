"""Makes the keys of the encrypted personal fields where there are none yet."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from vault.keys import ensure_keyring


class Command(BaseCommand):
    """Run once before the first migration of a production machine; safe to run again."""

    help = "在 XINFANG_KEYS_FILE 处建立个人信息加密密钥；已有密钥时什么也不做。请另行备份此文件。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the keyring unless it is there, and say where it is."""
        self.stdout.write(str(ensure_keyring(settings.KEYS_FILE)))

"""`manage link_dictionaries [--batch 5000] [--after KEY]`: terms and divisions for cases that have only words."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from cases.record.dictionary_links import link_in_batches
from cases.record.verbs import WORDS_LINKED
from organizations.journal.noting import note
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """Link what names exactly one term or division; a run that was stopped goes on from the key it printed last."""

    help = "给只有文字的信访件补上内容分类（字典）和问题属地：文字与条目、单位名称完全一致的才补，原文字不变；可以反复运行。"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the size of a batch and where to go on."""
        parser.add_argument("--batch", type=int, default=5000, help="每批件数")
        parser.add_argument("--after", type=int, default=0, metavar="KEY", help="从这个主键之后接着做")

    def work(self, *args: Any, **options: Any) -> None:
        """Link batch by batch and say how far it has come."""
        if options["batch"] < 1 or options["after"] < 0:
            raise CommandError("每批件数至少为1，主键不能小于0。", returncode=2)
        terms = divisions = 0
        for batch in link_in_batches(options["batch"], options["after"]):
            terms, divisions = terms + batch.terms, divisions + batch.divisions
            self.stderr.write(f"已到主键{batch.upto}：分类{terms}件，属地{divisions}件")
        note(WORDS_LINKED, terms=terms, divisions=divisions)
        self.stdout.write(f"补上内容分类{terms}件，属地{divisions}件。")

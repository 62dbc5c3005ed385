"""What the journal tells of ledgers beside the jobs that export them: that one was printed."""

from kit.rooms import ledgers
from kit.verbs import Fact, Verb


def _headings() -> dict[str, str]:
    return {code: ledger.heading for code, ledger in ledgers().items()}


LEDGER_PRINTED = Verb("ledger.print", "打印台账", {"ledger": Fact("台账", str, named=_headings), "rows": Fact("行数")})

VERBS = (LEDGER_PRINTED,)

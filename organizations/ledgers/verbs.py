"""What the journal tells of ledgers beside the jobs that export them: that one was printed."""

from kit.verbs import Fact, Verb

LEDGER_PRINTED = Verb("ledger.print", "打印台账", {"ledger": Fact("台账", str), "rows": Fact("行数")})

VERBS = (LEDGER_PRINTED,)

"""The journal 日志 (design §15): noting what happens beside the acts on cases, chaining it, verifying it, reading it."""

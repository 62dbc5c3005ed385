"""Amounts: kept in 分, typed and shown in 元, so that no sum is off by a hundredth."""

from decimal import Decimal

_FEN = 100


def yuan(amount: int) -> str:
    """Return an amount in 分 as 元 with two decimals: 123456 as 1,234.56."""
    return f"{Decimal(amount) / _FEN:,.2f}"


def fen_of(text: str) -> int:
    """Return an amount written in 元, like 19.99, as 分."""
    return int(Decimal(text) * _FEN)

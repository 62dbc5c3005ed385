"""How personal data looks before it is unmasked."""


def mask_name(name: str) -> str:
    """张三 -> 张*; 欧阳某某 -> 欧***; an empty name stays empty."""
    return name[:1] + "*" * max(len(name) - 1, 1) if name else ""


def mask_number(number: str) -> str:
    """13800001234 -> 138****1234; short numbers show nothing but their length."""
    return f"{number[:3]}****{number[-4:]}" if len(number) > 7 else "*" * len(number)


def mask_address(address: str) -> str:
    """Keep what tells the place, hide what tells the door: the first six characters."""
    return address[:6] + "***" if len(address) > 6 else "***" if address else ""

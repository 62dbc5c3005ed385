"""The Chinese identity card number (GB 11643): what looks wrong about one; only ever a hint, never an obstacle."""

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def id_card_doubt(number: str, on: date) -> str:
    """Say what does not fit in an identity card number; "" where it is empty or in order."""
    number = number.replace(" ", "").upper()
    if not number:
        return ""
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", number):
        return f"身份证号码应为18位，现在是{len(number)}位。" if len(number) != 18 else "身份证号码里有不该有的字符。"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "身份证号码中的出生日期不存在。"
    if born.year < 1900 or born > on:
        return "身份证号码中的出生日期不合常理。"
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "" if _CHECKS[total % 11] == number[17] else "身份证号码的校验码不对，可能抄错了一位。"


def phone_doubt(number: str) -> str:
    """Say what does not fit in a telephone number; "" where it is empty or looks right."""
    digits = re.sub(r"[\s\-()（）+]", "", number)
    if not digits or re.fullmatch(r"(86)?1[3-9]\d{9}|0\d{9,11}|\d{7,8}", digits):
        return ""
    return f"电话“{number[:3]}…”不像手机号或者座机号（{len(digits)}位）。"

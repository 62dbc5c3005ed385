"""The rule for passwords, in words that people read."""

from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError

RULE = "至少10个字符，不能全是数字，不能是常见密码，不能与账号、姓名相近，也不能是现在的密码。"


class LengthValidator(MinimumLengthValidator):
    """The minimum length, said in Chinese."""

    def get_error_message(self) -> str:
        """Return the refusal of a short password."""
        return f"密码太短，至少要{self.min_length}个字符。"

    def get_help_text(self) -> str:
        """Return the rule."""
        return f"密码至少{self.min_length}个字符。"


class NewValidator:
    """The present password is no new one."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse the password that the account has now. Raises ValidationError."""
        if user is not None and user.password and check_password(password, user.password):
            raise ValidationError("新密码与现在的密码相同，请换一个。", code="password_unchanged")

    def get_help_text(self) -> str:
        """Return the rule."""
        return "新密码不能与现在的密码相同。"

"""The rule for passwords, in words that people read."""

from django.contrib.auth.password_validation import MinimumLengthValidator

RULE = "至少10个字符，不能全是数字，不能是常见密码，也不能与账号、姓名相近。"


class LengthValidator(MinimumLengthValidator):
    """The minimum length, said in Chinese."""

    def get_error_message(self) -> str:
        """Return the refusal of a short password."""
        return f"密码太短，至少要{self.min_length}个字符。"

    def get_help_text(self) -> str:
        """Return the rule."""
        return f"密码至少{self.min_length}个字符。"

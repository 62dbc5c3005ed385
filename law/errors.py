"""The one way this product says no."""


class Refused(Exception):
    """A refusal a person can act on: what is wrong, the numbers, what is possible, and the article.

    ``code`` is stable and English (for programs and tests), ``message`` Chinese (for people),
    ``article`` the Chinese number of the article that the refusal rests on, or "" where none does.
    """

    def __init__(self, code: str, message: str, article: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.article = article

"""A member of staff at the real web server: cookies, tokens and forms over HTTP, nothing of Django."""

import re
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, ProxyHandler, Request, build_opener


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def done(self) -> bool:
        """Tell whether the act was accepted: sent on, by htmx or by a redirect."""
        return self.status == 302 or (self.status == 200 and "HX-Redirect" in self.headers)


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Visitor:
    """One logged-in browser without a screen."""

    def __init__(self, url: str, username: str, password: str) -> None:
        self.url, self.jar = url, CookieJar()
        self.opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(self.jar), _StayHere())
        self.get("/login/", htmx=False)
        answer = self.post("/login/", {"username": username, "password": password}, htmx=False)
        assert answer.status == 302, answer.text

    def get(self, path: str, *, htmx: bool = True) -> Answer:
        """Ask for a page or a fragment."""
        return self._send(Request(self.url + path), htmx)

    def post(self, path: str, typed: dict[str, Any], *, htmx: bool = True) -> Answer:
        """Send a form with the token of this session."""
        token = next((cookie.value for cookie in self.jar if cookie.name == "csrftoken"), "")
        request = Request(self.url + path, urlencode(typed, doseq=True).encode(), {"X-CSRFToken": token or ""})
        return self._send(request, htmx)

    def act(self, path: str, **typed: Any) -> Answer:
        """Open a dialog and send it at once."""
        return self.post(path, {**self.hidden(path), **typed})

    def hidden(self, path: str) -> dict[str, str]:
        """Open a dialog and return its hidden fields: what this person has seen."""
        opened = self.get(path)
        assert opened.status == 200, opened.text
        found = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', opened.text)
        return {name: value for name, value in found if name != "csrfmiddlewaretoken"}

    def _send(self, request: Request, htmx: bool) -> Answer:
        if htmx:
            request.add_header("HX-Request", "true")
        try:
            with self.opener.open(request, timeout=60) as answer:
                return Answer(answer.status, answer.read().decode(), dict(answer.headers))
        except HTTPError as error:
            return Answer(error.code, error.read().decode(), dict(error.headers))

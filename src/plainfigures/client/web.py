"""Files over http(s), by the standard library alone: time limits, redirects, errors that pass."""

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import IO, Any

from plainfigures.client.sources import NotThere, Passing
from plainfigures.errors import ReleaseError

_PIECE = 1 << 18
# Request timeout, too early, too many requests, and a server that is ill or busy.
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
_GONE = frozenset((404, 410))
# A server that sends less than this all the while is as good as silent.
_BYTES_PER_SECOND = 1024
_LONGEST_WAIT = 30.0


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, never from https to http nor to anything else."""

    max_redirections = 5
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that follows; ReleaseError where it would be less safe than the first."""
        if not newurl.lower().startswith(
            "https://" if req.type == "https" else ("http://", "https://")
        ):
            raise ReleaseError(f"{req.full_url}: redirects to {newurl}, which is not followed.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def pieces(place: str, timeout: float, fresh: bool) -> Iterator[bytes]:
    """The body at an address as it arrives; `fresh` asks caches on the way for no older copy.

    Raises NotThere, Passing for what may be tried again, ReleaseError for what may not.
    """
    headers = {"User-Agent": "plainfigures", "Accept-Encoding": "identity"}
    if fresh:
        headers["Cache-Control"] = "no-cache"
    request = urllib.request.Request(place, headers=headers)
    try:
        with urllib.request.build_opener(_Redirects).open(request, timeout=timeout) as answer:
            yield from _body(answer, place, timeout)
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(error, place) from None
    except urllib.error.URLError as error:
        raise _failure(error.reason, place) from None
    except (OSError, http.client.HTTPException) as error:
        raise _failure(error, place) from None
    except ValueError as error:  # a name that no host can have, here or where a redirect leads
        told = f"{place}: is no address, or redirects to what is none: {error}."
        raise ReleaseError(told) from None


def _body(answer: http.client.HTTPResponse, place: str, timeout: float) -> Iterator[bytes]:
    encoding = answer.headers.get("Content-Encoding", "identity").lower()
    if encoding not in ("", "identity"):
        raise ReleaseError(f"{place}: came packed as {encoding}, which was not asked for.")
    owed = answer.length  # None where the server does not say
    began, got = time.monotonic(), 0
    while piece := answer.read1(_PIECE):
        got += len(piece)
        yield piece
        allowed = timeout + got / _BYTES_PER_SECOND
        if time.monotonic() - began > allowed:
            raise Passing(f"{place}: came too slowly: {got:,} bytes in {allowed:.0f} s.")
    if owed is not None and got < owed:
        raise Passing(f"{place}: broke off after {got:,} of {owed:,} bytes.")


def _refusal(error: urllib.error.HTTPError, place: str) -> Exception:
    """What an answer that is no success means."""
    if error.code in _GONE:
        return NotThere(f"{place}: there is no such file (HTTP {error.code}).")
    sentence = f"{place}: the server answered HTTP {error.code} {error.reason}."
    if error.code in _PASSING:
        return Passing(sentence, _wait(error.headers.get("Retry-After")))
    if "redirect" in error.msg:
        return ReleaseError(f"{place}: redirects without end.")
    return ReleaseError(sentence)


def _wait(header: str | None) -> float:
    """The seconds that a server asks for, at most half a minute; 0 where it does not say."""
    if header is None:
        return 0.0
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(header).timestamp() - time.time()
        except ValueError:
            return 0.0
    return min(max(seconds, 0.0), _LONGEST_WAIT)


def _failure(reason: object, place: str) -> Exception:
    """What it means that no whole answer came."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return ReleaseError(f"{place}: the certificate is not trusted: {reason.verify_message}.")
    if isinstance(reason, TimeoutError):
        return Passing(f"{place}: the server was silent for too long.")
    if isinstance(reason, socket.gaierror) and reason.errno != socket.EAI_AGAIN:
        return ReleaseError(f"{place}: the host is not known ({reason.strerror}).")
    words = " ".join(str(reason).split()) or type(reason).__name__
    return Passing(f"{place}: cannot be reached: {words}.")

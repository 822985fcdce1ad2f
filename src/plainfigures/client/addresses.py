"""Addresses as people write them: a folder, `file://`, or whatever else has a scheme."""

import re
from urllib.parse import quote, urlsplit

from plainfigures.errors import UsageError

# A drive of Windows has one letter.
_ONE_SLASH = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/(?!/)")
# All that may stand in the path of an address as it is; `%`, for it may be written as it is sent.
_PLAIN = "/%:@!$&'()*+,;=~"


def scheme_of(text: str) -> str:
    """The scheme of an address in small letters, empty for a folder.

    Raises UsageError where a slash is missing: `s3:/bucket` would be a folder of that name.
    """
    if "://" in text:
        return text.split("://")[0].lower()
    meant = _ONE_SLASH.match(text)
    if meant is not None:
        slashes = ":///" if meant[1].lower() == "file" else "://"
        raise UsageError(
            f"{text}: write {meant[1]}{slashes}{text[meant.end() :]}, with all slashes; "
            f"or of a folder that is called so, ./{text}"
        )
    return ""


def local_path(address: str) -> str:
    """The path of a `file://` address; UsageError where it is one of another machine."""
    parts = urlsplit(address)
    if parts.netloc not in ("", "localhost"):
        raise UsageError(
            f"{address}: names the machine {parts.netloc}; an address of a folder here has three "
            f"slashes, as file:///{parts.netloc}{parts.path}"
        )
    from urllib.request import url2pathname  # late, for it takes long

    return url2pathname(parts.path)


def web_address(text: str) -> str:
    """An http(s) address as it is asked for, without a slash at its end.

    Raises UsageError, which never tells a password, where files below it cannot be named.
    """
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"source {text.rpartition('@')[2]}: is no address: {error}.") from None
    if not host or parts.query or parts.fragment or parts.username is not None:
        raise UsageError(
            f"source {parts._replace(netloc=host or '', query='').geturl()}: give an "
            "address with a host, and without a name, password, ? or #."
        )
    return parts._replace(path=quote(parts.path, safe=_PLAIN)).geturl().rstrip("/")

"""How the client reaches what is published: from where, with what patience, into which cache."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plainfigures.errors import UsageError

_NO = frozenset(("", "0", "false", "no", "off"))
_YES = frozenset(("1", "true", "yes", "on"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every call; `Settings.of(os.environ)` where a call is given none.

    `timeout` is how many seconds a silent server is waited for, `tries` how often something is
    asked for in all, `pause` the seconds before the second time; each further pause is twice as
    long. `cache` None is the platform's folder for caches.
    """

    source: str | None = None
    cache: Path | None = None
    offline: bool = False
    timeout: float = 20.0
    tries: int = 4
    pause: float = 0.5

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Settings":
        """What PLAINFIGURES_SOURCE, _CACHE, _OFFLINE and _TIMEOUT say; UsageError for nonsense."""
        offline = environment.get("PLAINFIGURES_OFFLINE", "").strip().lower()
        if offline not in _NO | _YES:
            raise UsageError(f"PLAINFIGURES_OFFLINE={offline}: write 1 or 0.")
        timeout = environment.get("PLAINFIGURES_TIMEOUT", "").strip() or str(cls().timeout)
        try:
            seconds = float(timeout)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds < 3600:
            raise UsageError(f"PLAINFIGURES_TIMEOUT={timeout}: write a number of seconds.")
        cache = environment.get("PLAINFIGURES_CACHE", "")
        return cls(
            source=environment.get("PLAINFIGURES_SOURCE") or None,
            cache=at_home(cache) if cache else None,
            offline=offline in _YES,
            timeout=seconds,
        )

    def folder(self) -> Path:
        """The folder of the cache; UsageError where this user has no home for one."""
        if self.cache is not None:
            return self.cache
        import platformdirs

        try:
            return platformdirs.user_cache_path("plainfigures", appauthor=False)
        except RuntimeError:  # a container whose user nobody knows
            raise UsageError(
                "the cache: no home of this user is known; name a folder of this user alone, by "
                "PLAINFIGURES_CACHE."
            ) from None


def at_home(text: str) -> Path:
    """A path whose ~ is the home of the user, where no shell has put it in; UsageError for none."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise UsageError(f"{text}: no such home is known; write the whole path.") from None


def current() -> Settings:
    """The settings of this process."""
    return Settings.of(os.environ)

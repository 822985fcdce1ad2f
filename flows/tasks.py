"""What the tasks of all flows share: when the outside world is asked once more."""

import errno
from typing import Any

from prefect.cache_policies import NO_CACHE

_PASSING = {errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.ESTALE, errno.ETIMEDOUT}


def try_again(_task: Any, _run: Any, state: Any) -> bool:
    """A busy share may answer the next time; a wrong file stays wrong."""
    error = state.data
    while isinstance(error, BaseException):
        if isinstance(error, OSError):
            return error.errno in _PASSING
        error = error.__cause__ or error.__context__
    return False


outside: dict[str, Any] = {
    "retries": 2,
    "retry_delay_seconds": [0.2, 1],
    "retry_condition_fn": try_again,
    "cache_policy": NO_CACHE,
    "persist_result": False,
}

"""Drawings on disk: written aside and renamed, so that a full disk leaves no half file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from hairtx.errors import UsageProblem


def write_picture(target: Path, picture: bytes) -> None:
    """Writes the bytes to `target`. Raises UsageProblem where they cannot be written whole."""
    aside: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=".hairtx-", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(picture)
        umask = os.umask(0)
        os.umask(umask)
        Path(aside).chmod(0o666 & ~umask)
        Path(aside).replace(target)
    except OSError as error:
        raise UsageProblem(f"{target} could not be written ({error.strerror or error}); nothing was left there") from error
    finally:
        if aside:
            with contextlib.suppress(OSError):
                Path(aside).unlink(missing_ok=True)

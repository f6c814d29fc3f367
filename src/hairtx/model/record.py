"""The base of the records a curator writes: immutable, keys spelled as in the YAML files, an unknown key refused.

Everything in them was typed by a person from a source that was opened; what the program works out (status, silence,
effects) lives in `hairtx.engines`.
"""

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="kebab-case")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code, or EU")]
SourceIds = Annotated[list[str], msgspec.Meta(min_length=1, description="ids of data/sources.yaml")]
Url = Annotated[str, msgspec.Meta(pattern=r"^https?://\S+$")]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all typed records: immutable, no unknown keys."""

"""Puts the knowledge base and its ready-made index into the wheel; leaves editable installs to the checkout's data."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Compiles data/*.yaml into hairtx/data/index.sqlite."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the four YAML files, their licence and the index to a standard wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from hairtx.store.compiling import build
        from hairtx.store.places import FILES

        index = Path(tempfile.mkdtemp(prefix="hairtx-")) / "index.sqlite"
        build(root / "data", index)
        included = {str(root / "data" / name): f"hairtx/data/{name}" for name in (*FILES.values(), "LICENSE")}
        build_data["force_include"] = included | {str(index): "hairtx/data/index.sqlite"}

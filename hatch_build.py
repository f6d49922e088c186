"""What the package index shows: the README, with whole links once the project has an address."""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Description(MetadataHookInterface):
    """Adds readme, links and author; `address` in pyproject.toml is that of the repository."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add the fields that depend on the address."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        if address := self.config["address"].rstrip("/"):
            tag = f"v{metadata['version']}"
            beside = r"\]\((?!https?:|#)"
            text = re.sub(rf"(!\[[^\]]*){beside}", rf"\1]({address}/raw/{tag}/", text)
            text = re.sub(beside, f"]({address}/blob/{tag}/", text)
            metadata["authors"] = [{"name": "the provider-codes authors"}]
            metadata["urls"] = {
                "Source": address,
                "Documentation": f"{address}/blob/{tag}/docs/README.md",
                "Changelog": f"{address}/blob/{tag}/CHANGELOG.md",
                "Issues": f"{address}/issues",
            }
        metadata["readme"] = {"content-type": "text/markdown", "text": text}

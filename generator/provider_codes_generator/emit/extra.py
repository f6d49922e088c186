"""Files in any language, which templates of the project print from the export of its codes.

The emitted package makes the export itself, so a template gets what `provider-codes export` prints.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..model import Finding, Place, Refused
from ..project import Config, Extra
from .render import Emitted, Renderer
from .seal import COMMENTS

_EXPORT = """
import sys
sys.path.insert(0, sys.argv[1])
from emitted._export import write_json
write_json(sys.stdout)
"""


def files(config: Config, package: Sequence[Emitted]) -> Iterator[Emitted]:
    """Yield the extra files; `package` is the whole emitted package. Raises `Refused`."""
    if any(each.problems for each in package):
        return
    renderer = Renderer(config.template_folders)
    export = _export(package)
    for extra in config.extra:
        if problem := _problem(config, extra, package[0].path.parent.name):
            raise Refused(problem)
        text = renderer.render(extra.template, **export)
        source = f"all specs and {extra.template}"
        yield Emitted(extra.output, text, source, comment=extra.comment)


def _problem(config: Config, extra: Extra, package: str) -> Finding | None:
    """Return the finding about a file that cannot be emitted; None if it can."""
    name, suffix = extra.output.name, extra.output.suffix
    if config.specs in extra.output.parents:
        message = f"{name} would be in the folder of the specs"
        help = "choose another folder for output"
        return Finding("file-among-specs", message, help, extra.place)
    if suffix == ".json":
        help = f"JSON has no comments: use `python -m {package} --export json`"
    elif "..." not in (extra.comment or COMMENTS.get(suffix, "")):
        help = 'set comment to how its language writes one, such as comment = "// ..."'
    else:
        return None
    message = f"no header can be written into a file like {name}"
    return Finding("suffix-unknown", message, help, extra.place)


def _export(package: Sequence[Emitted]) -> dict[str, Any]:
    """Return what the package exports, as docs/codes.schema.json says. Raises `Refused`."""
    with TemporaryDirectory() as folder:
        emitted = Path(folder, "emitted")
        emitted.mkdir()
        for each in package:
            if each.path.suffix == ".py":
                (emitted / each.path.name).write_text(each.text, encoding="utf-8")
        # In a process of its own, without settings and packages of the user.
        options = ("-I", "-S", "-B", "-X", "utf8")
        done = subprocess.run(
            [sys.executable, *options, "-c", _EXPORT, folder], capture_output=True, check=False
        )
    if done.returncode != 0:
        *_, reason = done.stderr.decode("utf-8", "replace").strip().split("\n")
        message = f"the emitted package cannot be exported: {reason}"
        help = "correct the templates of the project in static/"
        raise Refused(Finding("export-fails", message, help, Place("_export.py")))
    export: dict[str, Any] = json.loads(done.stdout)
    return export

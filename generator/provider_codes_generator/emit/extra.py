"""Files in any language, which templates of the project print from the export of its codes.

The emitted package makes the export itself, so a template gets what `provider-codes export` prints.
"""

import json
import os
import posixpath
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jinja2

from ..model import Finding, Place, Refused
from ..project import Config, Extra
from . import site
from .files import has_files_of
from .render import Emitted, Renderer, where_templates_are
from .seal import comment_of

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
    if found := problems(config):
        raise Refused(found[0], found[1:])
    export = _export(package)
    for extra in config.extra:
        text = renderer.render(extra.template, **export)
        source = f"all specs and {extra.template}"
        yield Emitted(extra.output, text, source, comment=extra.comment)


def problems(config: Config) -> list[Finding]:
    """Return what is wrong with the tables of extra files, before any template is rendered."""
    checks = (_misplaced, _without_header, _without_template)
    return [found for each in config.extra for check in checks for found in check(config, each)]


def _misplaced(config: Config, extra: Extra) -> Iterator[Finding]:
    output, specs, of_site, file = (
        Path(os.path.realpath(each))
        for each in (extra.output, config.specs, config.site, extra.place.file)
    )
    if specs in output.parents:
        where = "be in the folder of the specs"
    elif of_site in (output, *output.parents) or has_files_of(site.COMMAND, output.parent):
        where = f"be in the folder of `{site.COMMAND}`"
    elif output == file:
        where = "replace the configuration"
    else:
        return
    message, help = f"{output.name} would {where}", "choose another path for output"
    yield Finding("file-misplaced", message, help, extra.place)


def _without_header(config: Config, extra: Extra) -> Iterator[Finding]:
    suffix = extra.output.suffix.lower()
    if suffix == ".json":
        package = config.output.name if config.output else "PACKAGE"
        help = f"JSON has no comments: use `python -m {package} --export json`"
    elif extra.comment and "..." not in extra.comment:
        help = f'write ... where the text goes, such as comment = "{extra.comment} ..."'
    elif not extra.comment and not comment_of(suffix):
        help = 'set comment to how its language writes one, such as comment = "// ..."'
    else:
        return
    message = f"no header can be written into a file like {extra.output.name}"
    yield Finding("suffix-unknown", message, help, extra.place)


def _without_template(config: Config, extra: Extra) -> Iterator[Finding]:
    folders = config.template_folders
    known = jinja2.FileSystemLoader(folders).list_templates()
    if posixpath.normpath(extra.template) in known:
        return
    help = where_templates_are(folders, extra.template)
    usual = Path(extra.place.file).with_name("templates")
    if config.templates is None and usual.is_dir():
        help = 'set templates = "templates" in [tool.provider-codes]'
    message = f"there is no template {extra.template}"
    yield Finding("template-missing", message, help, extra.place)


def _export(package: Sequence[Emitted]) -> dict[str, Any]:
    """Return what the package exports, as docs/codes.schema.json says. Raises `Refused`."""
    import subprocess  # only now, because most projects need no other program

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

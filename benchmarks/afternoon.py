"""What a user writes in an afternoon: YAML, a template, and black over each file.

`python afternoon.py SPECS OUTPUT`. It proves nothing, and passes on each mistake in a spec.
"""

import subprocess
import sys
from pathlib import Path

import jinja2
import yaml

TEMPLATE = '''\
"""Codes of {{ spec.title }}."""
from enum import IntEnum, StrEnum
{% for name, list in spec.lists.items() %}
{% if list.groups %}
class {{ name }}Group({{ "StrEnum" if list.group_values == "str" else "IntEnum" }}):
    {% for key, group in list.groups.items() %}
    {{ key }} = {{ group.value.__repr__() }}
    {{ (group.description or "").__repr__() }}
    {% endfor %}
{% endif %}
class {{ name }}({{ "IntEnum" if list["values"] == "int" else "StrEnum" }}):
    """{{ list.title }}"""
    {% for key, code in list.codes.items() %}
    {{ key }} = {{ code.value.__repr__() }}
    {{ (code.description or "").__repr__() }}
    {% endfor %}
    @property
    def permanent(self) -> bool | None:
        return {{ name | upper }}_PERMANENT.get(self)
    {% if list.groups %}
    @property
    def group(self) -> {{ name }}Group:
        return {{ name | upper }}_GROUP[self]
    {% endif %}
{{ name | upper }}_PERMANENT = {
    {% for key, code in list.codes.items() if code.permanent is defined %}
    {{ name }}.{{ key }}: {{ code.permanent }},
    {% endfor %}
}
{% if list.groups %}
{{ name | upper }}_GROUP = {
    {% for key, code in list.codes.items() %}
    {{ name }}.{{ key }}: {{ name }}Group.{{ code.group }},
    {% endfor %}
}
{% endif %}
{% endfor %}
'''


def main(specs: Path, output: Path) -> None:
    """Emit a module for each spec."""
    template = jinja2.Environment(trim_blocks=True, lstrip_blocks=True).from_string(TEMPLATE)
    output.mkdir(parents=True, exist_ok=True)
    for path in sorted(specs.glob("*.yaml")):
        spec = yaml.safe_load(path.read_text(encoding="utf-8"))
        module = output / f"{path.stem}.py"
        module.write_text(template.render(spec=spec), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "black", "--quiet", module], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The runner of documentation sees each way in which a page can be wrong."""

from pathlib import Path

import pytest
from helpers_documents import run_page

SOUND = """\
Write `a.txt`:

```markdown title="a.txt"
one
two
```

1. Change `a.txt`:

   ```diff title="a.txt"
    one
   -two
   +three
   ```

```console
$ cat a.txt
one
three
$ false; echo $?
1
$ echo "a
> b"
a
b
```

```markdown
three
```

```pycon
>>> x = 1
```

```pycon
>>> x
1
```
"""


def page(folder: Path, text: str) -> Path:
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    (folder / "work").mkdir()
    return path


def test_a_sound_page(tmp_path: Path) -> None:
    run_page(page(tmp_path, SOUND), tmp_path / "work")
    assert (tmp_path / "work/a.txt").read_text() == "one\nthree\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (">>> x\n1", ">>> x\n2", "page.md:[0-9]+: .*Expected:\n    2"),
        ("$ cat a.txt\none", "$ cat a.txt\n1", "page.md:16: the shell shows"),
        ("```markdown\nthree", "```markdown\nfour", "in no file there is"),
        ("   -two", "   -four", "does not have once"),
        ("Change `a.txt`", "Change it", "does not name a.txt"),
        ("```markdown\nthree", "```sh\nthree", "nothing says how to run"),
        ("```markdown\nthree", "~~~markdown\nthree", "a fence is not closed"),
        (">>> x = 1\n", "x = 1\n", "a session without a question"),
    ],
)
def test_a_mistake(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert SOUND.count(old) == 1
    path = page(tmp_path, SOUND.replace(old, new))
    with pytest.raises(AssertionError, match=f"(?s){says}"):
        run_page(path, tmp_path / "work")


def test_a_step_of_a_workflow_that_fails(tmp_path: Path) -> None:
    file = ".github/workflows/w.yml"
    text = f'`{file}`:\n\n```yaml title="{file}"\njobs: {{one: {{steps: [run: exit 3]}}}}\n```\n'
    path = page(tmp_path, text)
    with pytest.raises(AssertionError, match="exit 3 failed"):
        run_page(path, tmp_path / "work")
    run_page(path, tmp_path / "work", {"exit 3"})

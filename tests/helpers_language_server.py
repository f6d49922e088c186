"""A client of a language server: what an editor asks on somebody's behalf, and what it is told."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

# Far beyond any answer: whoever waits that long waits for a server that hangs.
WATCHDOG = 300
CURSOR = "¦"
CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {
            "completionItem": {
                "documentationFormat": ["markdown", "plaintext"],
                "snippetSupport": True,
                "tagSupport": {"valueSet": [1]},
            }
        },
        "definition": {"linkSupport": False},
        "diagnostic": {},
        "publishDiagnostics": {"tagSupport": {"valueSet": [1, 2]}},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class LanguageServer:
    """A server on a folder, from its start to its end."""

    def __init__(
        self, command: Sequence[str | Path], folder: Path, settings: Mapping[str, Any]
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._asked = 0
        self._hung = False
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        workspace = {"uri": self._folder.as_uri(), "name": self._folder.name}
        self.ask(
            "initialize",
            processId=None,
            rootUri=workspace["uri"],
            workspaceFolders=[workspace],
            capabilities=CAPABILITIES,
        )
        self.tell("initialized")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            # The server may run below the process that was started: it has to end by itself.
            self.ask("shutdown")
            self.tell("exit")
            self._process.communicate(timeout=WATCHDOG)
        self._process.kill()
        self._process.communicate()

    # What an editor does

    def open(self, name: str, text: str, language: str = "python") -> "Document":
        """Open a file of the folder with that text, in which one place may have the cursor."""
        return Document(self, (self._folder / name).as_uri(), text, language)

    def ask(self, method: str, **parameters: Any) -> Any:
        """The result of a request. Raises AssertionError where the server refuses or hangs."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        watchdog = Timer(WATCHDOG, self._give_up)
        watchdog.start()
        try:
            return self._answer(method)
        finally:
            watchdog.cancel()

    def _answer(self, method: str) -> Any:
        while True:
            message = self._receive(method)
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._granted(message)})
            elif message.get("id") == self._asked:
                assert "error" not in message, f"{method}: {message['error']}"
                return message["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        """Say something that is not answered."""
        self._send({"method": method, "params": parameters})

    def _granted(self, message: dict[str, Any]) -> Any:
        """What an editor answers to a question of the server."""
        if message["method"] == "workspace/configuration":
            return [
                self._settings.get(item.get("section", ""), {})
                for item in message["params"]["items"]
            ]
        return None

    # The wire

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self, method: str) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()) not in (b"\r\n", b""):
            field, _, value = line.decode("ascii").partition(":")
            if field.lower() == "content-length":
                length = int(value)
        why = f"hung for {WATCHDOG} seconds" if self._hung else "ended"
        assert line, f"the language server {why} over {method}"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def _give_up(self) -> None:
        self._hung = True
        self._process.kill()


class Document:
    """A file in the editor, and what is told about the place where the cursor is."""

    def __init__(self, server: LanguageServer, uri: str, text: str, language: str) -> None:
        self._server = server
        before, _, after = text.partition(CURSOR)
        self._file = {"uri": uri}
        line = before.count("\n")
        # Characters are counted as UTF-16 has them.
        column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        self._place = {
            "textDocument": self._file,
            "position": {"line": line, "character": column},
        }
        server.tell(
            "textDocument/didOpen",
            textDocument=self._file
            | {"languageId": language, "version": 1, "text": before + after},
        )

    def hover(self) -> str:
        """What is shown when the pointer rests there; empty for nothing."""
        found = self._server.ask("textDocument/hover", **self._place)
        return str(found["contents"]["value"]) if found else ""

    def completion(self) -> list[dict[str, Any]]:
        """What is offered, in the order in which it is shown."""
        found = self._server.ask("textDocument/completion", **self._place)
        items: list[dict[str, Any]] = found["items"]
        return sorted(items, key=lambda item: str(item.get("sortText", item["label"])))

    def documentation(self, item: dict[str, Any]) -> str:
        """What is shown beside an offer that is looked at."""
        found = self._server.ask("completionItem/resolve", **item)
        return str(found["documentation"]["value"])

    def definition(self) -> list[dict[str, Any]]:
        """The places where that is defined."""
        found: list[dict[str, Any]] = self._server.ask("textDocument/definition", **self._place)
        return found

    def diagnostics(self) -> list[dict[str, Any]]:
        """What is wrong, or to be hinted at, in the file."""
        found = self._server.ask("textDocument/diagnostic", textDocument=self._file)
        items: list[dict[str, Any]] = found["items"]
        return items

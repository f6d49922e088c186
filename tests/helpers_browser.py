"""Headless Chromium, used as a reader would use it."""

import os
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Self, cast

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_TEXTS = (
    "return [...document.querySelectorAll(arguments[0])]"
    ".filter((each) => each.checkVisibility()).map((each) => each.innerText.trim())"
)
_AXE = files("axe_core_python") / "axe.min.js"
_RUN_AXE = "const done = arguments[0]; axe.run().then((found) => done(found.violations));"


def find_browser() -> tuple[str, str] | None:
    """The browser and its driver, if this machine has both."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Browser:
    """One window, whose size and colours a test may set."""

    def __init__(self, browser: str, driver: str, profile: Path) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        # In a container, where everything runs as root, the browser has no sandbox of its own.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        for option in (*_OPTIONS, *root, f"--user-data-dir={profile}"):
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self._driver: Any = webdriver.Chrome(options=options, service=Service(driver))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.quit()

    def open(self, page: Path, rest: str = "") -> None:
        """Load a page; `rest` is the query and the fragment of its address."""
        self._driver.get("about:blank")
        self.console()
        self._driver.get(page.as_uri() + rest)

    def resize(self, width: int, height: int = 800, *, phone: bool = False) -> None:
        """Give the window another size."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self._command("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, scheme: Literal["light", "dark"]) -> None:
        """Prefer light or dark colours, as a reader's system does."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._command("Emulation.setEmulatedMedia", {"features": [feature]})

    def run_scripts(self, allowed: bool) -> None:
        """Allow the scripts of pages, or not."""
        self._command("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def _command(self, name: str, parameters: Mapping[str, object]) -> None:
        self._driver.execute_cdp_cmd(name, dict(parameters))

    def evaluate(self, script: str, *arguments: object) -> Any:
        """What a script returns."""
        return self._driver.execute_script(script, *arguments)

    def console(self) -> list[str]:
        """The messages on the console since the last call."""
        return [entry["message"] for entry in self._driver.get_log("browser")]

    @property
    def address(self) -> str:
        """The address that a reader could copy."""
        return str(self._driver.current_url)

    def back(self) -> None:
        """Go back."""
        self._driver.back()

    def find(self, selector: str) -> list[WebElement]:
        """The elements that are shown."""
        found = cast(list[WebElement], self._driver.find_elements(By.CSS_SELECTOR, selector))
        return [element for element in found if element.is_displayed()]

    def texts(self, selector: str) -> list[str]:
        """The texts of the visible elements, in one call, because there may be hundreds."""
        found: list[str] = self.evaluate(_TEXTS, selector)
        return found

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        webdriver.ActionChains(self._driver).send_keys(*keys).perform()

    def focused(self) -> WebElement:
        """What has the focus."""
        return cast(WebElement, self._driver.switch_to.active_element)

    def choose(self, name: str, label: str) -> None:
        """Choose the option with that label of one of the filters."""
        self.find(f"select[name={name}]")[0].send_keys(label)

    def search(self, text: str) -> None:
        """Paste into the search and replace what is there: one search, not one per letter."""
        (field,) = self.find("input[name=q]")
        field.send_keys(Keys.CONTROL, "a")
        self._command("Input.insertText", {"text": text})

    def barriers(self) -> list[str]:
        """The accessibility barriers that axe finds."""
        if not self.evaluate("return 'axe' in window"):
            self.evaluate(_AXE.read_text(encoding="utf-8"))
        found = self._driver.execute_async_script(_RUN_AXE)
        return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]

    def screenshot(self, path: Path) -> None:
        """Save what is shown."""
        path.parent.mkdir(parents=True, exist_ok=True)
        assert self._driver.save_screenshot(str(path))

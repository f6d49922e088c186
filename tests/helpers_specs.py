"""Specs as text, and the modules that are emitted for them."""

from helpers_generate import ROOT
from provider_codes_generator.emit import views
from provider_codes_generator.emit.render import Renderer
from provider_codes_generator.model.findings import Finding, blocks
from provider_codes_generator.model.registry import Provider, Registry
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.spec.load import load_text

RENDERER = Renderer([ROOT / "templates"])


def checked(text: str, name: str = "acme.yaml") -> tuple[Provider | None, list[Finding]]:
    """The spec of a text, and all findings about it."""
    provider: Provider | None
    provider, findings = load_text(text, name)
    if provider is None:
        return None, findings
    return provider, [*findings, *policies.check_codes(Registry((provider,)))]


def sound(text: str, name: str = "acme.yaml") -> Provider:
    """The spec of a text without findings."""
    provider, findings = checked(text, name)
    assert provider is not None and not blocks(findings), findings
    return provider


def module_of(provider: Provider) -> str:
    """The module of a provider, without its header."""
    return RENDERER.render("module.py.j2", module=views.module(provider, {}))

"""YAML to the model and back, with lines and columns.

Reads specs and meanings strictly, writes them in one layout, edits single lines, and describes the
allowed content in a JSON Schema. `shapes` declares the keys once for all of these.
"""

from . import shapes
from .edit import revise
from .json_schema import schema
from .layout import dump
from .load import (
    MEANINGS,
    SUFFIX,
    load_files,
    load_folder,
    load_node,
)
from .nodes import (
    LARGEST,
    Mapping,
    Node,
    Scalar,
    Sequence,
    TooLarge,
    content,
    expect_size,
    hidden_characters,
    read_text,
)

__all__ = [
    "LARGEST",
    "MEANINGS",
    "Mapping",
    "Node",
    "SUFFIX",
    "Scalar",
    "Sequence",
    "TooLarge",
    "content",
    "dump",
    "expect_size",
    "hidden_characters",
    "load_files",
    "load_folder",
    "load_node",
    "read_text",
    "revise",
    "schema",
    "shapes",
]

"""YAML to the model and back, with lines and columns.

Reads specs and meanings strictly, writes them in one layout, edits single lines, and describes the
allowed content in a JSON Schema. `shapes` declares the keys once for all of these.
"""

from . import shapes as shapes
from .edit import revise as revise
from .json_schema import schema as schema
from .layout import dump as dump
from .load import (
    MEANINGS as MEANINGS,
    SUFFIX as SUFFIX,
    File as File,
    load_files as load_files,
    load_folder as load_folder,
    load_node as load_node,
)
from .nodes import (
    HIDDEN as HIDDEN,
    Mapping as Mapping,
    Node as Node,
    Scalar as Scalar,
    Sequence as Sequence,
    content as content,
    hidden_characters as hidden_characters,
    read_text as read_text,
)

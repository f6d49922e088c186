"""What a registry is, and which facts a code can have.

Plain immutable data, without input or output: providers, lists, codes, meanings, the table of
facts, legal Python names, and findings. Every other room may import this one.
"""

from . import meanings as meanings, names as names, registry as registry
from .facts import (
    BuiltInFact as BuiltInFact,
    DESCRIPTION as DESCRIPTION,
    FACTS as FACTS,
    FLAGS as FLAGS,
    Fact as Fact,
    FactType as FactType,
    FactValue as FactValue,
    GROUP as GROUP,
    ListFact as ListFact,
    NAME as NAME,
    NOTHING as NOTHING,
    emitted_facts as emitted_facts,
    facts_of as facts_of,
    set_facts as set_facts,
)
from .findings import (
    Finding as Finding,
    Format as Format,
    Level as Level,
    Refused as Refused,
    USAGE as USAGE,
    as_records as as_records,
    blocks as blocks,
    count as count,
    render_findings as render_findings,
    usage as usage,
)
from .ledger import Entry as Entry, ledger_lines as ledger_lines
from .meanings import (
    ADVICE as ADVICE,
    CAUSES as CAUSES,
    Judged as Judged,
    Judgement as Judgement,
    ListMeanings as ListMeanings,
    Meaning as Meaning,
    Meanings as Meanings,
    NOT_FAILED as NOT_FAILED,
    STANDARDS as STANDARDS,
    Standard as Standard,
    StandardCode as StandardCode,
)
from .messages import (
    LONGEST_MESSAGE as LONGEST_MESSAGE,
    counted as counted,
    did_you_mean as did_you_mean,
    printable as printable,
    same_start as same_start,
    shortened as shortened,
)
from .place import NOWHERE as NOWHERE, Place as Place, Placed as Placed
from .registry import (
    Alias as Alias,
    Code as Code,
    CodeList as CodeList,
    Constant as Constant,
    Document as Document,
    Erratum as Erratum,
    Family as Family,
    Group as Group,
    Ignored as Ignored,
    PLACEHOLDER as PLACEHOLDER,
    Provider as Provider,
    Registry as Registry,
    Tables as Tables,
    ValueType as ValueType,
    Withdrawn as Withdrawn,
    documentation as documentation,
    our_note as our_note,
)
from .version import VERSION as VERSION

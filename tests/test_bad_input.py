"""Everything a user can get wrong, and what the command says to it.

The table shows a spec with one fault, and below it what `validate` prints: place, id,
message and help. No input may give a traceback, however broken it is.
"""

import json
import os
import re
import sys
from collections.abc import Sequence
from io import BytesIO, TextIOWrapper
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from provider_codes_generator.model import names
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.__main__ import run as process
from provider_codes_generator.cli.app import main
from provider_codes_generator.model.findings import Finding
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.model.registry import Code, Registry
from hypothesis import example, given, settings
from hypothesis import strategies as st

# Each case: lines of a spec, by where they go in the spec of `spec` below, and what is said to it.
# A line that ends in `...` stands for all that begin so: the rest is PyYAML's to say.
FAULTS = r"""
# No YAML, or more than plain YAML

whole:
1:1 empty-file: the file is empty
help: write a spec, or remove the file

whole: # nothing here
1:1 empty-file: the file is empty
help: write a spec, or remove the file

whole: provider
1:1 mapping-expected: a provider is a mapping of keys
help: write each key with a colon on a line of its own

whole: - provider: acme
1:1 mapping-expected: a provider is a mapping of keys
help: write each key with a colon on a line of its own

whole: [one, two
2:1 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: "no end
10:1 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: Codes: all of them
3:12 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: @codes
3:7 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: `codes`
3:7 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: "\q"
3:8 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

list:  note: one blank too many
7:10 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

whole: %YAML 9.9
whole: ---
1:1 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

top: note: &mark text
3:7 yaml-anchor: &mark marks a value for repetition
help: remove the mark

top: note: *mark
3:7 yaml-alias: *mark repeats another part of the file
help: write the value out: a spec says everything where it stands

top: *mark : text
3:1 key-not-text: a key must be a single word
help: write the word, a colon, and then what it stands for
3:1 yaml-alias: *mark repeats another part of the file
help: write the value out: a spec says everything where it stands

sent: SENT: *other
8:13 yaml-alias: *other repeats another part of the file
help: write the value out: a spec says everything where it stands

code: <<: {permanent: true}, value: 1
8:14 yaml-merge: a merge key hides what the entry says
help: write the keys out

code: <<: *other, value: 1
8:14 yaml-merge: a merge key hides what the entry says
help: write the keys out
8:18 yaml-alias: *other repeats another part of the file
help: write the value out: a spec says everything where it stands

top: note: !!str 0123
3:7 scalar-ambiguous: YAML may read 0123 as an octal number
help: write "0123" for the text, or a plain decimal number for a number
3:7 yaml-tag: tag:yaml.org,2002:str sets a type
help: remove it: the key sets the type

top: note: !secret text
3:7 yaml-tag: !secret sets a type
help: remove it: the key sets the type

end: ---
end: provider: bolt
9:1 second-document: a second YAML document begins here
help: one file, one spec

whole: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
1:33 nested-too-deep: nested more than 32 deep
help: a spec nests six deep: see whether all that opens also ends

top: ? [one, two]
top: : text
3:3 key-not-text: a key must be a single word
help: write the word, a colon, and then what it stands for

# Keys: twice, unknown, missing; and what stands behind them

code: value: 1, description: It left., value: 2
8:47 key-twice: the key value stands here a second time; first on line 8
help: remove one, or give one of them another name

code: value: 1, "value": 2
8:24 key-twice: the key value stands here a second time; first on line 8
help: remove one, or give one of them another name

more: SENT: {value: 2}
9:7 key-twice: the key SENT stands here a second time; first on line 8
help: remove one, or give one of them another name

code: value: 1, descripton: It left.
8:24 key-unknown: a code has no key descripton
help: did you mean description?

code: value: 1, colour: red
8:24 key-unknown: a code has no key colour
help: known here: aliases, description, documented_name, erratum, facts, former_names, group, links, name_proposed, note, permanent, value

top: document: {}
3:1 key-unknown: a provider has no key document
help: did you mean documents?

code: value: 1, erratum: {page: p, reading: r, reason: s, row: q}
8:7 note erratum: the page is broken where Result has SENT: p
8:66 key-unknown: an erratum has no key row
help: known here: page, reading, reason

list: tables: {columns: {value: Id, descriptions: Text}}
7:35 key-unknown: there is no field descriptions
help: did you mean description?

whole: title: Acme
1:1 key-missing: a provider needs the key lists
help: The documented tables; each becomes one enum.
1:1 key-missing: a provider needs the key provider
help: The slug: the name of this file and of the emitted module.

end:   Other: {}
9:3 key-missing: a code list needs the key codes
help: The codes in documented order, by Python name.
9:3 key-missing: a code list needs the key title
help: What the list is called on the page.
9:3 key-missing: a code list needs the key values
help: Whether the values on the wire are numbers or text.

code: description: It left.
8:7 key-missing: a code needs the key value
help: The value on the wire: a whole number where `values` is `int`, text where it is `str`.

list: withdrawn: {GONE: {value: 2}}
7:17 key-missing: a withdrawn needs the key since
help: The day of the first edition of the page without it.

top: note:
3:6 value-missing: nothing stands behind the key
help: write a value, or remove the key

sent: SENT:
8:12 mapping-expected: a code is a mapping of keys
help: write each key with a colon on a line of its own

sent: SENT: one
8:13 mapping-expected: a code is a mapping of keys
help: write each key with a colon on a line of its own

sent: - SENT
8:7 mapping-expected: names with their entries are expected
help: write each key with a colon on a line of its own

top: note: {text: one}
3:7 text-expected: a single value is expected here

top: note: [one]
3:7 text-expected: a single value is expected here

code: value: 1, links: https://docs.acme.example
8:31 list-expected: a list is expected here
help: write [one, two]

code: value: 1, links: {one: two}
8:31 list-expected: a list is expected here
help: write [one, two]

code: value: 1, former_names: [{OLD: new}]
8:39 text-expected: a single value is expected here

list: tables: {columns: Id}
7:23 mapping-expected: a mapping is expected, of value, name, permanent, group, description
help: write each key with a colon on a line of its own

top: constants: {LIMIT: {value: [[a]]}}
3:29 text-expected: a single value is expected here

top: constants: {LIMIT: {value: {a: b}}}
3:28 text-expected: a single value is expected here

type: values: integer
6:13 choice-unknown: integer is none of int, str
help: did you mean int?

list: documents: [name, permenent]
7:23 choice-unknown: permenent is none of name, permanent, group
help: did you mean permanent?

# Texts, dates, truth values and numbers

code: value: 1, description: ""
8:37 text-empty: the text is empty
help: leave the key out where the page says nothing

code: value: 1, description: "  "
8:37 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

code: value: 1, description: It  left.
8:37 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

code: value: 1, description: "It left. "
8:37 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

code: value: 1, description: "It\_left."
8:37 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

code: value: 1, description: "It\nleft."
8:37 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

top: note: |
top:   one
top:   two
3:7 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

top: note: >
top:   one
top:   two
3:7 text-not-folded: the text has a line break, a tab, or a blank too many
help: fold white space to single blanks and trim the ends; `>-` folds lines

first: provider: Acme SMS
1:11 text-malformed: Acme SMS does not match [a-z][a-z0-9]*(_[a-z0-9]+)*

top: documents: {page: {title: Codes, retrieved: 2026-11-22, address: docs.acme.example/codes}}
3:66 text-malformed: docs.acme.example/codes does not match https?://\S+

top: documents: {page: {title: Codes, retrieved: 2026-11-22, address: https://acme.example/all codes}}
3:66 text-malformed: https://acme.example/all codes does not match https?://\S+

top: documents: {page: {title: Codes, retrieved: 2026-11-22, address: ftp://docs.acme.example}}
3:66 text-malformed: ftp://docs.acme.example does not match https?://\S+

top: documents: {page: {title: Codes, retrieved: 2026-11-22, reader: Read-Me}}
3:65 text-malformed: Read-Me does not match [a-z][a-z0-9]*(_[a-z0-9]+)*

top: documents: {page: {title: Codes, retrieved: 22.11.2026}}
3:45 not-a-date: 22.11.2026 is not of the form YYYY-MM-DD
help: write it like 2026-11-22

top: documents: {page: {title: Codes, retrieved: 2026-1-2}}
3:45 not-a-date: 2026-1-2 is not of the form YYYY-MM-DD
help: write it like 2026-11-22

top: documents: {page: {title: Codes, retrieved: 2026-11-22T10:00:00}}
3:45 not-a-date: 2026-11-22T10:00:00 is not of the form YYYY-MM-DD
help: write it like 2026-11-22

top: documents: {page: {title: Codes, retrieved: 2026-02-30}}
3:45 not-a-date: 2026-02-30 is no day of the calendar
help: write it like 2026-11-22

top: documents: {page: {title: Codes, retrieved: ٢٠٢٦-11-22}}
3:45 not-a-date: ٢٠٢٦-11-22 is not of the form YYYY-MM-DD
help: write it like 2026-11-22

code: value: 1, permanent: yes
8:35 not-boolean: yes is neither true nor false
help: write true or false

code: value: 1, permanent: True
8:35 not-boolean: True is neither true nor false
help: write true or false

code: value: 1, permanent: 1
8:35 not-boolean: 1 is neither true nor false
help: write true or false

code: value: 1, permanent: [true]
8:35 text-expected: a single value is expected here

code: value: ١٢
8:7 value-not-a-number: SENT has the value '١٢' in a list of numbers
help: write a number without quotes, or change `values` of the list to str

# Characters that cannot be seen, where they are more than one or in another place

code: value: 1, description: "\u200ba\u202e"
8:37 hidden-character: the escape of U+200B cannot be seen
help: remove it
8:37 hidden-character: the escape of U+202E cannot be seen
help: remove it

code: value: 1, description: "a\ud800b"
8:41 yaml-syntax: not YAML: ...
help: quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `

more: "LA\u200bTE": {value: 2}
9:7 hidden-character: the escape of U+200B cannot be seen
help: remove it
9:7 name-illegal: the name LA\u200bTE has characters outside ASCII, which Python may fold into another name
help: write LATE, and keep the page's spelling in documented_name

code: value: 1, "no\u200bte": text
8:24 key-unknown: a code has no key no\u200bte
help: did you mean note?

# Names that Python, the enum machinery or the patterns cannot bear

more: "": {value: 2}
9:7 name-illegal: the name  is not made of upper-case words with single underscores between them
help: write CODE, and keep the page's spelling in documented_name
9:7 text-empty: the text is empty
help: leave the key out where the page says nothing

list: groups: {soft: {value: 1}}
7:14 name-illegal: the name soft is not made of upper-case words with single underscores between them
help: write SOFT, and keep the page's spelling in documented_name

code: value: 1, aliases: {left: {}}
8:34 name-illegal: the name left is not made of upper-case words with single underscores between them
help: write LEFT, and keep the page's spelling in documented_name

code: value: 1, former_names: [left]
8:39 text-malformed: left does not match [A-Z][A-Z0-9]*(_[A-Z0-9]+)*

code: value: 1, group: soft
8:31 text-malformed: soft does not match [A-Z][A-Z0-9]*(_[A-Z0-9]+)*

list: withdrawn: {gone: {value: 2, since: 2026-01-01}}
7:17 name-illegal: the name gone is not made of upper-case words with single underscores between them
help: write GONE, and keep the page's spelling in documented_name

top: constants: {max-length: {value: 160}}
3:13 name-illegal: the name max-length is not made of upper-case words with single underscores between them
help: write MAX_LENGTH

top: documents: {Codes: {title: Codes, retrieved: 2026-11-22}}
3:13 name-illegal: the name Codes is not made of lower-case words with single underscores between them
help: write codes

top: families: {Error: [Result]}
3:12 name-illegal: the name Error is not made of lower-case words with single underscores between them
help: write error

name: result:
4:3 name-illegal: the name result is not made of letters and digits, the first in upper case
help: write Result

name: Sms_Result:
4:3 name-illegal: the name Sms_Result is not made of letters and digits, the first in upper case
help: write SmsResult

name: Yes:
4:3 scalar-ambiguous: YAML may read Yes as a truth value
help: write "Yes" for the text, or a plain decimal number for a number

# Names that would take the place of another in the emitted module

top: constants: {LISTS: {value: 1}}
3:13 name-reserved: LISTS is the tuple of all lists of an emitted module
help: choose another name

top: families: {type_alias: [Result]}
3:12 name-reserved: TypeAlias is imported by emitted modules
help: choose another name

list: groups: {ALL: {value: 1}}
end:   ResultGroup: {title: Others, values: int, codes: {LATE: {value: 7}}}
10:3 module-name-twice: ResultGroup, the list ResultGroup, takes the name of the group enum of Result, or differs from it by case only
help: give one of them another name

end:   RESULT: {title: Others, values: int, codes: {LATE: {value: 7}}}
9:3 module-name-twice: RESULT, the list RESULT, takes the name of the list Result, or differs from it by case only
help: give one of them another name

top: constants: {RESULT: {value: 1}}
5:3 module-name-twice: Result, the list Result, takes the name of the constant RESULT, or differs from it by case only
help: give one of them another name

top: families: {result: [Result]}
3:12 module-name-twice: Result, Result of the family result, takes the name of the list Result, or differs from it by case only
help: give one of them another name

top: families: {a_b: [Result], ab: [Result]}
3:27 module-name-twice: Ab, Ab of the family ab, takes the name of AB of the family a_b, or differs from it by case only
help: give one of them another name
3:27 module-name-twice: AbGroup, AbGroup of the family ab, takes the name of ABGroup of the family a_b, or differs from it by case only
help: give one of them another name

top: families: {error: [Result], error_group: [Result]}
3:29 module-name-twice: ErrorGroup, ErrorGroup of the family error_group, takes the name of ErrorGroup of the family error, or differs from it by case only
help: give one of them another name
3:29 module-name-twice: find_error_group, find_error_group of the family error_group, takes the name of find_error_group of the family error, or differs from it by case only
help: give one of them another name

code: value: 1, aliases: {LEFT: {}}
end:   ResultNames: {title: Others, values: int, codes: {LATE: {value: 7}}}
9:3 module-name-twice: ResultNames, the list ResultNames, takes the name of the table of the names of Result, or differs from it by case only
help: give one of them another name

# Names and values that stand for two things

more: LOST: {value: 1}
more: LATE: {value: 1}
9:7 value-twice: LOST has the value 1 of SENT
help: correct it, or list the name under `aliases` of SENT
10:7 value-twice: LATE has the value 1 of SENT
help: correct it, or list the name under `aliases` of SENT

list: withdrawn: {GONE: {value: 1, since: 2026-01-01}}
7:17 value-twice: GONE has the value 1 of SENT
help: correct it, or list the name under `aliases` of SENT

list: groups: {SOFT: {value: 1}, HARD: {value: 1}}
7:32 value-twice: HARD has the value 1 of SOFT
help: correct it, or list the name under `aliases` of SOFT

code: value: 1, aliases: {LATE: {}}
more: LATE: {value: 2}
8:34 name-twice: LATE, an alias of SENT, is already a code on line 9
help: give one of them another name

code: value: 1, former_names: [LATE]
more: LATE: {value: 2}
8:7 name-twice: LATE, a former name of SENT, is already a code on line 9
help: give one of them another name

list: withdrawn: {SENT: {value: 2, since: 2026-01-01}}
7:17 name-twice: SENT, a withdrawn code, is already a code on line 9
help: give one of them another name

list: withdrawn: {GONE: {value: 2, since: 2026-01-01, in_enum: false, former_names: [SENT]}}
7:17 name-twice: SENT, a former name of GONE, is already a code on line 9
help: give one of them another name

code: value: 1, aliases: {LEFT: {}}
more: LATE: {value: 2, aliases: {LEFT: {}}}
9:34 name-twice: LEFT, an alias of LATE, is already an alias of SENT on line 8
help: give one of them another name

code: value: 1, aliases: {LEFT: {}}, former_names: [LEFT]
8:7 name-twice: LEFT, a former name of SENT, is already an alias of SENT on line 8
help: give one of them another name

code: value: 1, former_names: [LEFT, LEFT]
8:7 name-twice: LEFT, a former name of SENT, is already a former name of SENT on line 8
help: give one of them another name

list: withdrawn: {GONE: {value: 2, since: 2026-01-01}}
code: value: 1, aliases: {GONE: {}}
9:34 name-twice: GONE, an alias of SENT, is already a withdrawn code on line 7
help: give one of them another name

# What one entry says of another

type: values: str
8:7 value-not-text: SENT has a number for its value
help: write "1", or change `values` of the list to int

code: value: "1"
8:7 value-not-a-number: SENT has the value '1' in a list of numbers
help: write a number without quotes, or change `values` of the list to str

list: withdrawn: {GONE: {value: gone, since: 2026-01-01}}
7:17 value-not-a-number: GONE has the value 'gone' in a list of numbers
help: write a number without quotes, or change `values` of the list to str

list: documents: [permanent]
9:7 fact-missing: Result documents permanent, and SENT has none
help: add it; or take permanent, which not every code has, out of `documents`

list: documents: [group, permanent]
list: groups: {SOFT: {value: 1}}
10:7 fact-missing: Result documents group, and SENT has none
help: add it; or take group, which not every code has, out of `documents`
10:7 fact-missing: Result documents permanent, and SENT has none
help: add it; or take permanent, which not every code has, out of `documents`

list: documents: [permanent]
list: withdrawn: {GONE: {value: 2, since: 2026-01-01}}
code: value: 1, permanent: true
8:17 fact-missing: Result documents permanent, and GONE has none
help: add it; or take permanent, which not every code has, out of `documents`

list: groups: {SOFT: {value: 1}, HARD: {value: 2}}
code: value: 1, group: SOFTT
9:7 group-unknown: SENT is in SOFTT, which is no group of Result
help: did you mean SOFT?

code: value: 1, group: SOFT
8:7 group-unknown: SENT is in SOFT, which is no group of Result
help: add it under `groups` of the list

list: groups: {SOFT: {value: 1}}
list: withdrawn: {GONE: {value: 2, since: 2026-01-01, in_enum: false, group: HARD}}
8:17 group-unknown: GONE is in HARD, which is no group of Result
help: known here: SOFT

list: withdrawn: {GONE: {value: 2, since: 2026-01-01, in_enum: false, aliases: {LEFT: {}}}}
7:79 alias-of-nothing: LEFT is an alias of GONE, which is no longer in the enum
help: list it under `former_names`

top: families: {error: []}
3:12 family-empty: the family error has no lists
help: name its lists

top: families: {error: [Result, Resalt]}
3:12 family-list-unknown: the family error names the list Resalt, which is not there
help: did you mean Result?

top: families: {error: [Result, Result]}
3:12 family-list-twice: the family error names the list Result more than once
help: name it once

top: documents: {codes: {title: Codes, retrieved: 2026-11-22}}
list: document: code
5:3 document-unknown: Result comes from the document code, which is not there
help: did you mean codes?

top: constants: {LIMIT: {value: 1, document: codes}}
3:13 document-unknown: LIMIT comes from the document codes, which is not there

sent: {}
4:3 list-empty: Result has no codes
help: add its codes, or remove the list

sent: {}
end:     withdrawn: {GONE: {value: 2, since: 2026-01-01}}
4:3 list-empty: Result has no codes
help: add its codes, or remove the list

whole: provider: acme
whole: title: Acme
whole: lists: {}
1:1 provider-empty: acme has no lists
help: add one under `lists`

# Rules that go beyond what Python asks

first: provider: acme_sms
1:1 slug-differs-from-file: the provider is called acme_sms in a file called acme
help: rename the file to acme_sms.yaml

more: LONG_LONG_LONG_LONG_LONG_LONG_LONG_LONG_N: {value: 2}
9:7 name-long: LONG_LONG_LONG_LONG_LONG_LONG_LONG_LONG_N is longer than the 40 characters of a chosen name
help: shorten it

more: ERROR_404: {value: 404}
9:7 warning name-has-value: ERROR_404 carries its own value
help: name the meaning; only codes that the page words alike take it, as a suffix

more: ERROR_404_FOUND: {value: 404, description: Same.}
more: ERROR_405: {value: 405, description: same!}
9:7 name-has-value: ERROR_404_FOUND carries its own value
help: name the meaning; only codes that the page words alike take it, as a suffix

end:   Other: {title: Others, values: int, codes: {GONE: {value: 7, description: it LEFT}}}
9:47 warning name-unlike-its-equals: GONE has the text of SENT in Result
help: give both the same name, and list the old one under `former_names`

list: documents: [name]
code: value: 1, documented_name: SENT
9:7 warning documented-name-needless: SENT repeats its own name as documented_name
help: remove documented_name: without it, the key is the documented name

code: value: 1, name_proposed: true
8:7 warning name-proposed: the name SENT was proposed by a tool
help: change it if need be, then remove name_proposed

list: withdrawn: {GONE: {value: 2, since: 2026-01-01, name_proposed: true}}
7:17 warning name-proposed: the name GONE was proposed by a tool
help: change it if need be, then remove name_proposed

code: value: 1, erratum: {page: 1 It left, reading: a row, reason: the bar is missing}
8:7 note erratum: the page is broken where Result has SENT: 1 It left

code: value: 1, erratum: {page: 1 2, reading: r, reason: s}
more: LOST: {value: 2, erratum: {page: 1 2, reading: r, reason: s}}
8:7 note erratum: the page is broken where Result has SENT and LOST: 1 2

# After a break nothing is said that only follows from it

type: note: no values
code: value: one
4:3 key-missing: a code list needs the key values
help: Whether the values on the wire are numbers or text.

type: values: text
code: value: one
6:13 choice-unknown: text is none of int, str
help: known here: int, str

list: group_values: text
list: groups: {SOFT: {value: soft}}
7:19 choice-unknown: text is none of int, str
help: known here: int, str

list: groups: [SOFT]
code: value: 1, group: SOFT
7:13 mapping-expected: names with their entries are expected
help: write each key with a colon on a line of its own

list: groups: *all
code: value: 1, group: SOFT
7:13 yaml-alias: *all repeats another part of the file
help: write the value out: a spec says everything where it stands

list: documents: name
more: LONG_LONG_LONG_LONG_LONG_LONG_LONG_LONG_N: {value: 2}
7:16 list-expected: a list is expected here
help: write [one, two]

top: documents: [codes]
list: document: codes
3:12 mapping-expected: names with their entries are expected
help: write each key with a colon on a line of its own

whole: provider: acme
whole: title: Acme
whole: list: {}
whole: families: {error: [Result]}
1:1 key-missing: a provider needs the key lists
help: The documented tables; each becomes one enum.
3:1 key-unknown: a provider has no key list
help: did you mean lists?

code: value: 0123
8:21 scalar-ambiguous: YAML may read 0123 as an octal number
help: write "0123" for the text, or a plain decimal number for a number

code: value: ~
more: LOST: {value: ~}
8:21 scalar-ambiguous: YAML may read ~ as nothing
help: write "~" for the text, or a plain decimal number for a number
9:21 scalar-ambiguous: YAML may read ~ as nothing
help: write "~" for the text, or a plain decimal number for a number

list: documents: [permanent]
code: value: 1, permanent: maybe
9:35 not-boolean: maybe is neither true nor false
help: write true or false

list: documents: [group]
list: groups: {SOFT: {value: 1}}
code: value: 1, group: ~
10:31 scalar-ambiguous: YAML may read ~ as nothing
help: write "~" for the text, or a plain decimal number for a number

first: provider: NO
1:11 scalar-ambiguous: YAML may read NO as a truth value
help: write "NO" for the text, or a plain decimal number for a number

top: families: {error: Result}
3:19 list-expected: a list is expected here
help: write [one, two]

sent: NO: {value: 1}
8:7 scalar-ambiguous: YAML may read NO as a truth value
help: write "NO" for the text, or a plain decimal number for a number

list: withdrawn: {GONE: {value: 1, since: 2026-01-01, in_enum: nay}}
7:62 not-boolean: nay is neither true nor false
help: write true or false

# ... but all else is

code: value: 1, permanent: maybe, group: SOFT
more: LOST: {value: 1}
8:7 group-unknown: SENT is in SOFT, which is no group of Result
help: add it under `groups` of the list
8:35 not-boolean: maybe is neither true nor false
help: write true or false
9:7 value-twice: LOST has the value 1 of SENT
help: correct it, or list the name under `aliases` of SENT
"""


def spec(**lines: str) -> str:
    """A sound spec, but for these lines of it; `code` is what stands in the braces of SENT."""
    if "whole" in lines:
        return f"{lines['whole']}\n" if lines["whole"] else ""
    code = lines.get("code", "value: 1, description: It left.")
    parts = [
        ("", lines.get("first", "provider: acme")),
        ("", "title: Acme"),
        ("", lines.get("top", "")),
        ("", "lists:"),
        ("  ", lines.get("name", "Result:")),
        ("    ", "title: Results"),
        ("    ", lines.get("type", "values: int")),
        ("    ", lines.get("list", "")),
        ("    ", "codes:"),
        ("      ", lines.get("sent", f"SENT: {{{code}}}")),
        ("      ", lines.get("more", "")),
        ("", lines.get("end", "")),
    ]
    return "".join(
        f"{indent}{line}\n" for indent, text in parts for line in text.split("\n") if line
    )


SPEC = spec()


class Fault(NamedTuple):
    """A faulty spec, and the lines that are said to it: errors, where no level is named."""

    title: str
    spec: str
    said: list[str]


def faults() -> list[Fault]:
    """The cases of the table."""
    found: list[Fault] = []
    for block in FAULTS.strip().split("\n\n"):
        slots: dict[str, list[str]] = {}
        lines = block.splitlines()
        said = [line for line in lines if re.match(r"\d+:\d+ |help: ", line)]
        for line in lines[: len(lines) - len(said)]:
            if not line.startswith("#"):
                slot, _, text = line.partition(":")
                slots.setdefault(slot, []).append(text.removeprefix(" "))
        if slots:
            text = spec(**{slot: "\n".join(lines) for slot, lines in slots.items()})
            found.append(Fault(lines[0], text, said))
    return found


# Running the command


class Run(NamedTuple):
    """What a run of the command gave."""

    status: int
    out: str
    err: str


class Project:
    """A folder to run the command in."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file of the project, in UTF-8 where it is text."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def run(self, *arguments: str) -> Run:
        """Run the command there."""
        try:
            status = main(arguments)
        except SystemExit as leaving:
            status = int(str(leaving.code))
        printed = self._capsys.readouterr()
        return Run(status, printed.out, printed.err)

    def validate(self, *arguments: str) -> Run:
        """Run `validate` on the folder `specs`."""
        return self.run("validate", "--specs", "specs", *arguments)


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Project:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "specs").mkdir()
    return Project(tmp_path, capsys)


def said(printed: str, file: str = "specs/acme.yaml") -> list[str]:
    """The printed lines in the form of the tables above, but for the count at the end."""
    found: list[str] = []
    for line in printed.splitlines()[:-1]:
        head = re.fullmatch(rf"{re.escape(file)}:(\d+:\d+): (\w+)\[(.+?)\]: (.+)", line)
        if head is None:
            found.append(line.removeprefix("    "))
        else:
            level = "" if head[2] == "error" else f"{head[2]} "
            found.append(f"{head[1]} {level}{head[3]}: {head[4]}")
    return found


def abridged(found: Sequence[str], expected: Sequence[str]) -> list[str]:
    """What was found, cut off where the line expected ends in `...`."""
    cut = [len(line) - 3 if line.endswith("...") else None for line in expected]
    return [
        line if end is None else f"{line[:end]}..."
        for line, end in zip_longest(found, cut[: len(found)])
    ]


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.title)
def test_what_is_said_to_a_fault(fault: Fault, project: Project) -> None:
    project.write("specs/acme.yaml", fault.spec)
    run = project.validate()
    found = said(run.out)
    assert abridged(found, fault.said) == fault.said
    blocking = [line for line in found if re.match(r"\d+:\d+ [a-z0-9-]+:", line)]
    assert run.status == (1 if blocking else 0)
    assert run.err == ""
    assert project.validate("--strict").status == 1


def test_nothing_is_said_to_a_sound_spec(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    assert project.validate() == Run(0, "", "")
    assert project.validate("--strict", "--format", "github", "acme") == Run(0, "", "")


# Where libyaml is missing, PyYAML's own parser reads the specs; it words its errors otherwise.
@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.title)
def test_the_same_is_said_without_libyaml(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = check(fault.spec)
    monkeypatch.setattr("provider_codes_generator.spec.nodes._LOADER", yaml.SafeLoader)
    found = check(fault.spec)
    if any(each.id == "yaml-syntax" for each in wanted):
        assert found
    else:
        assert found == wanted


def check(text: str, name: str = "acme.yaml") -> list[Finding]:
    """All findings for the text of a spec."""
    provider, findings, unread = load_text(text, name)
    if provider is None:
        return findings
    return findings + policies.check_codes(Registry((provider,)), unread)


# Scalars that some YAML reader takes for something else than they say

MEANINGS = {
    "an octal number": ["0123", "007", "00", "-012", "0o17"],
    "a number": ["08", "+5", "-0", "1_000", "0x10", "0b1"],
    "a number to the base of 60": ["12:30", "190:20:30"],
    "a number with a fraction": [
        "1.0",
        "1.",
        ".5",
        "1e3",
        "-1.5E-3",
        "1_0.5",
        ".inf",
        "-.INF",
        ".nan",
    ],
    "a truth value": ["NO", "no", "ON", "Off", "y", "N", "Yes", "true", "FALSE"],
    "nothing": ["~", "null", "NULL"],
    "a date": ["2024-01-02", "2024-1-2", "2024-01-02 03:04:05", "2024-01-02T03:04:05Z"],
    "a sign of YAML's own": ["=", "<<"],
}
AMBIGUOUS = {text: meaning for meaning, texts in MEANINGS.items() for text in texts}
WHOLE_NUMBERS = {"0": 0, "5": 5, "-5": -5, "10": 10, "999999999999999999": 10**18 - 1}
# Digits and words that only look as if YAML changed them.
TEXTS_AS_THEY_ARE = [
    "1a",
    "--",
    "1.2.3",
    "1 000",
    "0x",
    "o17",
    "none",
    "nil",
    "inf",
    "yess",
    "24-01-02",
]


def ambiguity(text: str) -> tuple[str, str, str]:
    """What is said to an ambiguous scalar."""
    help = f'write "{text}" for the text, or a plain decimal number for a number'
    return "scalar-ambiguous", f"YAML may read {text} as {AMBIGUOUS[text]}", help


def at(findings: Sequence[Finding], line: int, column: int) -> list[tuple[str, str, str]]:
    """What is said of a place."""
    where = line, column
    return [
        (found.id, found.message, found.help)
        for found in findings
        if (found.place.line, found.place.column) == where
    ]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_an_ambiguous_scalar_is_no_value(text: str) -> None:
    assert at(check(spec(code=f"value: {text}")), 8, 21) == [ambiguity(text)]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_an_ambiguous_scalar_is_no_text(text: str) -> None:
    assert at(check(spec(code=f"value: 1, description: {text}")), 8, 37) == [ambiguity(text)]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_an_ambiguous_scalar_is_no_item_of_a_list(text: str) -> None:
    assert at(check(spec(code=f"value: 1, links: [{text}]")), 8, 32) == [ambiguity(text)]


@pytest.mark.parametrize("text", sorted(AMBIGUOUS.keys() - {"<<"}))
def test_an_ambiguous_scalar_is_no_name(text: str) -> None:
    assert ambiguity(text) in at(check(f"{SPEC}      {text}: {{value: 2}}\n"), 9, 7)


@pytest.mark.parametrize("text", [*AMBIGUOUS, *WHOLE_NUMBERS, *TEXTS_AS_THEY_ARE])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_scalar_in_quotes_is_text(text: str, quote: str) -> None:
    quoted = f"{quote}{text}{quote}"
    found = spec(type="values: str", code=f"value: {quoted}, description: {quoted}")
    assert check(found) == []
    assert (only_code(found).value, only_code(found).description) == (text, text)


@pytest.mark.parametrize("text", WHOLE_NUMBERS)
def test_a_whole_number_is_a_value_and_no_text(text: str) -> None:
    assert check(spec(code=f"value: {text}")) == []
    assert only_code(spec(code=f"value: {text}")).value == WHOLE_NUMBERS[text]
    (found,) = check(spec(code=f"value: 1, description: {text}"))
    assert (found.id, found.message) == ("scalar-ambiguous", f"YAML may read {text} as a number")


@pytest.mark.parametrize("text", TEXTS_AS_THEY_ARE)
def test_what_only_looks_ambiguous_is_text(text: str) -> None:
    found = spec(code=f"value: 1, description: {text}")
    assert check(found) == []
    assert only_code(found).description == text


def only_code(text: str) -> Code:
    """The code of the spec."""
    provider, _, _ = load_text(text, "acme.yaml")
    assert provider is not None
    return provider.lists[0].codes[0]


def guess(text: str) -> str | None:
    """The tag that PyYAML's SafeLoader gives the text as a plain scalar; None where it is none."""
    try:
        node: Any = yaml.compose(f"- {text}\n", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    item = node.value[0] if isinstance(node, yaml.SequenceNode) else None
    plain = isinstance(item, yaml.ScalarNode) and item.style is None and item.value == text
    return str(item.tag) if plain and item is not None else None


SCALARS = st.text("0123456789+-._:eExXobBinfaINFATtZ ~=<>nullyesNO", min_size=1, max_size=12)


@settings(deadline=None, max_examples=1000)
@given(SCALARS | st.sampled_from(sorted(AMBIGUOUS)) | st.text(max_size=8))
def test_nothing_that_pyyaml_guesses_becomes_text(text: str) -> None:
    tag = guess(text)
    if tag in (None, "tag:yaml.org,2002:str"):
        return
    assert any(found.level == "error" for found in check(spec(top=f"note: {text}")))
    findings = check(spec(sent=f"SENT:\n  value: {text}"))
    if re.fullmatch("0|-?[1-9][0-9]*", text) and tag == "tag:yaml.org,2002:int":
        assert findings == []
    else:
        assert any(found.level == "error" for found in findings)


# Characters that cannot be seen

CONTROLS = ["\x00", "\x07", "\x08", "\t", "\x0b", "\r", "\x1b", "\x7f", "\x85"]
INVISIBLE = ["\xad", "\u061c", "\u180e", "\u200b", "\u200d", "\u2060", "\ufeff", "\U000e0041"]
TURNING = ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029"]


@pytest.mark.parametrize("character", [*CONTROLS, *INVISIBLE, *TURNING], ids=ascii)
def test_a_character_that_cannot_be_seen(character: str) -> None:
    number = f"U+{ord(character):04X}"
    raw = at(check(spec(code=f"value: 1, description: a{character}b")), 8, 38)
    help = "remove it, or indent with blanks where it is a tab"
    assert raw == [("hidden-character", f"the character {number} cannot be seen", help)]
    escaped = at(check(spec(code=f'value: 1, description: "a\\U{ord(character):08x}b"')), 8, 37)
    assert escaped[0] == ("hidden-character", f"the escape of {number} cannot be seen", "remove it")


# Names

KEYWORD = "is a keyword of Python"
FOREIGN = "has characters outside ASCII, which Python may fold into another name"
UNDERSCORE = "begins with an underscore, which makes it private to type checkers"
WORDS = "is not made of upper-case words with single underscores between them"
ILLEGAL_NAMES = [
    ("None", KEYWORD, "NONE"),
    ("class", KEYWORD, "CLASS"),
    ("2FAST", "begins with a digit", "CODE_2_FAST"),
    ("_SENT", UNDERSCORE, "SENT"),
    ("__SENT", UNDERSCORE, "SENT"),
    ("NOT__SENT", WORDS, "NOT_SENT"),
    ("SENT_", WORDS, "SENT"),
    ("sent", WORDS, "SENT"),
    ("notSent", WORDS, "NOT_SENT"),
    ("NOT-SENT", WORDS, "NOT_SENT"),
    ("NOT SENT", WORDS, "NOT_SENT"),
    ("DON'T", WORDS, "DONT"),
    ("!!", WORDS, "CODE"),
    ("GEL\u00d6SCHT", FOREIGN, "GELOSCHT"),
    ("S\u0415NT", FOREIGN, "SNT"),  # a Cyrillic letter that looks like E
    ("\uff33ENT", FOREIGN, "SENT"),  # Python itself would fold this one into SENT
]


@pytest.mark.parametrize(("name", "reason", "suggestion"), ILLEGAL_NAMES)
def test_a_name_that_cannot_be(name: str, reason: str, suggestion: str) -> None:
    help = f"write {suggestion}, and keep the page's spelling in documented_name"
    found = at(check(spec(more=f'"{name}": {{value: 2}}')), 9, 7)
    assert found == [("name-illegal", f"the name {name} {reason}", help)]


@pytest.mark.parametrize("name", sorted(names.REASONS))
def test_the_reason_of_a_name_is_said(name: str) -> None:
    found = at(check(spec(more=f'"{name}": {{value: 2}}')), 9, 7)
    assert [said[:2] for said in found] == [
        ("name-illegal", f"the name {name} {names.REASONS[name]}")
    ]


@pytest.mark.parametrize("pattern", [names.MEMBER, names.CLASS, names.SLUG])
@settings(deadline=None)
@given(name=st.text(max_size=20) | st.sampled_from(sorted(names.REASONS)))
def test_a_suggested_name_is_legal(pattern: str, name: str) -> None:
    assert names.is_legal(names.suggest(name, pattern), pattern)


KEYWORD_NAMES = [
    (spec(name="None:"), 4, 3, "None"),
    (spec(name='"True":'), 4, 3, "True"),
    (spec(top="families: {class: [Result]}"), 3, 12, "class"),
    (spec(top="documents: {import: {title: Codes, retrieved: 2026-11-22}}"), 3, 13, "import"),
]


@pytest.mark.parametrize(("text", "line", "column", "name"), KEYWORD_NAMES)
def test_a_keyword_is_not_suggested_in_its_own_place(
    text: str, line: int, column: int, name: str
) -> None:
    ((id, message, help),) = at(check(text), line, column)
    assert (id, message) == ("name-illegal", f"the name {name} is a keyword of Python")
    assert help
    assert help != f"write {name}"


@pytest.mark.parametrize("family", ["none", "true", "false"])
def test_a_family_whose_alias_would_be_a_keyword(family: str) -> None:
    found = at(check(spec(top=f'families: {{"{family}": [Result]}}')), 3, 12)
    assert len(found) == 1


# A module of the name would take the place of what the emitted package itself uses.
@pytest.mark.parametrize("slug", [*sorted(names.PACKAGE_NAMES), "class", "import", "find_in"])
def test_a_slug_that_the_package_needs_itself(slug: str) -> None:
    found = at(check(spec(first=f"provider: {slug}"), f"{slug}.yaml"), 1, 1)
    assert [(id, help) for id, _, help in found] == [("slug-reserved", f"call it {slug}_sms, say")]


@pytest.mark.parametrize("name", sorted(names.MODULE_NAMES))
def test_a_list_with_a_name_that_the_module_needs_itself(name: str) -> None:
    ((id, message, help),) = at(check(spec(name=f"{name}:")), 4, 3)
    assert (id, help) == ("name-reserved", "choose another name")
    assert message == f"{name} {names.MODULE_NAMES[name]}"


# Values that cannot be emitted well


def test_a_constant_of_nothing() -> None:
    (found,) = check(spec(top="constants: {LIMITS: {value: []}}"))
    assert found.place.line == 3


@pytest.mark.parametrize("digits", ["1" + "0" * 18, "-" + "9" * 19, "9" * 5000])
def test_a_number_that_is_too_long(digits: str) -> None:
    ((_, message, help),) = at(check(spec(code=f"value: {digits}")), 8, 21)
    assert "plain decimal number" not in help
    assert len(message) < 200


EMPTY_KEYS = [
    spec(code="value: 1, permanent: "),
    spec(type="values:"),
    spec(top="documents: {codes: {title: Codes, retrieved: }}"),
]


@pytest.mark.parametrize("text", EMPTY_KEYS)
def test_nothing_behind_a_key_is_called_so(text: str) -> None:
    (found,) = check(text)
    assert (found.id, found.message) == ("value-missing", "nothing stands behind the key")


def test_a_number_of_a_group_is_not_called_a_value_of_the_list() -> None:
    for lines in ("groups: {SOFT: {value: soft}}", "group_values: str\ngroups: {SOFT: {value: 1}}"):
        (found,) = check(spec(list=lines))
        assert "group_values" in found.help


@pytest.mark.parametrize("character", ["\uffff", "\ufffe"])
def test_a_character_that_yaml_refuses_is_named_where_it_stands(character: str) -> None:
    (found,) = check(spec(top=f"note: a{character}b"))
    assert (found.place.line, found.place.column) == (3, 8)
    assert "\n" not in found.message


def test_a_list_of_more_than_a_thousand_codes(project: Project) -> None:
    codes = [f"      C{number}: {{value: {number}}}\n" for number in range(2, 1002)]
    project.write("specs/acme.yaml", SPEC + "".join(codes[:-1]))
    assert project.validate() == Run(0, "", "")
    project.write("specs/acme.yaml", SPEC + "".join(codes))
    run = project.validate()
    assert said(run.out) == [
        "4:3 warning list-long: Result has 1,001 codes: imports and type checks will be slow",
        "help: split it where the page does",
    ]
    assert run.status == 0
    assert project.validate("--strict").status == 1


# Files and folders

FILES = [
    (b"\xff", 1, 1, "not-utf-8", "not UTF-8: byte 0xff cannot be read"),
    (b"a: b\nc: \xe9t\xe9\n", 2, 4, "not-utf-8", "not UTF-8: byte 0xe9 cannot be read"),
    ("a: é\nb: ü".encode() + b"\x80", 2, 5, "not-utf-8", "not UTF-8: byte 0x80 cannot be read"),
    (b"a: \xc3", 1, 4, "not-utf-8", "not UTF-8: byte 0xc3 cannot be read"),
    (b"a: \xed\xa0\x80", 1, 4, "not-utf-8", "not UTF-8: byte 0xed cannot be read"),
    ("provider: acme".encode("utf-16"), 1, 1, "not-utf-8", "not UTF-8: byte 0xff cannot be read"),
]


@pytest.mark.parametrize(("content", "line", "column", "id", "message"), FILES)
def test_a_file_that_is_not_utf_8(
    project: Project, content: bytes, line: int, column: int, id: str, message: str
) -> None:
    project.write("specs/acme.yaml", content)
    run = project.validate()
    assert said(run.out) == [
        f"{line}:{column} {id}: {message}",
        "help: save the file in the encoding UTF-8",
    ]
    assert run.status in (1, 2)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_what_windows_editors_write_is_read(project: Project, mark: bytes, end: bytes) -> None:
    project.write("specs/acme.yaml", mark + SPEC.encode().replace(b"\n", end))
    assert project.validate("--strict") == Run(0, "", "")
    project.write("specs/acme.yaml", mark + spec(code="valeu: 1").encode().replace(b"\n", end))
    assert "8:14 key-unknown: a code has no key valeu" in said(project.validate().out)


def test_a_folder_in_place_of_a_file(project: Project) -> None:
    (project.folder / "specs/acme.yaml").mkdir()
    run = project.validate()
    assert said(run.out) == ["1:1 file-unreadable: cannot be read: Is a directory"]
    assert run.status == 2


def test_a_link_to_nowhere(project: Project) -> None:
    (project.folder / "specs/acme.yaml").symlink_to("nowhere")
    run = project.validate()
    assert said(run.out) == ["1:1 file-unreadable: cannot be read: No such file or directory"]
    assert run.status == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    (project.folder / "specs/acme.yaml").chmod(0)
    run = project.validate()
    assert said(run.out) == ["1:1 file-unreadable: cannot be read: Permission denied"]
    assert run.status == 2


def test_other_files_are_left_alone(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    project.write("specs/notes.txt", b"\xff")
    project.write("specs/schema.json", "{")
    assert project.validate() == Run(0, "", "")


def test_all_findings_of_all_files_in_one_run(project: Project) -> None:
    project.write(
        "specs/bolt.yaml", spec(first="provider: volt", code="value: 1, description: It  left.")
    )
    project.write("specs/acme.yaml", spec(code="valeu: 1, permanent: yes"))
    project.write("specs/core.yaml", b"\xff")
    (project.folder / "specs/dusk.yaml").mkdir()
    run = project.validate()
    heads = [line.split(": ")[0] for line in run.out.splitlines() if line.startswith("specs/")]
    ids = [line.split("[")[1].split("]")[0] for line in run.out.splitlines() if "error[" in line]
    assert list(zip(heads, ids, strict=True)) == [
        ("specs/acme.yaml:8:7", "key-missing"),
        ("specs/acme.yaml:8:14", "key-unknown"),
        ("specs/acme.yaml:8:35", "not-boolean"),
        ("specs/bolt.yaml:1:1", "slug-differs-from-file"),
        ("specs/bolt.yaml:8:37", "text-not-folded"),
        ("specs/core.yaml:1:1", "not-utf-8"),
        ("specs/dusk.yaml:1:1", "file-unreadable"),
    ]
    assert run.out.splitlines()[-1] == "7 errors"
    assert run.status == 2


def test_findings_of_the_wanted_providers_alone(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    project.write("specs/bolt.yaml", spec(first="provider: bolt\nnotte: x"))
    assert project.validate("acme") == Run(0, "", "")
    assert project.validate("bolt").status == 1
    assert project.validate("acme", "bolt").status == 1


# Nothing is written when anything is wrong.
@pytest.mark.parametrize("slugs", [[], ["acme"]])
def test_generate_writes_nothing_for_a_faulty_spec(project: Project, slugs: list[str]) -> None:
    project.write("specs/acme.yaml", SPEC)
    project.write("specs/bolt.yaml", spec(first="provider: bolt\nnotte: x"))
    run = project.run("generate", "--output", "out", *slugs)
    assert (run.status, run.out) == (1, "")
    assert said(run.err, "specs/bolt.yaml") == [
        "2:1 key-unknown: a provider has no key notte",
        "help: did you mean note?",
    ]
    assert not (project.folder / "out").exists()


def test_generate_writes_nothing_under_strict_for_a_warning(project: Project) -> None:
    project.write("specs/acme.yaml", spec(code="value: 1, name_proposed: true"))
    assert project.run("generate", "--output", "out", "--strict").status == 1
    assert not (project.folder / "out").exists()
    assert project.run("generate", "--output", "out").status == 0
    assert (project.folder / "out/acme.py").exists()


# The forms of output

THREE_LEVELS = spec(
    code="value: 1, name_proposed: true, erratum: {page: 1 50% A, reading: r, reason: s}, x: 1"
)


def test_text_has_no_colour_where_nobody_sees_it(project: Project) -> None:
    project.write("specs/acme.yaml", THREE_LEVELS)
    run = project.validate()
    assert run.out == (
        "specs/acme.yaml:8:7: note[erratum]: the page is broken where Result has SENT: 1 50% A\n"
        "specs/acme.yaml:8:7: warning[name-proposed]: the name SENT was proposed by a tool\n"
        "    help: change it if need be, then remove name_proposed\n"
        "specs/acme.yaml:8:94: error[key-unknown]: a code has no key x\n"
        "    help: known here: aliases, description, documented_name, erratum, facts, former_names, group, "
        "links, name_proposed, note, permanent, value\n"
        "1 error, 1 warning, 1 note\n"
    )


COLOURS = [
    "\x1b[36mnote[erratum]\x1b[0m: ",
    "\x1b[33mwarning[name-proposed]\x1b[0m: ",
    "\x1b[31merror[key-unknown]\x1b[0m: ",
]


def test_text_has_colour_on_a_terminal(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("specs/acme.yaml", THREE_LEVELS)
    plain = project.validate().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    coloured = project.validate().out
    assert all(colour in coloured for colour in COLOURS)
    assert re.sub("\x1b\\[[0-9]*m", "", coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert project.validate().out == plain
    monkeypatch.setenv("NO_COLOR", "")
    assert project.validate().out == coloured


@pytest.mark.parametrize("form", ["json", "github"])
def test_no_other_form_has_colour(
    project: Project, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    project.write("specs/acme.yaml", THREE_LEVELS)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b" not in project.validate("--format", form).out


def test_json(project: Project) -> None:
    project.write("specs/acme.yaml", spec(code="value: 1, name_proposed: true, ämdern: 1"))
    run = project.validate("--format", "json")
    assert run.status == 1
    assert run.out.isascii()
    assert json.loads(run.out) == {
        "findings": [
            {
                "id": "name-proposed",
                "level": "warning",
                "file": "specs/acme.yaml",
                "line": 8,
                "column": 7,
                "message": "the name SENT was proposed by a tool",
                "help": "change it if need be, then remove name_proposed",
            },
            {
                "id": "key-unknown",
                "level": "error",
                "file": "specs/acme.yaml",
                "line": 8,
                "column": 45,
                "message": "a code has no key ämdern",
                "help": "known here: aliases, description, documented_name, erratum, facts, "
                "former_names, group, links, name_proposed, note, permanent, value",
            },
        ]
    }


def test_json_without_findings(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    run = project.validate("--format", "json")
    assert (json.loads(run.out), run.status) == ({"findings": []}, 0)


def test_github_annotations(project: Project) -> None:
    project.write("specs/a,b:c%.yaml", THREE_LEVELS.replace("x: 1", "groop: 1"))
    file = "file=specs/a%2Cb%3Ac%25.yaml"
    assert project.validate("--format", "github").out.splitlines() == [
        f"::error {file},line=1,col=1,title=slug-differs-from-file::the provider is called acme "
        "in a file called a,b:c%25%0Arename the file to acme.yaml",
        f"::notice {file},line=8,col=7,title=erratum::the page is broken where Result has SENT: "
        "1 50%25 A",
        f"::warning {file},line=8,col=7,title=name-proposed::the name SENT was proposed by a tool"
        "%0Achange it if need be, then remove name_proposed",
        f"::error {file},line=8,col=94,title=key-unknown::a code has no key groop"
        "%0Adid you mean group?",
    ]


# What a spec says must not steer the terminal it is shown on, nor the runner that reads it.
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_message_cannot_forge_another(project: Project, form: str) -> None:
    project.write("specs/acme.yaml", spec(code=r'value: 1, "x\e[2J\n\r::error::y\u202e": 1'))
    out = project.validate("--format", form).out
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", out)
    assert not re.search("^::error::", out, re.MULTILINE)
    assert "x" in out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_any_encoding_of_the_output_will_do(
    project: Project, monkeypatch: pytest.MonkeyPatch, encoding: str, form: str
) -> None:
    project.write("specs/acme.yaml", spec(code="value: 1, 配信エラー: 1"))
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr("gc.disable", lambda: None)
    assert process(["validate", "--specs", "specs", "--format", form]) == 1
    stream.flush()
    assert b"a code has no key " in stream.buffer.getvalue()


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_file_name_that_is_no_text(
    project: Project, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (project.folder / os.fsdecode(b"specs/\xff.yaml")).write_text(SPEC)
    stream = TextIOWrapper(BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["validate", "--specs", "specs", "--format", form]) == 1
    stream.flush()
    assert b"slug-differs-from-file" in stream.buffer.getvalue()


# The configuration

UNREADABLE = "config-unreadable", "cannot be read: ..."
KNOWN = "known here: black, changelog, output, pairings, site, specs, templates"
CONFIGS = [
    ('specs = "spec', UNREADABLE, ""),
    ("[tool.provider-codes]\nspecs = specs", UNREADABLE, ""),
    (b"\xff\xfe", UNREADABLE, ""),
    ("a = " + "[" * 5000, UNREADABLE, ""),
    ("a = " + "9" * 5000, UNREADABLE, ""),
    (
        "[tool]\nprovider-codes = 3",
        ("config-not-a-table", "tool.provider-codes is not a table"),
        "write [tool.provider-codes]",
    ),
    (
        "[[tool.provider-codes]]\nspecs = 'a'",
        ("config-not-a-table", "tool.provider-codes is not a table"),
        "write [tool.provider-codes]",
    ),
    (
        "[tool.provider-codes]\nspec = 'a'",
        ("key-unknown", "a configuration has no key spec"),
        "did you mean specs?",
    ),
    (
        "[tool.provider-codes]\ncolour = 'red'",
        ("key-unknown", "a configuration has no key colour"),
        KNOWN,
    ),
    (
        "[tool.provider-codes]\nspecs = 3",
        ("text-expected", "text is expected here"),
        "write it in quotes",
    ),
    (
        "[tool.provider-codes]\noutput = ['a']",
        ("text-expected", "a single value is expected here"),
        "",
    ),
    (
        "[tool.provider-codes]\nblack = 'yes'",
        ("not-boolean", "yes is neither true nor false"),
        "write true or false",
    ),
    (
        "[tool.provider-codes]\nblack = 1",
        ("not-boolean", "1 is neither true nor false"),
        "write true or false",
    ),
    (
        "[tool.provider-codes]\npairings = 'pydantic'",
        ("list-expected", "a list is expected here"),
        "write [one, two]",
    ),
    (
        "[tool.provider-codes]\npairings = ['msgspec', 'pydanti']",
        ("choice-unknown", "pydanti is none of msgspec, pydantic, sqlalchemy"),
        "did you mean pydantic?",
    ),
    (
        "[tool.provider-codes]\npairings = [['django']]",
        ("text-expected", "a single value is expected here"),
        "",
    ),
]


@pytest.mark.parametrize("command", ["validate", "generate"])
@pytest.mark.parametrize(("text", "said", "help"), CONFIGS)
def test_a_configuration_that_cannot_be_used(
    project: Project, command: str, text: str | bytes, said: tuple[str, str], help: str
) -> None:
    project.write("pyproject.toml", text)
    run = project.run(command, "--format", "json")
    assert (run.status, run.out) == (2, "")
    (found,) = json.loads(run.err)["findings"]
    id, message = said
    assert (found["id"], found["help"], found["level"]) == (id, help, "error")
    assert abridged([found["message"]], [message]) == [message]
    assert found["file"].endswith("pyproject.toml")
    is_in_the_table = not id.startswith("config-")
    assert found["line"] == (2 if is_in_the_table else 1)


# Not a table of ours, so none of our business; but no reason to fall over it either.
@pytest.mark.parametrize("text", ["tool = 1", "tool = 'text'", "tool = []", "[[tool]]\na = 1"])
def test_a_tool_that_is_no_table_is_no_traceback(project: Project, text: str) -> None:
    project.write("pyproject.toml", text)
    project.write("specs/acme.yaml", SPEC)
    assert project.run("validate").status in (0, 2)


@pytest.mark.parametrize("key", ["specs", "output", "templates"])
def test_a_folder_that_no_system_can_name(project: Project, key: str) -> None:
    project.write("specs/acme.yaml", SPEC)
    table = {"specs": "specs", "output": "out"} | {key: r"a\u0000b"}
    text = "".join(f'{name} = "{folder}"\n' for name, folder in table.items())
    project.write("pyproject.toml", f"[tool.provider-codes]\n{text}")
    run = project.run("generate")
    assert run.status == 2
    assert run.err
    assert not (project.folder / "out").exists()


def test_a_folder_of_templates_that_is_not_there(project: Project) -> None:
    project.write("specs/acme.yaml", SPEC)
    run = project.run("generate", "--output", "out", "--templates", "templats")
    assert run.status == 2
    assert "templats" in run.err
    assert not (project.folder / "out").exists()


def test_the_table_of_a_parent_folder_is_found(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("pyproject.toml", '[tool.provider-codes]\nspecs = "specs"')
    project.write("specs/acme.yaml", spec(code="valeu: 1"))
    project.write("below/pyproject.toml", "[project]\nname = 'other'")
    monkeypatch.chdir(project.folder / "below")
    run = project.run("validate")
    assert run.status == 1
    assert said(run.out, "../specs/acme.yaml")[0] == "8:7 key-missing: a code needs the key value"


# Usage

NO_FOLDER = "set specs in [tool.provider-codes] of pyproject.toml, or --specs"
USAGE = [
    (
        ["validate", "--specs", "missing"],
        f"provider-codes: the specs cannot be read: missing: No such file or directory; {NO_FOLDER}\n",
    ),
    (
        ["validate", "--specs", "specs/acme.yaml"],
        f"provider-codes: the specs cannot be read: specs/acme.yaml: Not a directory; {NO_FOLDER}\n",
    ),
    (["validate", "acm"], "provider-codes: there is no spec of acm: did you mean acme?\n"),
    (["validate", "acme", "zzz"], "provider-codes: there is no spec of zzz: known here: acme\n"),
    (
        ["generate", "--output", "out", "zzz"],
        "provider-codes: there is no spec of zzz: known here: acme\n",
    ),
    (
        ["generate"],
        "provider-codes: no output folder: set output in [tool.provider-codes] of pyproject.toml, or "
        "--output\n",
    ),
    (
        ["generate", "--output", "specs/acme.yaml"],
        "provider-codes: specs/acme.yaml...",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_wrong_usage(project: Project, arguments: list[str], message: str) -> None:
    project.write("specs/acme.yaml", SPEC)
    run = project.run(*arguments)
    assert (run.status, run.out) == (2, "")
    assert abridged([run.err], [message]) == [message]


# A wrong folder must not pass for a sound one, nor empty the package that was emitted before.
@pytest.mark.parametrize("name", [None, "acme.yml", "acme.yaml.orig", ".yaml"])
def test_a_folder_without_specs(project: Project, name: str | None) -> None:
    project.write("specs/acme.yaml", SPEC)
    assert project.run("generate", "--output", "out").status == 0
    (project.folder / "specs/acme.yaml").unlink()
    if name is not None:
        project.write(f"specs/{name}", SPEC)
    message = "provider-codes: there are no specs in specs\n"
    assert project.validate() == Run(2, "", message)
    assert project.run("generate", "--output", "out") == Run(2, "", message)
    assert (project.folder / "out/acme.py").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["validat"],
        ["validate", "--format", "xml"],
        ["validate", "--output", "out"],
        ["generate", "--check", "--diff"],
    ],
)
def test_arguments_that_are_not_understood(project: Project, arguments: list[str]) -> None:
    run = project.run(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("usage: provider-codes")


def test_a_current_folder_that_is_gone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = project.folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    run = project.run("validate")
    assert run.status == 2
    assert run.err


# Whatever it is

VALID = """\
# A spec with something of everything.
provider: acme
title: "Acme SMS"
documents:
  codes: {title: Codes, address: "https://docs.acme.example", retrieved: 2026-11-22}
constants:
  LIMITS: {value: [a, "2"], description: Two of them., document: codes}
families:
  error: [Result, Reason]
lists:
  Result:
    title: Results
    document: codes
    values: int
    documents: [name, permanent, group]
    tables: {heading: Results, group: "{name} ({value})", columns: {value: Id, name: Name}}
    groups:
      SOFT: {value: 1, documented_name: Soft}
    codes:
      SENT:
        value: 1
        permanent: false
        group: SOFT
        description: >-
          It left
          our hands.
        aliases: {LEFT: {description: The same.}}
        former_names: [GONE]
    withdrawn:
      LOST: {value: 2, since: 2026-01-01, permanent: true, group: SOFT, in_enum: true}
  Reason:
    title: Reasons
    values: str
    codes:
      NO_ROUTE: {value: "no route", erratum: {page: x, reading: r, reason: z}}
"""


def assert_only_findings(text: str) -> list[Finding]:
    """Whatever the text is: findings, each with a place in it and with words."""
    findings = check(text)
    lines = text.split("\n")
    for found in findings:
        assert found.id
        assert found.message.strip()
        assert found.place.file == "acme.yaml"
        assert 1 <= found.place.line <= len(lines) + 1
        assert 1 <= found.place.column
    return findings


def test_the_valid_spec_is_valid() -> None:
    assert [found.level for found in check(VALID)] == ["note"]


def one_line_changed(text: str, number: int, change: int, other: int) -> str:
    """The text with a line left out, doubled, moved, or in the place of another."""
    lines = text.splitlines(keepends=True)
    at, there = number % len(lines), other % len(lines)
    match change % 4:
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(there, lines.pop(at))
        case _:
            lines[at] = lines[there]
    return "".join(lines)


def one_character_changed(text: str, number: int, change: int, new: str) -> str:
    """The text with a character left out, doubled, replaced, or with another before it."""
    at = number % len(text)
    middle = ["", text[at] * 2, new, new + text[at]][change % 4]
    return text[:at] + middle + text[at + 1 :]


CHANGES = st.tuples(st.booleans(), st.integers(0, 10**4), st.integers(0, 3), st.integers(0, 10**4))
CHARACTERS = (
    st.sampled_from("\t\r\n\x00\u202e\ufeff '\"\\#&*!|>%@`{}[],:?-~0aA_é字") | st.characters()
)


@settings(deadline=None, max_examples=300)
@given(st.text())
@example("")
@example("\ufeff")
@example("\ud800")
@example("\uffff")
@example("---\n...\n---\n")
@example("? ? ? a\n")
@example("- [" * 20000)
@example("a: " + "9" * 5000)
@example("!<tag:yaml.org,2002:python/object/apply:os.system> [x]")
def test_any_text_gives_findings_and_no_traceback(text: str) -> None:
    assert assert_only_findings(text)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(sorted(set(re.findall(r"\w+|\W", VALID)))), max_size=60).map("".join)
)
def test_any_words_of_a_spec_give_findings_and_no_traceback(text: str) -> None:
    assert assert_only_findings(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(CHANGES, min_size=1, max_size=4), st.lists(CHARACTERS, min_size=4, max_size=4))
def test_a_damaged_spec_gives_findings_and_no_traceback(
    changes: list[tuple[bool, int, int, int]], characters: list[str]
) -> None:
    text = VALID
    for (of_line, number, change, other), character in zip(changes, characters, strict=False):
        if of_line and text:
            text = one_line_changed(text, number, change, other)
        elif text:
            text = one_character_changed(text, number, change, character)
    assert_only_findings(text)


@settings(deadline=None, max_examples=100)
@given(content=st.binary())
def test_any_bytes_give_findings_and_no_traceback(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "acme.yaml"
    path.write_bytes(content)
    registry, findings, unread = load_folder(path.parent, "specs")
    assert findings or policies.check_codes(registry, unread)

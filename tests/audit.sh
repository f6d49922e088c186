#!/bin/sh
# What is known against the pinned packages: nothing (0), something (1), or it cannot be had (2).
audit=$1
shift

output=$("$audit" --disable-pip --require-hashes --progress-spinner off \
    $(printf -- "--requirement %s " "$@") 2>&1)
status=$?
missing=$(printf '%s\n' "$output" | grep -c "could not be audited")
printf '%s\n' "$output" | grep -v "could not be audited"
# It ends with 1 also where it could not ask: only its own report tells the two apart.
if printf '%s\n' "$output" | grep -q "^Found [0-9]* known vulnerabilit"; then
    exit 1
elif [ "$status" != 0 ]; then
    echo "not audited: the data on known weaknesses cannot be had from here"
    exit 2
elif [ "$missing" != 0 ]; then
    echo "not audited: of $missing pinned packages, the data on known weaknesses cannot be had from here"
    exit 2
fi

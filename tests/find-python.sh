#!/bin/sh
# Print the path of a Python of each of the given versions (3.11 3.12 ...), one a line;
# nothing for a version that this machine does not have. A name on the PATH may be the
# shim of a version manager that leads nowhere, so each candidate has to run.
for version in "$@"; do
    prefix=$(pyenv prefix "$version" 2>/dev/null) || prefix=
    for candidate in "python$version" ${prefix:+"$prefix/bin/python$version"} python3; do
        found=$("$candidate" -c 'import sys; print(sys.executable if "%d.%d" % sys.version_info[:2] == sys.argv[1] else "")' \
            "$version" 2>/dev/null) || continue
        if [ -n "$found" ]; then
            echo "$found"
            break
        fi
    done
done

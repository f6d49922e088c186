"""Run `sys.argv[2:]` with its output in the file `sys.argv[1]`, and print what it took.

A process inherits the peak memory of its parent, so this one imports almost nothing.
"""

import os
import sys
import time

log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
actions = [(os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)]
start = time.perf_counter()
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=actions)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - start
# In KiB; in bytes on macOS.
peak = usage.ru_maxrss // 1024 if sys.platform == "darwin" else usage.ru_maxrss
print(seconds, peak, os.waitstatus_to_exitcode(status))

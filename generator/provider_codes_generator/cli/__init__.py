"""Arguments in, exit code out.

One function per command connects the other rooms, prints, and returns the exit code. `COMMANDS`
declares each command with its arguments.
"""

from .app import main as main, parser as parser

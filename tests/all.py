"""The one test command: format, lint, types, import contracts, content, tests. Stops at the first failure."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))

STEPS = (
    [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."],
    [sys.executable, "-m", "ruff", "check", "--quiet", "."],
    [sys.executable, "-m", "mypy"],
    [str(SCRIPTS / "lint-imports"), "--no-cache"],
    [sys.executable, "-m", "reader", "check", "--levels", "--figures", "30"],
    [sys.executable, "-m", "pytest", "-n", str(min(4, os.cpu_count() or 1)), *sys.argv[1:]],
)


def main() -> int:
    """Run every step in the project's folder; return the first exit status that isn't 0."""
    # Colours in the environment would change what the screens look like.
    environ = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    for step in STEPS:
        print("+", " ".join(Path(word).name if "/" in word else word for word in step), flush=True)
        status = subprocess.run(step, cwd=ROOT, env=environ, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())

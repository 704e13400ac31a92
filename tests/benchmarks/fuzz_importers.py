"""Give every importer 10,000 random and spoilt inputs; print what came of them, and the slowest.

Run ``python tests/benchmarks/fuzz_importers.py [COUNT] [SEED]``. The run stops at nothing: what raises
anything but a sentence is written to the folder ``fuzz-found`` in the temporary folder, and counted.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.articles.importing.spoiling import KINDS, outcome, spoilt


def fuzz(kind: str, count: int, seed: str, found: Path) -> tuple[Counter[str], float]:
    """Return how many inputs came to what, and the longest time one took, in seconds."""
    tally: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        data = spoilt(kind, random.Random(f"{seed} {kind} {number}"))
        start = time.perf_counter()
        try:
            tally["refused" if isinstance(outcome(data, kind), str) else "read"] += 1
        except Exception:  # noqa: BLE001 - whatever it is, it is what the run looks for
            tally["FAILED"] += 1
            found.mkdir(exist_ok=True)
            (found / f"{number}-{kind or 'none'}").write_bytes(data)
            if tally["FAILED"] <= 3:
                traceback.print_exc()
        taken = time.perf_counter() - start
        if taken > slowest:
            slowest = taken
            if taken > 1:
                found.mkdir(exist_ok=True)
                (found / f"slow-{number}-{kind or 'none'}").write_bytes(data)
    return tally, slowest


def main() -> int:
    """Fuzz each importer; return 1 where anything failed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "dubao"
    found = Path(tempfile.gettempdir()) / "fuzz-found"
    failed = 0
    for kind in KINDS:
        tally, slowest = fuzz(kind, count, seed, found)
        failed += tally["FAILED"]
        print(f"{kind or 'no name':9}  {dict(tally)}  slowest {slowest:.2f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

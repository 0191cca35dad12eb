"""Reference values for lib/stats, computed with SciPy: python3 tests/stats/reference/reference.py > tests/stats/reference/reference.json

The tests read the JSON and need no Python. Made with SciPy 1.17.1 and NumPy 2.4.6.
"""

import json

import numpy as np
from scipy import stats

Z95 = stats.norm.ppf(0.975)


def greater():
    """Chance that one estimate is greater than another, from 95 % intervals, by the normal distribution of SciPy."""
    pairs = [
        ((4, 1.7, 7.9), (2, 0.9, 4)),
        ((2, 0.9, 4), (4, 1.7, 7.9)),
        ((0.012, 0.009, 0.02), (0.0115, 0.011, 0.012)),
        ((0.003, 0.001, 0.004), (0.03, 0.02, 0.05)),
        ((-0.01, -0.02, 0.01), (0.002, 0.001, 0.003)),
    ]
    cases = []
    for a, b in pairs:
        d = a[0] - b[0]
        facing = np.hypot(a[0] - a[1], b[2] - b[0]) if d >= 0 else np.hypot(a[2] - a[0], b[0] - b[1])
        cases.append({"first": a, "second": b, "chance": stats.norm.cdf(d / (facing / Z95))})
    return cases


if __name__ == "__main__":
    made = {"greater": greater()}
    print(json.dumps(made, indent=2, default=float))

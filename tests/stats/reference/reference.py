"""Reference values for lib/stats, computed with SciPy: python3 tests/stats/reference/reference.py > tests/stats/reference/reference.json

The tests read the JSON and need no Python. Made with SciPy 1.17.1 and NumPy 2.4.6.
"""

import json

import numpy as np
from scipy import optimize, stats

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


def sample(seed, n, sigma=0.9, shift=0.0):
    return [round(float(v), 6) for v in np.exp(np.random.default_rng(seed).normal(shift, sigma, n))]


def log_t(values, half=0.5):
    """The interval of lib/stats/typical.ts for 5 to 19 values: t interval of the mean log."""
    logs = np.log(np.array(values) + half)
    low, high = stats.t.interval(0.95, len(logs) - 1, loc=logs.mean(), scale=stats.sem(logs))
    return float(np.exp(low) - half), float(np.exp(high) - half)


def log_t_cases():
    return [{"values": v, "low": log_t(v)[0], "high": log_t(v)[1]} for v in (sample(1, 5), sample(2, 8), sample(3, 12), sample(4, 19))]


def ratio():
    """Ratio of two quantities from their intervals (MOVER on logs); with symmetric log intervals it is that of a normal difference."""
    cases = []
    for seed in (11, 12, 13):
        a, b = sample(seed, 9, shift=0.7), sample(seed + 50, 14)
        ea = (float(np.exp(np.log(a).mean())), *log_t(a, 0.0))
        eb = (float(np.exp(np.log(b).mean())), *log_t(b, 0.0))
        se = np.hypot(np.log(ea[2] / ea[1]) / 2, np.log(eb[2] / eb[1]) / 2) / Z95
        low, high = stats.norm.interval(0.95, loc=np.log(ea[0] / eb[0]), scale=se)
        cases.append({"first": ea, "second": eb, "value": ea[0] / eb[0], "low": np.exp(low), "high": np.exp(high)})
    return cases


def two_samples():
    """Cliff's delta and the exact p of the Mann-Whitney U; the permutation test of the absolute difference of mean logs, exact or with many draws."""
    cases = []
    pairs = [
        (sample(21, 5), sample(22, 5, shift=1.5)),
        (sample(23, 7, shift=0.8), sample(24, 8)),
        (sample(25, 12), sample(26, 20, shift=0.6)),
        (sample(27, 30, shift=0.3), sample(28, 25)),
        ([1, 2, 2, 3, 5], [2, 2, 4, 5, 5, 8]),
        (sample(29, 300), sample(30, 250, shift=0.15)),
    ]
    for a, b in pairs:
        u = stats.mannwhitneyu(a, b).statistic
        ranks = stats.rankdata(a + b)
        exact = len(a) + len(b) <= 15

        def permuted(x, y):
            return stats.permutation_test(
                (x, y),
                lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis)),
                alternative="greater",
                vectorized=True,
                n_resamples=np.inf if exact else 100_000,
                rng=np.random.default_rng(1),
            ).pvalue

        tied = len(set(a + b)) < len(a + b)
        u_p = permuted(ranks[: len(a)], ranks[len(a) :]) if tied else stats.mannwhitneyu(a, b, method="exact").pvalue
        delta = 2 * u / (len(a) * len(b)) - 1
        cases.append({"first": a, "second": b, "delta": delta, "p": permuted(np.log(a), np.log(b)), "uP": u_p, "exact": exact})
    return cases


def holm():
    """Holm's step-down by the closed-testing definition, written independently of the code under test."""
    cases = []
    for ps in ([0.01, 0.04, 0.03], [0.5], [0.2, 0.2, 0.001, 0.9], [0.012, 0.03, 0.02, 0.049, 0.6]):
        m = len(ps)
        adjusted = []
        for p in ps:
            below = [q for q in ps if q <= p]
            adjusted.append(min(1.0, max(q * (m - sum(r < q for r in ps)) for q in below)))
        cases.append({"ps": ps, "adjusted": adjusted})
    return cases


def negative_binomial():
    """t interval of the mean count on the log scale (delta method), for counts that spread more than a Poisson's."""
    cases = []
    for counts in ([0, 9, 1, 0, 12, 3, 0, 7], [4, 2, 15, 1, 0, 3, 8, 22, 1, 0, 0, 5], [30, 2, 2, 2, 2, 2]):
        c = np.array(counts)
        low, high = stats.t.interval(0.95, len(c) - 1, loc=np.log(c.mean()), scale=stats.sem(c) / c.mean())
        cases.append({"counts": counts, "value": c.mean(), "low": np.exp(low), "high": np.exp(high)})
    return cases


def wilson():
    cases = []
    for k, n in ((0, 5), (7, 12), (12, 12), (1, 40)):
        ci = stats.binomtest(k, n).proportion_ci(method="wilson")
        cases.append({"hits": k, "of": n, "low": ci.low, "high": ci.high})
    return cases


def burstiness():
    """Kim and Jo's measure with NumPy, its interval by a jackknife that leaves out each gap in turn."""

    def measure(gaps):
        n, r = len(gaps), stats.variation(gaps)
        return (np.sqrt(n + 1) * r - np.sqrt(n - 1)) / ((np.sqrt(n + 1) - 2) * r + np.sqrt(n - 1))

    cases = []
    for seed, shape in ((41, 1.0), (42, 0.3), (43, 8.0)):
        gaps = np.round(np.random.default_rng(seed).gamma(shape, 1 / shape, 25), 6)
        without = np.array([measure(np.delete(gaps, i)) for i in range(len(gaps))])
        n = len(gaps)
        reach = stats.t.ppf(0.975, n - 1) * np.sqrt((n - 1) * np.var(without))
        value = measure(gaps)
        cases.append({"gaps": gaps.tolist(), "value": value, "low": max(-1, value - reach), "high": min(1, value + reach)})
    return cases


def heavy_mean():
    """Cox's interval of a log-normal mean with Student's t."""
    cases = []
    for seed, n in ((51, 6), (52, 15), (53, 40)):
        values = sample(seed, n)
        logs = np.log(values)
        s2 = logs.var(ddof=1)
        scale = np.sqrt(s2 / n + s2**2 / (2 * (n - 1)))
        low, high = stats.t.interval(0.95, n - 1, loc=logs.mean() + s2 / 2, scale=scale)
        cases.append({"values": values, "value": np.mean(values), "low": np.exp(low), "high": np.exp(high)})
    return cases


def theil_sen():
    """Slope and Sen's interval, and the two-sided Mann-Kendall p (Kendall's tau against time, normal approximation)."""
    cases = []
    series = [
        [3, 4, 2, 6, 5, 8, 7, 9, 12, 8],
        [5, 5, 4, 5, 6, 5, 4, 5, 5],
        np.round(np.random.default_rng(61).normal(0, 1, 30) - 0.05 * np.arange(30), 6).tolist(),
        [1, 2, 3, 400, 5, 6, 7, 8],
    ]
    for y in series:
        found = stats.theilslopes(y, np.arange(len(y)), 0.95)
        p = stats.kendalltau(np.arange(len(y)), y, method="asymptotic").pvalue
        cases.append({"y": y, "value": found.slope, "low": found.low_slope, "high": found.high_slope, "p": p})
    return cases


def evenness():
    return [{"counts": c, "value": stats.entropy(c) / np.log(len(c))} for c in ([5, 3, 1], [1, 1, 1, 1], [40, 1, 1, 2, 6])]


def shrink():
    """Normal effects around 0: the posterior, their variance at the peak of the adjusted likelihood as SciPy's optimizer finds it."""
    cases = []
    for values, variances in (([0.5, -0.2, 0.9, 0.1], [0.1, 0.05, 0.2, 0.02]), ([0.3, -0.1, 0.05, 0.2, -0.25, 0.1], [0.02, 0.02, 0.05, 0.01, 0.03, 0.02])):
        m, v = np.array(values), np.array(variances)
        adjusted = lambda t: -np.log(t) - np.sum(stats.norm.logpdf(m, 0, np.sqrt(v + t)))
        between = optimize.minimize_scalar(adjusted, bounds=(1e-9, 1), method="bounded", options={"xatol": 1e-12}).x
        post = stats.norm(m * between / (between + v), np.sqrt(1 / (1 / between + 1 / v)))
        low, high = post.interval(0.95)
        cases.append({"effects": [{"value": a, "variance": b} for a, b in zip(values, variances)], "value": post.mean().tolist(), "low": low.tolist(), "high": high.tolist()})
    return cases


def groups():
    """Permutation test of the F statistic."""
    cases = []
    for seed, shifts in ((71, (0, 0, 0, 0)), (72, (0, 0.4, 0.9)), (73, (0, 0, 0, 0.8, 0))):
        rng = np.random.default_rng(seed)
        made = [np.round(rng.normal(shift, 1, 9), 6) for shift in shifts]
        p = stats.permutation_test(made, lambda *g, axis: stats.f_oneway(*g, axis=axis).statistic, alternative="greater", vectorized=True, n_resamples=20_000, rng=np.random.default_rng(1)).pvalue
        cases.append({"groups": [g.tolist() for g in made], "p": p})
    return cases


def beta():
    return [{"p": p, "a": a, "b": b, "x": stats.beta.ppf(p, a, b)} for a, b in ((1, 1), (10, 23), (1, 41), (12.5, 0.5), (400, 7)) for p in (0.025, 0.5, 0.975)]


def kaplan_meier():
    """The first times at which curve and log-log interval are at or below one half."""
    cases = []
    for came, waiting in (([1, 3, 3, 6, 8, 10, 12, 20], [2, 5, 9, 15, 30, 30]), ([1, 2, 3, 4, 5, 6, 7, 8, 9], []), ([2, 4], [5, 6, 7, 8]), ([5, 5, 5, 6, 6, 9, 40], [6, 12, 12])):
        sf = stats.ecdf(stats.CensoredData(uncensored=came, right=waiting)).sf
        ci = sf.confidence_interval(0.95, method="log-log")
        first = lambda ps: next((t for t, p in zip(sf.quantiles, ps) if p <= 0.5), None)
        cases.append({"came": came, "waiting": waiting, "value": first(sf.probabilities), "low": first(ci.low.probabilities), "high": first(np.where(np.isnan(ci.high.probabilities), sf.probabilities, ci.high.probabilities))})
    return cases


if __name__ == "__main__":
    made = {"greater": greater(), "logT": log_t_cases(), "ratio": ratio(), "twoSamples": two_samples(), "holm": holm()}
    made |= {"negativeBinomial": negative_binomial(), "wilson": wilson(), "burstiness": burstiness(), "heavyMean": heavy_mean()}
    made |= {"theilSen": theil_sen(), "evenness": evenness(), "shrink": shrink(), "groups": groups()}
    made |= {"beta": beta(), "kaplanMeier": kaplan_meier()}
    print(json.dumps(made, default=float))

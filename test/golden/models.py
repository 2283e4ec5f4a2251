"""Makes models.json: what statsmodels and statsforecast say to the series of series.ts.

pip install statsforecast==2.1.1 statsmodels; python models.py > models.json
"""
import json
import re
import pathlib
import warnings

import numpy as np
import statsforecast
import statsmodels
from statsforecast.models import AutoCES, AutoETS, DynamicOptimizedTheta
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

warnings.filterwarnings("ignore")
text = (pathlib.Path(__file__).parent / "series.ts").read_text()


def series(name):
    body = re.search(name + r" = Float64Array\.from\(\[(.*?)\]\)", text, re.S).group(1)
    return np.array([float(v) for v in body.split(",") if v.strip()])


air, nile = series("airPassengers"), series("nile")
figure = [-20.0, -25, -5, -8, -6, 30, 65, 62, 15, -20, -50, -38]


def ets(y, trend, damped, season, first):
    """One-step and further means with given smoothing and given states before the first value."""
    model = ETSModel(
        y, error="add", trend=trend, damped_trend=damped, seasonal=season, seasonal_periods=12 if season else None,
        initialization_method="known", initial_level=120.0, initial_trend=1.5 if trend else None,
        initial_seasonal=first,
    )
    parameters = {"smoothing_level": 0.4}
    if trend:
        parameters["smoothing_trend"] = 0.1
    if season:
        parameters["smoothing_seasonal"] = 0.2
    if damped:
        parameters["damping_trend"] = 0.95
    values = [parameters[name] if name in parameters else None for name in model.param_names]
    start = [120.0] + ([1.5] if trend else []) + (list(first) if first else [])
    free = [v for v in values if v is not None]
    fit = model.smooth(free + start if len(model.param_names) > len(free) else free)
    return {"fitted": list(fit.fittedvalues[-3:]), "mean": list(fit.forecast(14))}


def ces(kind):
    m = AutoCES(season_length=12, model=kind).fit(y=air)
    states = m.model_["states"]
    lag = 1 if kind == "N" else 12
    return {
        "parameters": {k: float(v) for k, v in m.model_["par"].items() if not np.isnan(v)},
        "states": states[:lag].tolist(),
        "fitted": m.model_["fitted"][-3:].tolist(),
        "mean": m.predict(h=14)["mean"].tolist(),
    }


def multiplied(trend, damped):
    m = AutoETS(season_length=12, model="M" + trend + "M", damped=damped).fit(y=air)
    par = np.asarray(m.model_["par"], float).tolist()
    return {
        # smoothing of level, growth and season, damping
        "parameters": [0 if np.isnan(v) else v for v in par[:4]],
        "state": np.asarray(m.model_["states"])[0].tolist(),
        "fitted": np.asarray(m.model_["fitted"])[-3:].tolist(),
        "mean": m.predict(h=14)["mean"].tolist(),
    }


def theta(y, m):
    fit = DynamicOptimizedTheta(season_length=m).fit(y=y)
    return {"mean": fit.predict(h=14)["mean"].tolist()}


print(json.dumps({
    "source": f"statsmodels {statsmodels.__version__} ETSModel.smooth, statsforecast {statsforecast.__version__}",
    "ets": {
        "N": ets(air, None, False, None, None),
        "A": ets(air, "add", False, None, None),
        "Ad": ets(air, "add", True, None, None),
        "AdA": ets(air, "add", True, "add", figure),
    },
    "multiplied": {"MNM": multiplied("N", False), "MAdM": multiplied("A", True)},
    "ces": {kind: ces(kind) for kind in "NSPF"},
    "theta": {"airPassengers": theta(air, 12), "nile": theta(nile, 1)},
}, indent=1))

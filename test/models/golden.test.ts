import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CesKind, extrapolateComplex, smoothComplex } from "../../src/models/local/ces-recursion.ts";
import { extrapolate, smooth } from "../../src/models/local/ets/ets-recursion.ts";
import { theta } from "../../src/models/local/theta.ts";
import { seriesOf } from "../contracts/model.ts";
import { airPassengers, nile } from "../golden/series.ts";

interface Path {
  readonly fitted: readonly number[];
  readonly mean: readonly number[];
}
/** Made by test/golden/models.py with statsmodels and statsforecast. */
const golden: {
  readonly ets: Readonly<Record<string, Path>>;
  readonly multiplied: Readonly<
    Record<string, Path & { parameters: readonly number[]; state: readonly number[] }>
  >;
  readonly ces: Readonly<
    Record<CesKind, Path & { parameters: Record<string, number>; states: readonly (readonly number[])[] }>
  >;
  readonly theta: Readonly<Record<string, { readonly mean: readonly number[] }>>;
} = JSON.parse(readFileSync(new URL("../golden/models.json", import.meta.url), "utf8"));

/** Equal to a relative tolerance, one by one. */
function same(values: Float64Array, expected: readonly number[], relative: number): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(values[i] - value)).toBeLessThanOrEqual(relative * Math.abs(value));
  });
}

describe("exponential smoothing with given parameters and states equals statsmodels", () => {
  const figures = {
    N: [],
    A: [-20, -25, -5, -8, -6, 30, 65, 62, 15, -20, -50, -38],
  };
  const forms: readonly (readonly [string, boolean, number, "N" | "A"])[] = [
    ["N", false, 1, "N"],
    ["A", true, 1, "N"],
    ["Ad", true, 0.95, "N"],
    ["AdA", true, 0.95, "A"],
  ];
  test.each(forms)("%s", (name, trend, phi, season) => {
    const state = Float64Array.of(120, trend ? 1.5 : 0, ...figures[season]);
    const predicted = new Float64Array(144);
    smooth(
      airPassengers,
      season,
      12,
      { alpha: 0.4, beta: trend ? 0.1 : 0, gamma: season === "N" ? 0 : 0.2, phi },
      state,
      predicted,
    );
    same(predicted.slice(-3), golden.ets[name].fitted, 1e-10);
    same(extrapolate(state, season, 12, phi, 144, 14), golden.ets[name].mean, 1e-10);
  });
});

describe("multiplied season with the parameters and first states of statsforecast equals it", () => {
  test.each(["MNM", "MAdM"])("%s", (name) => {
    const { parameters, state: first, fitted, mean } = golden.multiplied[name];
    const [alpha = 0, beta = 0, gamma = 0, damping = 0] = parameters;
    const trend = name === "MAdM";
    // statsforecast keeps the latest seasonal value first
    const season = first.slice(trend ? 2 : 1).reverse();
    const state = Float64Array.of(first[0], trend ? first[1] : 0, ...season);
    const phi = trend ? damping : 1;
    const predicted = new Float64Array(144);
    smooth(airPassengers, "M", 12, { alpha, beta, gamma, phi }, state, predicted);
    same(predicted.slice(-3), fitted, 1e-9);
    // later steps: statsforecast adds the covariance of level and season, which a path of means leaves out
    same(extrapolate(state, "M", 12, phi, 144, 1), mean.slice(0, 1), 1e-9);
  });
});

describe("complex exponential smoothing with the parameters and first states of statsforecast equals it", () => {
  test.each(["N", "S", "P", "F"] as const)("%s", (kind) => {
    const { parameters: p, states, fitted, mean } = golden.ces[kind];
    const last = states.at(-1)!;
    const season = (column: number) => Float64Array.from(states, (row) => row[column] ?? 0);
    const state = {
      level: kind === "S" ? 0 : last[0],
      hidden: kind === "S" ? 0 : last[1],
      season: kind === "N" ? new Float64Array(1) : season(kind === "S" ? 0 : 2),
      hiddenSeason: kind === "N" || kind === "P" ? new Float64Array(12) : season(kind === "S" ? 1 : 3),
    };
    const parameters =
      kind === "S"
        ? { a0: 0, a1: 0, b0: p.alpha_0!, b1: p.alpha_1! }
        : { a0: p.alpha_0!, a1: p.alpha_1!, b0: p.beta_0 ?? 0, b1: p.beta_1 ?? 0 };
    const predicted = new Float64Array(144);
    smoothComplex(airPassengers, kind, parameters, state, predicted);
    same(predicted.slice(-3), fitted, 1e-9);
    same(extrapolateComplex(kind, parameters, state, 144, 14), mean, 1e-9);
  });
});

test("dynamic optimised theta with the classical season comes to statsforecast's forecasts", () => {
  const options = { season: "classical", first: 3 } as const;
  // both search; statsforecast by a simplex that stops at about 1e-3
  same(theta(options).fit(seriesOf(airPassengers, 12)).mean(14), golden.theta.airPassengers!.mean, 5e-3);
  same(theta(options).fit(seriesOf(nile, 1)).mean(14), golden.theta.nile!.mean, 5e-3);
});

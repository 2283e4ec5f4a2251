import type { Forecast } from "../../src/index.ts";
import { runEngine } from "../engine.ts";
import { levelsOfLoss } from "../left-out/losses.ts";
import type { Row } from "../results.ts";
import { scorePoints } from "../score.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { atMost, row } from "./figure.ts";
import { pointsOf } from "./rare.ts";

/** Months of the sums whose ranges are held against those of the own history, and what was asked of them. */
const asked: readonly (readonly [months: number, most: number])[] = [
  [1, 0.985],
  [3, 0.98],
  [6, 0.97],
];
/** Months at the end in which a part was asked for that must be expected to be asked for again. */
const lately = 24;

/** The training part with nothing missing, as own quantiles read it. */
const known = ({ train }: SplitSeries): Float64Array =>
  train.map((value) => (Number.isNaN(value) ? 0 : value));

const pinball = (actual: number, quantile: number, level: number): number =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);

/** Sums of every `months` in a row, ascending. */
function windows(values: Float64Array, months: number): Float64Array {
  const sums = Array.from({ length: values.length - months + 1 }, (_, t) =>
    values.subarray(t, t + months).reduce((sum, value) => sum + value, 0),
  );
  return Float64Array.from(sums).sort();
}

const ofHistory = (one: SplitSeries, months: number): number[] => {
  const sorted = windows(known(one), months);
  return levelsOfLoss.map((level) => sorted[Math.max(0, Math.ceil(level * sorted.length) - 1)]);
};

/** Mean pinball loss of sums of `months`, each series in units of its mean monthly change, ours by that of own quantiles. */
function lossRatio(
  panel: readonly SplitSeries[],
  ours: ReadonlyMap<string, Forecast>,
  months: number,
): number {
  let [own, theirs] = [0, 0];
  for (const one of panel) {
    const values = known(one);
    const first = values.findIndex((value) => value > 0);
    const change =
      values
        .subarray(first)
        .reduce((sum, value, t, all) => (t > 0 ? sum + Math.abs(value - all[t - 1]) : 0), 0) /
      (values.length - first - 1);
    if (!(change > 0)) continue;
    const forecast = ours.get(one.id);
    const history = ofHistory(one, months);
    for (let t = 0; t + months <= (months > 1 ? months : one.test.length); t++) {
      const actual = one.test.subarray(t, t + months).reduce((sum, value) => sum + value, 0);
      levelsOfLoss.forEach((level, i) => {
        if (level < 0.5) return;
        const rows = months > 1 ? forecast?.cumulative.quantiles : forecast?.demand.quantiles;
        own += pinball(actual, rows?.[i]?.[t + months - 1] ?? Number.NaN, level) / change;
        theirs += pinball(actual, history[i], level) / change;
      });
    }
  }
  return own / theirs;
}

/** Parts of a refinery: ranges against own quantiles, errors against plain methods, bias, parts given up. */
export function refineryRows(): Row[] {
  const panel = sets.oil();
  if (panel === undefined) return [];
  const set = "a refinery's parts";
  const ours = runEngine(panel, levelsOfLoss).forecasts;
  const score = scorePoints(panel, new Map([...ours].map(([id, { demand }]) => [id, demand.mean])));
  const mean = new Map(
    panel.map((one) => {
      const values = known(one);
      const level = values.reduce((sum, value) => sum + value / values.length, 0);
      return [one.id, new Float64Array(one.horizon).fill(level)];
    }),
  );
  const others = [pointsOf(panel, "ses"), pointsOf(panel, "tsb"), mean];
  const least = Math.min(...others.map((points) => scorePoints(panel, points).rmsse));
  const givenUp = panel.filter(
    (one) =>
      known(one)
        .slice(-lately)
        .some((value) => value > 0) && ours.get(one.id)?.demand.mean.every((value) => value === 0),
  ).length;
  return [
    ...asked.map(([months, most]) =>
      atMost(
        set,
        `quantiles of ${months === 1 ? "a month" : `${months} months`} by own quantiles`,
        lossRatio(panel, ours, months),
        most,
      ),
    ),
    atMost(set, "RMSSE by the least of SES, TSB, own mean", score.rmsse / least, 1),
    row({
      set,
      figure: "bias, %",
      measured: score.bias,
      asked: "within 5 % and 1.645 standard errors",
      holds: Math.abs(score.bias) <= 5 + 1.645 * biasError(panel, ours),
    }),
    atMost(set, `parts asked for in the last ${lately} months, expected to be none`, givenUp, 0),
  ];
}

/** Standard error of the bias in percent, over parts. */
function biasError(panel: readonly SplitSeries[], ours: ReadonlyMap<string, Forecast>): number {
  const sums = panel.map((one) => {
    const demand = one.test.reduce((sum, value) => sum + value, 0);
    const expected = one.test.reduce(
      (sum, _, k) => sum + (ours.get(one.id)?.demand.mean[k] ?? Number.NaN),
      0,
    );
    return { demand, off: expected - demand };
  });
  const demand = sums.reduce((sum, one) => sum + one.demand, 0);
  const mean = sums.reduce((sum, { off }) => sum + off / sums.length, 0);
  const squares = sums.reduce((sum, { off }) => sum + (off - mean) ** 2, 0);
  return (100 * Math.sqrt(squares)) / demand;
}

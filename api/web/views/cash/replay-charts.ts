import { charts, dayOf, type ReplayResult, words } from "../../../../src/index.ts";
import { lang, percent, whole } from "../../language.ts";
import { cashWords } from "../../words/cash.ts";

const [width, height, left, right, top, bottom] = [520, 220, 62, 500, 14, 188];

/** A policy by the name that readers know. */
export const policyName = (name: string): string => words.wordOr(cashWords.policies, name);

/** How far a label reaches beside its point, and how high it is. */
const [labelWidth, labelHeight] = [160, 14];

/** Points with the heights of their labels, from the top down: one that would lie on another beside it goes below it. */
export function labelsApart<T extends { readonly at: number; readonly up: number }>(
  points: readonly T[],
): readonly (T & { readonly height: number })[] {
  const placed: (T & { readonly height: number })[] = [];
  for (const point of [...points].sort((a, b) => a.up - b.up)) {
    const height = placed.reduce(
      (least, { at, height: above }) =>
        Math.abs(at - point.at) < labelWidth && least < above + labelHeight ? above + labelHeight : least,
      point.up - 6,
    );
    placed.push({ ...point, height });
  }
  return placed;
}

/** Stock value against fill rate: the engine's frontier, and where the other policies stand. */
export function frontierChart({ policies, frontier }: ReplayResult): charts.Markup {
  const { linear, ticks, html, line, word, picture: frame, valueAxis, timeAxis } = charts;
  const points = [...frontier, ...policies];
  const low = Math.min(...points.map(({ fillRate }) => fillRate));
  const values = ticks(0, Math.max(...points.map(({ averageStockValue }) => averageStockValue), 1), 4);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([Math.max(0, low - 0.02), 1], [left, right]);
  const places = policies.map(({ policy, fillRate, averageStockValue }) => ({
    policy,
    at: x(fillRate),
    up: y(averageStockValue),
  }));
  const marks = labelsApart(places).map(({ policy, at, up, height: label }) => {
    const isHere = policy === "as-is";
    const text = isHere ? `${policyName(policy)}: ${cashWords.here}` : policyName(policy);
    return html`<circle class="${isHere ? "here" : "receipt"}" cx="${at}" cy="${up}" r="5"/>${word(at > 360 ? at - 9 : at + 9, label, text, at > 360 ? "end" : "start", "strong")}`;
  });
  const sorted = [...frontier].sort((a, b) => a.fillRate - b.fillRate);
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => x.domain[0] + share * (x.domain[1] - x.domain[0]));
  const description = policies
    .map((of) => `${policyName(of.policy)}: ${percent(of.fillRate)}, ${whole(of.averageStockValue)}`)
    .join("; ");
  return frame({ id: "frontier", title: cashWords.frontier, description }, width, height, [
    valueAxis(values, y, left, right, whole),
    timeAxis(
      steps.map((share) => ({ x: x(share), text: percent(share, 0) })),
      bottom,
      right,
    ),
    line(
      sorted.map((of) => ({ x: x(of.fillRate), y: y(of.averageStockValue) })),
      "forecast",
    ),
    marks,
  ]);
}

/** Policies whose stock is drawn over time, and the kind of their line. */
const stockLines = [
  { policy: "bedarf", kind: "line" },
  { policy: "as-is", kind: "without" },
] as const;

/** The lines of stock that a replay has. */
export const stockLinesOf = ({ policies }: Pick<ReplayResult, "policies">) =>
  stockLines.flatMap((of) => {
    const found = policies.find(({ policy }) => policy === of.policy);
    return found === undefined ? [] : [{ ...of, values: found.stockValue }];
  });

/** Stock value over the counted time: under our suggestions, and under today's parameters. */
export function stockOverTime(of: ReplayResult): charts.Markup {
  const { times } = of;
  const { linear, ticks, line, picture: frame, valueAxis, timeAxis, monthName, monthStarts } = charts;
  const drawn = stockLinesOf(of);
  const values = ticks(0, Math.max(...drawn.flatMap((one) => one.values), 1), 4);
  const [first, last] = [dayOf(times[0] ?? ""), dayOf(times.at(-1) ?? "")];
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([first, Math.max(last, first + 1)], [left, right]);
  const names = monthStarts(first, last, 7).map((day) => ({ x: x(day), text: monthName(day, lang()) }));
  const description = drawn
    .map(({ policy, values: own }) => `${policyName(policy)}: ${own.map(whole).join(", ")}`)
    .join("; ");
  return frame({ id: "stock-over-time", title: cashWords.overTime, description }, width, height, [
    valueAxis(values, y, left, right, whole),
    timeAxis(names, bottom, right),
    drawn.map((one) =>
      line(
        one.values.map((value, k) => ({ x: x(dayOf(times[k] ?? "")), y: y(value) })),
        one.kind === "line" ? "forecast" : one.kind,
      ),
    ),
  ]);
}

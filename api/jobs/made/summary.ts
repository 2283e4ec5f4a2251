import { type Issue, isOpenSignal, type Plan } from "../../../src/index.ts";

/** How many items no suggestion can be made for because their stock or their lead time is missing. */
const lackingOf = (issues: readonly Issue[]): number =>
  new Set(
    issues.flatMap(({ code, item }) =>
      item !== undefined && (code === "missing-stock" || code === "missing-lead-time") ? [item] : [],
    ),
  ).size;

export const questionsOf = (issues: readonly Issue[]): Issue[] =>
  issues.filter(({ question }) => question !== undefined);

/** Counts of a plan that add up over its parts. */
export interface Figures {
  readonly items: number;
  readonly orderLines: number;
  readonly signals: number;
  readonly issues: number;
  readonly lacking: number;
}

/** What a plan counts, or a part of one, with these issues. */
export function figuresOf({ items }: Plan, issues: readonly Issue[]): Figures {
  const ordered = items.filter(({ suggestion }) => suggestion !== null && suggestion.quantity > 0);
  return {
    items: items.length,
    orderLines: ordered.length,
    signals: items.reduce(
      (sum, { signals, suggestion }) =>
        sum + signals.filter((signal) => isOpenSignal(signal, suggestion)).length,
      0,
    ),
    issues: issues.length,
    lacking: lackingOf(issues),
  };
}

export const addedUp = (all: readonly Figures[]): Figures => {
  const sum = (name: keyof Figures) => all.reduce((total, figures) => total + figures[name], 0);
  return {
    items: sum("items"),
    orderLines: sum("orderLines"),
    signals: sum("signals"),
    issues: sum("issues"),
    lacking: sum("lacking"),
  };
};

/** So many files stand in the summary of a plan by name. */
const filesNamed = 50;

/** What the list of plans shows of one. */
export function summaryOf(plan: Plan, figures: Figures): object {
  const { bucket, stockDate, configHash, version, inputs } = plan;
  return {
    bucket,
    stockDate,
    configHash,
    version,
    ...figures,
    rows: inputs.reduce((sum, { lines }) => sum + lines, 0),
    rowsUsed: inputs.reduce((sum, { used }) => sum + used, 0),
    files: inputs.slice(0, filesNamed).map(({ file, lines, used }) => ({ file, rows: lines, used })),
  };
}

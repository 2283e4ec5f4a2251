import { ascending } from "../../../numeric/order.ts";
import { movementOf, takesOut } from "../../cells/movements.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { PeriodHeading } from "../period-heading.ts";
import type { TableProfile } from "../profile.ts";

/** Rows and periods in which something moved, that prove which measure went out. */
const fewest = 4;
/** Opening, in, out, closing, and a figure or two that have no part in it. */
const mostMeasures = 6;
/** A period of a row: what each measure says in it, and in the period before. */
interface Figures {
  readonly own: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number> | undefined;
}

/** What each row says in each period, as far as some measure says something. */
function figuresOf(periods: readonly PeriodHeading[], profile: TableProfile): readonly Figures[] {
  const times = [...Map.groupBy(periods, ({ period }) => period).entries()].sort(([a], [b]) =>
    ascending(a, b),
  );
  const numbers = new Map(periods.map(({ column }) => [column, numbersOfColumn(profile, column)]));
  return profile.head.flatMap((cells) => {
    let before: ReadonlyMap<string, number> | undefined;
    return times.map(([, own]) => {
      const said = new Map(own.map(({ measure, column }) => [measure, numbers.get(column)?.(cells) || 0]));
      const figures = { own: said, before };
      before = said;
      return figures;
    });
  });
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * The measure that went out of a stock, by what adds up in every row and period: what was there at the end of the last
 * one and what came in less it is what is there. Undefined where that is not so of exactly one.
 * @example balancedMeasure(periods, ["opening", "in", "out", "closing"], profile) // "out"
 */
export function balancedMeasure(
  periods: readonly PeriodHeading[],
  measures: readonly string[],
  profile: TableProfile,
): string | undefined {
  if (measures.length < 3 || measures.length > mostMeasures) return undefined;
  const all = figuresOf(periods, profile);
  const follow = all.filter(({ before }) => before !== undefined);
  const at = (figures: ReadonlyMap<string, number> | undefined, measure: string): number =>
    figures?.get(measure) ?? 0;
  const closes = (closing: string, into: string, out: string): boolean => {
    const telling = follow.filter(({ own }) => at(own, into) !== at(own, out));
    const holds = telling.every(({ own, before }) =>
      isNear(at(before, closing) + at(own, into) - at(own, out), at(own, closing)),
    );
    return holds && telling.length >= fewest && telling.some(({ own }) => at(own, out) > at(own, into));
  };
  const outs = measures.filter((out) =>
    measures.some(
      (into) =>
        into !== out &&
        measures.some((closing) => closing !== into && closing !== out && closes(closing, into, out)),
    ),
  );
  return outs.length === 1 ? outs[0] : undefined;
}

/** Of words of what came in and what went out the one that went out: "received", "used". */
export function outOf(measures: readonly string[]): string | undefined {
  const kinds = measures.map((measure) => movementOf(measure));
  const out = measures.filter((_, k) => kinds[k] && takesOut(kinds[k].kind) && !kinds[k].reversal);
  const areTold = kinds.every(
    (one) => one && (takesOut(one.kind) || one.kind === "receipt" || one.kind === "purchase"),
  );
  return areTold && out.length === 1 ? out[0] : undefined;
}

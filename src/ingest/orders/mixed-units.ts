import { isQuantity } from "../../bounds.ts";
import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { encode, type OrderLines } from "../../order.ts";
import { unitCode, unitRatio } from "../cells/units.ts";
import { answerTo } from "../questions.ts";
import type { ReadOptions } from "../read-options.ts";
import { keepLines } from "./keep-lines.ts";

/** From this share of the lines on those in a unit without a factor are asked about before anything is planned. */
const mostWithoutFactor = 0.1;
/** The answer that leaves such lines out. */
const leaveOut = "leave-out";

/**
 * One unit an item: spellings of a unit become one, quantities in another unit are converted where physics, master
 * data or an answer give the factor, and left out with a question where nothing does; where these are many the question is to be answered first.
 */
export function settleUnits(
  lines: OrderLines,
  { master = [], answers }: ReadOptions,
): { readonly issues: readonly Issue[]; readonly open: readonly Issue[] } {
  const { length } = lines;
  spellOnce(lines);
  const known = new Map(master.map((item) => [item.item, item]));
  const label = (unit: number): string => unitCode(lines.units.values[unit]);
  const issues: Issue[] = [];
  const open: (Issue & { readonly lines: number })[] = [];
  const factors = new Map<number, number>();
  const all = new Map<number, number>();
  for (let k = 0; k < length; k++) all.set(lines.unit[k], (all.get(lines.unit[k]) ?? 0) + 1);
  for (const [item, counts] of unitCounts(lines)) {
    const name = lines.items.values[item];
    const own = known.get(name);
    const ranked = [...counts].filter(([unit]) => unit >= 0);
    ranked.sort(
      by(
        ([, count]) => -count,
        ([unit]) => -(all.get(unit) ?? 0),
        ([unit]) => label(unit),
      ),
    );
    if (ranked.length === 0) continue;
    const base = unitCode(own?.unit ?? lines.units.values[ranked[0][0]]);
    for (const [unit, count] of ranked) {
      const from = label(unit);
      if (from === base) continue;
      const id = `unit:${name}:${from}`;
      const about = { item: name, text: from, unit: base, lines: count };
      const answer = answerTo(answers, id);
      const factor = factorOf(from, base, own, answer);
      factors.set(pair(item, unit), factor);
      if (factor > 0) issues.push({ code: "unit-converted", severity: "info", ...about, factor });
      else {
        const question = { id, candidates: [leaveOut, "1", "10", "12", "100", "1000"] };
        const severity = answer === leaveOut ? "warning" : "error";
        const found = { code: "unit-without-factor", severity, ...about, question } as const;
        issues.push(found);
        if (answer !== leaveOut) open.push(found);
      }
    }
  }
  convert(lines, factors);
  const left = open.reduce((sum, issue) => sum + issue.lines, 0);
  const inOrder = by<Issue>(({ item, text }) => `${item} ${text}`);
  return { issues: issues.sort(inOrder), open: left > mostWithoutFactor * length ? open.sort(inOrder) : [] };
}

/** Base units in one `from`: by the answer, by master data, else by physics; NaN where nothing gives it. */
function factorOf(from: string, base: string, item: Item | undefined, answer: string | undefined): number {
  const answered = Number(answer ?? Number.NaN);
  if (answered > 0) return answered;
  const isPurchased = item?.purchaseUnit !== undefined && unitCode(item.purchaseUnit) === from;
  const factor = (isPurchased ? item.unitsPerPurchaseUnit : undefined) ?? unitRatio(from, base) ?? 0;
  return factor > 0 ? factor : Number.NaN;
}

/** Spellings of one unit ("Stk", "ST", "PCE") become the one that most lines use. */
function spellOnce(lines: OrderLines): void {
  const counts = new Map<number, number>();
  for (let k = 0; k < lines.length; k++) {
    const unit = lines.unit[k];
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const best = new Map<string, string>();
  const byCount = [...lines.units.values.keys()].sort(
    by(
      (unit) => -(counts.get(unit) ?? 0),
      (unit) => lines.units.values[unit],
    ),
  );
  for (const unit of byCount) {
    const text = lines.units.values[unit];
    if (!best.has(unitCode(text))) best.set(unitCode(text), text);
  }
  const target = lines.units.values.map((text) => encode(lines.units, best.get(unitCode(text)) as string));
  for (let k = 0; k < lines.length; k++) {
    const unit = lines.unit[k];
    if (unit >= 0) lines.unit[k] = target[unit];
  }
}

function unitCounts(lines: OrderLines): Map<number, Map<number, number>> {
  const byItem = new Map<number, Map<number, number>>();
  for (let k = 0; k < lines.length; k++) {
    const item = lines.item[k];
    const unit = lines.unit[k];
    let counts = byItem.get(item);
    if (counts === undefined) {
      counts = new Map();
      byItem.set(item, counts);
    }
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return byItem;
}

const pair = (item: number, unit: number): number => item * 65_536 + unit;

/** Applies the factors of item and unit; lines whose factor is NaN are left out. */
function convert(lines: OrderLines, factors: ReadonlyMap<number, number>): void {
  if (factors.size === 0) return;
  const keep = new Uint8Array(lines.length).fill(1);
  for (let k = 0; k < lines.length; k++) {
    const unit = lines.unit[k];
    const factor = unit < 0 ? undefined : factors.get(pair(lines.item[k], unit));
    if (factor === undefined) continue;
    if (!isQuantity(lines.quantity[k] * factor)) keep[k] = 0;
    lines.quantity[k] = lines.quantity[k] * factor;
    lines.receivedQuantity[k] = lines.receivedQuantity[k] * factor;
    lines.price[k] = lines.price[k] / factor;
    lines.unit[k] = -1;
  }
  keepLines(lines, keep);
}

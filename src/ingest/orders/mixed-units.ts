import type { Issue } from "../../issue.ts";
import { encode, type OrderLines } from "../../order.ts";
import { unitCode, unitRatio } from "../cells/units.ts";
import { type Answers, answerTo } from "../questions.ts";

/** What master data say about the units of an item. */
interface ItemUnits {
  readonly unit?: string;
  readonly purchaseUnit?: string;
  readonly unitsPerPurchaseUnit?: number;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One unit an item: spellings of a unit become one, quantities in another unit are converted where physics, master
 * data or an answer give the factor, and left out with a question where nothing does.
 */
export function settleUnits(
  lines: OrderLines,
  master: ReadonlyMap<string, ItemUnits>,
  answers: Answers | undefined,
): { issues: Issue[]; keep: Uint8Array } {
  spellOnce(lines);
  const keep = new Uint8Array(lines.length).fill(1);
  const issues: Issue[] = [];
  const factors = new Map<number, number>();
  for (const [item, counts] of unitCounts(lines)) {
    const name = lines.items.values[item];
    const own = master.get(name);
    const stated = own?.unit === undefined ? undefined : unitCode(own.unit);
    const codes = [...counts.keys()].filter((unit) => unit >= 0);
    const label = (unit: number): string => unitCode(lines.units.values[unit]);
    if (codes.length < 2 && (stated === undefined || codes.every((unit) => label(unit) === stated))) continue;
    const ranked = [...codes].sort(
      (a, b) => (counts.get(b) as number) - (counts.get(a) as number) || byCodeUnit(label(a), label(b)),
    );
    const base = stated ?? label(ranked[0]);
    for (const unit of ranked) {
      const from = label(unit);
      if (from === base) continue;
      const id = `unit:${name}:${from}`;
      const answer = Number(answerTo(answers, id) ?? Number.NaN);
      const purchase = own?.purchaseUnit !== undefined && unitCode(own.purchaseUnit) === from;
      const factor =
        answer > 0 ? answer : ((purchase ? own?.unitsPerPurchaseUnit : undefined) ?? unitRatio(from, base));
      const count = counts.get(unit) as number;
      const about = { item: name, text: from, unit: base, lines: count };
      if (factor !== undefined && factor > 0) {
        factors.set(pair(item, unit), factor);
        issues.push({ code: "unit-converted", severity: "info", ...about, factor });
        continue;
      }
      const question = { id, candidates: ["1", "10", "12", "100", "1000"] };
      factors.set(pair(item, unit), Number.NaN);
      issues.push({ code: "unit-without-factor", severity: "error", ...about, question });
    }
  }
  convert(lines, factors, keep);
  return { issues: issues.sort((a, b) => byCodeUnit(`${a.item} ${a.text}`, `${b.item} ${b.text}`)), keep };
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
    (a, b) =>
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || byCodeUnit(lines.units.values[a], lines.units.values[b]),
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

/** Applies the factors of item and unit; NaN leaves the lines out. */
function convert(lines: OrderLines, factors: ReadonlyMap<number, number>, keep: Uint8Array): void {
  if (factors.size === 0) return;
  for (let k = 0; k < lines.length; k++) {
    const unit = lines.unit[k];
    const factor = unit < 0 ? undefined : factors.get(pair(lines.item[k], unit));
    if (factor === undefined) continue;
    if (Number.isNaN(factor)) keep[k] = 0;
    lines.quantity[k] = lines.quantity[k] * factor;
    lines.receivedQuantity[k] = lines.receivedQuantity[k] * factor;
    lines.price[k] = lines.price[k] / factor;
    lines.unit[k] = -1;
  }
}

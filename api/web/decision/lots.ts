import { defined, lineKind, lotsOfOffer, neededOf } from "../../../src/index.ts";
import type { Line } from "../shapes.ts";

/** The rules that a quantity has to keep, as the reasons of a suggestion tell them. */
interface LotRules {
  readonly minimumOrder?: number;
  readonly packSize?: number;
  readonly maximumStock?: number;
}

const ruleNames = ["minimumOrder", "packSize", "maximumStock"] as const;

/** The source that a line is ordered from, of several; where they share it the main one. */
export function offerOf({ sources = [], supplier }: Pick<Line, "sources" | "supplier">) {
  const chosen = sources.find((one) => one.chosen);
  if (supplier === undefined || chosen?.supplier === supplier) return chosen;
  return sources.find((one) => one.supplier === supplier) ?? chosen;
}

/** The rules that the reasons of a suggestion name, those of a lot as the supplier has them that it is ordered from. */
export function lotRules(line: Line): LotRules {
  const told = toldRules(line);
  const offer = offerOf(line);
  if (offer === undefined || offer.chosen) return told;
  return { ...lotsOfOffer(offer), ...defined({ maximumStock: told.maximumStock }) };
}

function toldRules({ reasons }: Line): LotRules {
  const found: { -readonly [K in keyof LotRules]: LotRules[K] } = {};
  for (const reason of reasons)
    for (const name of ruleNames) {
      const value = "packSize" in reason ? reason[name] : undefined;
      if (value !== undefined && value > 0) found[name] ??= value;
    }
  return found;
}

/** True where `quantity` is a whole number of packs. @example isWholePacks(0.9, 0.3) // true */
export const isWholePacks = (quantity: number, packSize: number): boolean => {
  const packs = quantity / packSize;
  return Math.abs(packs - Math.round(packs)) <= 1e-6 * Math.max(1, packs);
};

/** What a quantity breaks. */
type LotFault = "negative" | "minimum" | "pack" | "maximum";

/** What a quantity breaks; an order of nothing breaks no minimum. */
export function lotFaults(quantity: number, line: Line): LotFault[] {
  const { minimumOrder, packSize, maximumStock } = lotRules(line);
  if (!(quantity >= 0)) return ["negative"];
  if (quantity === 0) return [];
  const faults: LotFault[] = [];
  if (minimumOrder !== undefined && quantity < minimumOrder - 1e-9) faults.push("minimum");
  if (packSize !== undefined && !isWholePacks(quantity, packSize)) faults.push("pack");
  const stock = line.onHand + line.onOrder - line.backorders + quantity;
  if (maximumStock !== undefined && stock > maximumStock + 1e-9) faults.push("maximum");
  return faults;
}

/** The quantity to begin with: the suggestion; for a shortage that orders nothing what is needed, in whole lots. */
export const offeredQuantity = (line: Line): number =>
  line.quantity === 0 && lineKind(line) === "shortage"
    ? nextLot(neededOf(line), lotRules(line))
    : line.quantity;

/** A quantity more or less by one pack, never below none; by one where there are no packs. */
export function lotStep(quantity: number, line: Line, by: 1 | -1): number {
  const { packSize = 1 } = lotRules(line);
  return Math.max(0, Number((quantity + by * packSize).toPrecision(12)));
}

/** The next quantity upwards that keeps minimum and packs. @example nextLot(13, { packSize: 5 }) // 15 */
export function nextLot(quantity: number, { minimumOrder = 0, packSize = 0 }: LotRules): number {
  const least = Math.max(quantity, minimumOrder);
  if (packSize <= 0 || isWholePacks(least, packSize)) return least;
  return Number((Math.ceil(least / packSize - 1e-9) * packSize).toPrecision(12));
}

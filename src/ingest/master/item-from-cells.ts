import { holdingPeriods, type Item, type PriceBreak, type Shortage } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { bareText } from "../cells/cells.ts";
import { scanNumberCell } from "../cells/column-values.ts";
import { currencyOf, currencyOfHeading } from "../cells/currency.ts";
import { durationUnit, headingUnit, splitDuration } from "../cells/durations.ts";
import { isMissing, numberValue, scanNumber } from "../cells/numbers.ts";
import { dividedBy } from "../cells/per-unit.ts";
import { isPackage } from "../cells/units.ts";
import { isYes } from "../typed/row-checks.ts";
import { idText, splitSupplier, supplierId } from "../typed/typed-columns.ts";
import { type CellReader, cellReader, type ItemCells, type Report } from "./item-cells.ts";

type Mutable<T> = { -readonly [key in keyof T]?: T[key] };

/** Passes on one note for each unit of a duration column: it says it for all rows. */
export function unitsOnce(report: Report): Report {
  const said = new Set<string>();
  return (issue) => {
    if (issue.code === "duration-converted") {
      const unit = `${issue.column} ${issue.unit}`;
      if (said.has(unit)) return;
      said.add(unit);
    }
    report(issue);
  };
}

/** Reads a row of master data; what cannot be used is reported and stays absent, nothing is guessed. */
export function itemFrom(source: ItemCells, report: Report): Item {
  const { item, row, file } = source;
  const read = cellReader(source, report);
  const out: Mutable<Item> = { item };
  const set = <K extends keyof Item>(key: K, value: Item[K] | undefined): void => {
    if (value !== undefined) out[key] = value;
  };
  for (const field of ["name", "group", "owner", "unit", "purchaseUnit"] as const)
    set(field, read.text(field));
  for (const field of ["supplierItem", "successor", "likeItem", "location"] as const)
    set(field, read.id(field));
  set("supplier", supplierOf(source));
  stock(set, read, source);
  times(set, read, source);
  quantities(set, read);
  costs(set, read, source);
  shortageOf(set, read, source);
  service(set, read);
  set("stockDate", read.date("stockDate"));
  set("successorFrom", read.date("successorFrom"));
  set("likeFactor", read.positive("likeFactor"));
  set("planning", planningOf(read));
  set("phaseOut", phaseOutOf(read));
  const preferred = read.text("preferred");
  if (preferred !== undefined) set("preferred", isYes(preferred));
  sourceShare(set, read);
  const deleted = read.text("deleted");
  const active = read.text("active");
  if ((deleted !== undefined && isYes(deleted)) || (active !== undefined && !isYes(active))) {
    set("planning", "none");
    read.report("item-inactive", "info", deleted !== undefined ? "deleted" : "active");
  }
  return { ...(out as Item), file, row };
}

type Set = <K extends keyof Item>(key: K, value: Item[K] | undefined) => void;
function supplierOf({ cells }: ItemCells): string | undefined {
  const combined = cells.get("supplierAndName");
  if (combined !== undefined && combined !== "") return supplierId(true)(combined);
  const own = cells.get("supplier") ?? "";
  return isMissing(bareText(own))
    ? idText(cells.get("supplierName") ?? "")
    : (splitSupplier(own, false)?.id ?? idText(own));
}

/** A number of pieces; one of packages is reported and stays absent unless the item is counted in them. */
function pieces(
  read: CellReader,
  { cells }: ItemCells,
  field: "onHand" | "minimumOrder",
): number | undefined {
  const suffix = scanNumberCell(cells.get(field) ?? "").suffix ?? "";
  const unit = read.text("unit") ?? "";
  if (suffix === "" || !isPackage(suffix) || suffix.toLowerCase() === unit.toLowerCase())
    return read.number(field);
  read.report("value-in-packages", "warning", field);
  return undefined;
}

function stock(set: Set, read: CellReader, source: ItemCells): void {
  const { quietly } = source;
  const onHand = pieces(read, source, "onHand");
  const backorders = read.nonNegative("backorders");
  if (onHand !== undefined && onHand < 0) {
    set("onHand", 0);
    set("backorders", (backorders ?? 0) - onHand);
    read.report("stock-negative", "warning", "onHand", { backorders: (backorders ?? 0) - onHand });
  } else {
    set("onHand", onHand);
    set("backorders", backorders);
    if (onHand === undefined && quietly !== true && read.text("onHand") === undefined)
      read.report("missing-stock", "warning", "onHand");
  }
  set("onOrder", read.nonNegative("onOrder"));
  set("reserved", read.nonNegative("reserved"));
  const safety = read.number("safetyStock");
  if (safety !== undefined && safety < 0) read.report("safety-stock-negative", "warning", "safetyStock");
  set("safetyStock", safety === undefined ? undefined : Math.max(0, safety));
  set("reorderPoint", read.nonNegative("reorderPoint"));
  set("maximumStock", read.positive("maximumStock"));
}

/** Calendar days of a duration cell, with its unit from the cell, from `leadTimeUnit` or from the heading. */
function days(read: CellReader, source: ItemCells, field: "leadTimeDays" | "reviewDays"): number | undefined {
  const cell = read.text(field);
  if (cell === undefined) return undefined;
  const split = splitDuration(cell);
  const stated = field === "leadTimeDays" ? read.text("leadTimeUnit") : undefined;
  const fromCell = stated === undefined ? undefined : durationUnit(stated);
  if (stated !== undefined && fromCell === undefined) {
    read.report("lead-time-unit-unknown", "warning", "leadTimeUnit");
    return undefined;
  }
  const unit = split?.unit ?? fromCell ?? headingUnit(source.names.get(field) ?? "");
  const style = source.styles.numbers.get(field);
  const value = split === undefined ? read.number(field) : numberValue(scanNumber(split.number), style);
  if (value === undefined) return undefined;
  if (Number.isNaN(value) || value < 0) {
    read.report(Number.isNaN(value) ? "value-unreadable" : "value-negative", "warning", field);
    return undefined;
  }
  if (unit === undefined || unit.name === "day") return value;
  const calendarDays = Math.round(value * unit.days * 1e6) / 1e6;
  read.report("duration-converted", "info", field, { unit: unit.name, value, days: calendarDays });
  return calendarDays;
}

function times(set: Set, read: CellReader, source: ItemCells): void {
  const leadTime = days(read, source, "leadTimeDays");
  set("leadTimeDays", leadTime);
  if (leadTime === undefined && source.quietly !== true && read.text("leadTimeDays") === undefined)
    read.report("missing-lead-time", "warning", "leadTimeDays");
  set("leadTimeSdDays", read.nonNegative("leadTimeSdDays"));
  set("goodsReceiptWorkingDays", read.nonNegative("goodsReceiptWorkingDays"));
  const review = days(read, source, "reviewDays");
  set("reviewDays", review === 0 ? undefined : review);
  set("shelfLifeDays", read.positive("shelfLifeDays"));
}

function quantities(set: Set, read: CellReader): void {
  const minimum = read.nonNegative("minimumOrder");
  set("minimumOrder", minimum === 0 ? undefined : minimum);
  set("packSize", read.positive("packSize", "pack-zero"));
  set("unitsPerPurchaseUnit", read.positive("unitsPerPurchaseUnit"));
  const most = read.number("maximumStock");
  if (minimum !== undefined && most !== undefined && most > 0 && minimum > most)
    read.report("minimum-above-maximum", "warning", "minimumOrder", { maximum: most });
}

function costs(set: Set, read: CellReader, source: ItemCells): void {
  const price = read.positive("unitCost", "price-zero");
  const per = read.number("priceUnit");
  if (per !== undefined && !(per > 0)) read.report("price-unit-unusable", "warning", "priceUnit");
  const divisor = per ?? 1;
  if (price !== undefined && divisor > 0) set("unitCost", dividedBy(price, divisor));
  const heading = source.names.get("unitCost") ?? "";
  const beside = scanNumberCell(source.cells.get("unitCost") ?? "").currency;
  const own = read.text("currency");
  const named = currencyOfHeading(heading);
  set("currency", own === undefined ? (beside ?? named) : (currencyOf(own) ?? own.toUpperCase()));
  set("priceBreaks", priceBreaks(read, source, divisor));
  set("orderCost", read.nonNegative("orderCost"));
  set("backorderCost", read.nonNegative("backorderCost"));
  set("shortageCost", read.nonNegative("shortageCost"));
  const rate = read.share("holdingRatePerYear");
  if (rate !== undefined && rate < 0) read.report("value-negative", "warning", "holdingRatePerYear");
  else set("holdingRatePerYear", rate);
}

/** Share of the orders that a source gets; one that cannot be used stays absent. */
function sourceShare(set: Set, read: CellReader): void {
  const share = read.share("share");
  if (share === undefined || (share >= 0 && share <= 1)) set("share", share);
  else read.report("value-unknown", "warning", "share");
}

/** Words of a file for what becomes of demand that finds the shelf empty. */
const shortageWords: readonly (readonly [RegExp, Shortage])[] = [
  [/^(lost|verlor|verlust|entgang|entgeht|weg|l$)/, "lost"],
  [/^(back|r(ü|ue)ck|nachlief|nachgelief|wait|wartet|b$)/, "backorder"],
  [/^(partial|teil|mixed|gemischt|p$)/, "partial"],
];

/** What an empty shelf means, and what a unit on it costs; a share or a cost that cannot be used stays absent. */
function shortageOf(set: Set, read: CellReader, { names }: ItemCells): void {
  const word = read.word("shortage");
  const shortage = shortageWords.find(([pattern]) => pattern.test(word))?.[1];
  if (shortage === undefined && !isMissing(word)) read.report("value-unknown", "warning", "shortage");
  set("shortage", shortage);
  const share = read.share("lostShare");
  if (share !== undefined && !(share >= 0 && share <= 1))
    read.report("value-unknown", "warning", "lostShare");
  else set("lostShare", share);
  const cost = read.nonNegative("holdingCostPerUnit");
  if (cost === undefined) return;
  const period = read.text("holdingPer");
  const unit =
    period === undefined ? headingUnit(names.get("holdingCostPerUnit") ?? "") : durationUnit(period);
  const per = holdingPeriods.find((one) => one === unit?.name);
  if (per === undefined) {
    read.report("holding-without-period", "warning", "holdingCostPerUnit");
    return;
  }
  set("holdingCostPerUnit", cost);
  set("holdingPer", per);
}

/** "100:4.20|500:3,95" as price breaks, rising. */
function priceBreaks(
  read: CellReader,
  { styles }: ItemCells,
  divisor: number,
): readonly PriceBreak[] | undefined {
  const text = read.text("priceBreaks");
  if (text === undefined) return undefined;
  const style = styles.numbers.get("unitCost");
  const value = (part: string): number => {
    const scan = scanNumber(part);
    return scan.shape === "comma" || scan.shape === "point" ? scan.value : numberValue(scan, style);
  };
  const breaks = text.split("|").map((pair) => {
    const [from = "", price = ""] = pair.split(":");
    return { from: value(from), price: dividedBy(value(price), divisor) };
  });
  if (breaks.some(({ from, price }) => !(from >= 0) || !(price > 0))) {
    read.report("price-breaks-unreadable", "warning", "priceBreaks");
    return undefined;
  }
  return breaks.sort(by(({ from }) => from));
}

function service(set: Set, read: CellReader): void {
  const level = read.share("serviceLevel");
  if (level !== undefined && !(level > 0 && level < 1))
    read.report("service-level-unusable", "warning", "serviceLevel");
  else set("serviceLevel", level);
  const type = read.text("serviceType")?.toLowerCase();
  if (type === undefined) return;
  if (/^(fill|beta|β|mengen|liefergrad)/.test(type)) set("serviceType", "fill");
  else if (/^(cycle|alpha|α|zyklus)/.test(type)) set("serviceType", "cycle");
  else read.report("value-unknown", "warning", "serviceType");
}

function planningOf(read: CellReader): Item["planning"] | undefined {
  const text = read.word("planning");
  if (text === "none") return "none";
  if (isMissing(text)) return undefined;
  if (/^(forecast|prognose|verbrauch|vb|v1|v2|vm|vv)/.test(text)) return "forecast";
  if (/^(requirement|bedarf|plangesteuert|pd|mrp)/.test(text)) return "requirements";
  if (/^(none|nd|kein|ohne|nein|no)/.test(text)) return "none";
  read.report("value-unknown", "warning", "planning");
  return undefined;
}

function phaseOutOf(read: CellReader): Item["phaseOut"] | undefined {
  const text = read.text("phaseOut");
  if (text === undefined || /^(0|nein|no|false|n|falsch|aktiv|active)$/i.test(text)) return undefined;
  if (isYes(text) || /^(auslauf|auslaufend|discontinued|abgekündigt)/i.test(text)) return true;
  return read.date("phaseOut");
}

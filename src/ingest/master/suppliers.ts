import { mostDays, mostQuantity } from "../../bounds.ts";
import type { Supplier } from "../../item.ts";
import { ascending, by } from "../../numeric/order.ts";
import { regionOf } from "../cells/region-names.ts";
import { patternChars } from "../limits.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { textAt } from "../typed/coded-table.ts";
import { type MasterRead, type MasterRows, masterRead, openMasterRows } from "../typed/master-rows.ts";
import { splitSupplier } from "../typed/typed-columns.ts";

/** What master data say about suppliers, one each, sorted by its number. */
export interface SuppliersRead extends MasterRead {
  readonly suppliers: Supplier[];
}

/** Reads suppliers: terms, order days, holiday calendar. */
export function readSuppliers(source: ByteSource, options: ReadOptions = {}): SuppliersRead {
  const rows = openMasterRows(source, "suppliers", options);
  const found = new Map<string, Supplier>();
  for (let k = 0; k < rows.coded.length; k++) {
    const split = splitSupplier(textAt(rows.coded, "supplier", k), false);
    const supplier = split?.id ?? rows.id("supplier", k);
    if (supplier === undefined) {
      rows.report("row-without-supplier", "warning", k, "supplier");
      continue;
    }
    if (found.has(supplier)) {
      rows.report("supplier-repeated", "warning", k, "supplier");
      continue;
    }
    found.set(supplier, { supplier, ...termsOf(rows, k, split?.name), ...rows.place(k) });
  }
  const suppliers = [...found.values()].sort(by(({ supplier }) => supplier));
  return { suppliers, ...masterRead(rows, suppliers.length) };
}

function termsOf(rows: MasterRows, k: number, name: string | undefined): Omit<Supplier, "supplier"> {
  const out: { -readonly [key in keyof Supplier]?: Supplier[key] } = {};
  const label = rows.text("name", k) ?? name;
  if (label !== undefined) out.name = label;
  const amounts = ["minimumValue", "freeFreightValue", "surcharge", "paymentDays", "discountDays"] as const;
  for (const field of [...amounts, "discountPercent", "depositPercent"] as const) {
    const value = rows.number(field, k);
    if (value === undefined) continue;
    const most = field.endsWith("Percent") ? 100 : field.endsWith("Days") ? mostDays : mostQuantity;
    if (!(value >= 0 && value <= most)) rows.report("value-unusable", "warning", k, field);
    else out[field] = value;
  }
  const days = rows.text("orderDays", k);
  if (days !== undefined) {
    const weekdays = weekdaysOf(days);
    if (weekdays === undefined) rows.report("order-days-unreadable", "warning", k, "orderDays");
    else if (weekdays.every((day) => day > 5)) rows.report("order-days-closed", "warning", k, "orderDays");
    else out.orderDays = weekdays;
  }
  const state = rows.text("state", k);
  if (state !== undefined) {
    const region = regionOf(state);
    if (region === undefined) rows.report("region-unknown", "warning", k, "state");
    else out.state = region;
  }
  return out;
}

const dayNames: readonly (readonly string[])[] = [
  ["mo", "montag", "mon", "monday"],
  ["di", "dienstag", "tue", "tuesday", "tu"],
  ["mi", "mittwoch", "wed", "wednesday", "we"],
  ["do", "donnerstag", "thu", "thursday", "th"],
  ["fr", "freitag", "fri", "friday"],
  ["sa", "samstag", "sat", "saturday", "sonnabend"],
  ["so", "sonntag", "sun", "sunday", "su"],
];

/** Weekdays of "Di, Do", "2,4", "Mo-Fr", "Mon/Wed"; undefined when a word is no weekday. */
export function weekdaysOf(text: string): readonly number[] | undefined {
  const day = (word: string): number => {
    const key = word.toLowerCase().replace(/\.$/, "");
    if (/^[1-7]$/.test(key)) return Number(key);
    return dayNames.findIndex((names) => names.includes(key)) + 1;
  };
  if (/^(täglich|daily|jeden tag|alle)$/i.test(text.trim())) return [1, 2, 3, 4, 5];
  if (text.length > patternChars) return undefined;
  const ends = text.split(/[-–]|\s(?:bis|to)\s/u).map((part) => part.trim());
  if (ends.length === 2 && ends.every((part) => /^\p{L}+\.?$/u.test(part))) {
    const [from, to] = ends.map(day);
    return from > 0 && to >= from ? Array.from({ length: to - from + 1 }, (_, k) => from + k) : undefined;
  }
  const days = text
    .split(/[^\p{L}\d.]+/u)
    .filter((word) => word !== "" && !/^(und|and)$/i.test(word))
    .map(day);
  return days.length === 0 || days.includes(0) ? undefined : [...new Set(days)].sort(ascending);
}

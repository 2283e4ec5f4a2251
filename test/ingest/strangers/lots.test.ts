import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isoWeekName } from "../../../src/calendar/bucket.ts";
import { isoDate } from "../../../src/calendar/date.ts";
import { InputError } from "../../../src/errors.ts";
import { inspect } from "../../../src/ingest/inspect.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import type { Issue } from "../../../src/issue.ts";
import { decode, lineKinds } from "../../../src/order.ts";
import { faultSentence } from "../../../src/words/languages.ts";
import { lotOf, type StrangersFile } from "./lot.ts";

interface Line {
  readonly item: string;
  readonly day: number;
  readonly quantity: number;
  readonly kind: string;
  readonly price: number;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
/** The same price, or none. */
const isSame = (a: number, b: number): boolean => (Number.isNaN(b) ? Number.isNaN(a) : isNear(a, b));
const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

function liesIn(day: number, name: string): boolean {
  const date = isoDate(day);
  if (name.includes("W")) return isoWeekName(day) === name;
  const quarter = `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return name.includes("Q") ? quarter === name : date.startsWith(name);
}

/** What was used of each item less what came back; what was bought, of items that only were bought. */
function demandOf(all: readonly Line[]): Line[] {
  return [...Map.groupBy(all, ({ item }) => item).values()].flatMap((lines) => {
    const used = lines.some(({ kind }) => kind === "sale" || kind === "issue");
    return lines.flatMap((line) => {
      if (line.kind === "return") return [{ ...line, quantity: -Math.abs(line.quantity) }];
      return (used ? ["sale", "issue"] : ["purchase"]).includes(line.kind) ? [line] : [];
    });
  });
}

/** "A=4@2025-03 ; A=5@2025-04 ; B=7" as its parts. */
const partsOf = (wanted: string) =>
  wanted.split(" ; ").map((part) => {
    const [, item = "", value = "", period] = /^(.*)=([^@]+)(?:@(\S+))?$/.exec(part.trim()) ?? [];
    return { item, value: Number(value), period };
  });

function fits(lines: readonly Line[], wanted: string): boolean {
  const parts = partsOf(wanted);
  const named = new Set(parts.map(({ item }) => item));
  const others = lines.some(({ item, quantity }) => !named.has(item) && !isNear(quantity, 0));
  return (
    !others &&
    [...named].every((item) => {
      const [own, mine] = [parts.filter((part) => part.item === item), lines.filter((l) => l.item === item)];
      if (
        !isNear(
          sumOf(mine),
          own.reduce((sum, { value }) => sum + value, 0),
        )
      )
        return false;
      if (own.some(({ period }) => period === undefined)) return true;
      return [...new Set(own.map(({ period = "" }) => period))].every((period) =>
        isNear(
          sumOf(mine.filter(({ day }) => liesIn(day, period))),
          own.filter((part) => part.period === period).reduce((sum, { value }) => sum + value, 0),
        ),
      );
    })
  );
}

function linesOf(name: string, bytes: Uint8Array, isQuiet: boolean): Line[] {
  const { lines, issues } = readOrders([bytesSource(name, bytes)]);
  if (isQuiet) expect(loud(issues)).toEqual([]);
  return Array.from({ length: lines.length }, (_, k) => ({
    item: decode(lines.items, lines.item[k] ?? 0) ?? "",
    day: lines.day[k] ?? 0,
    quantity: lines.quantity[k] ?? 0,
    kind: lineKinds[lines.kind[k] ?? 0] ?? "",
    price: lines.price[k] ?? Number.NaN,
  }));
}

/** Warnings and questions: what an ordinary file must not raise. */
const loud = (issues: readonly Issue[]): Issue[] => issues.filter(({ severity }) => severity !== "info");

/** What of the stock can be used, by item. */
function stockOf(name: string, bytes: Uint8Array, isQuiet: boolean): string {
  const { items, issues } = readItems(bytesSource(name, bytes));
  if (isQuiet) expect(loud(issues)).toEqual([]);
  return items.map(({ item, onHand }) => `${item}=${onHand}`).join(" ; ");
}

/** What became of a file: "ok", "stock …", "asks …", "refuses …", else what was read wrongly. */
function outcomeOf({ right, isQuiet, kinds, prices, name, bytes }: StrangersFile): string {
  const speaksOf = (verb: string): boolean => right.some((one) => one.startsWith(`${verb} `));
  try {
    if (speaksOf("is")) return `is ${inspect(bytesSource(name, bytes)).kind}`;
    if (speaksOf("stock")) return `stock ${stockOf(name, bytes, isQuiet)}`;
    const lines = linesOf(name, bytes, isQuiet);
    const found = [...new Set(lines.map(({ kind }) => kind))].sort().join(",");
    const demand = demandOf(lines);
    const wrong = partsOf(prices ?? "").filter(
      ({ item, value }) => item !== "" && !demand.every((l) => l.item !== item || isSame(l.price, value)),
    );
    const isRight = right.some((one) => one.startsWith("ok ") && fits(demand, one.slice(3)));
    const hasKinds = kinds === undefined || kinds.split("|").includes(found);
    if (isRight && hasKinds && wrong.length === 0) return "ok";
    return `${found}: ${demand.map((l) => `${l.item}=${l.quantity}@${isoDate(l.day)}`).join(" ; ")}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const said = `${faultSentence(error.fault, "en")} ${JSON.stringify(error.fault)}`;
    return `${error.fault.code === "question" ? "asks" : "refuses"} ${said}`;
  }
}

/** A list of stocks whatever its order. */
const sorted = (stock: string): string => stock.slice(6).split(" ; ").sort().join(" ; ");

const folder = join(import.meta.dirname, "../../fixtures/strangers");
describe.each(readdirSync(folder).sort())("%s", (lot) => {
  const files = lotOf(readFileSync(join(folder, lot), "utf8"));
  test.each(files.map((file) => [file.title, file] as const))("%s", (_, file) => {
    const outcome = outcomeOf(file);
    const [verb = "", said = ""] = /^(\S+) ?(.*)$/s.exec(outcome)?.slice(1) ?? [];
    const isRight = file.right.some((one) => {
      if (one.startsWith("ok ")) return outcome === "ok";
      if (one.startsWith("stock ")) return sorted(outcome) === sorted(one);
      return one.startsWith(`${verb} `) && new RegExp(one.slice(verb.length + 1), "i").test(said);
    });
    expect(isRight, outcome).toBe(true);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isoWeekName } from "../../../src/calendar/bucket.ts";
import { isoDate } from "../../../src/calendar/date.ts";
import { InputError } from "../../../src/errors.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { decode, lineKinds } from "../../../src/order.ts";

const root = resolve(
  join(import.meta.dirname, "../../.."),
  process.env.BEDARF_CASES ?? "../shared/cases/files",
);
const here = existsSync(root);
if (!here) console.info(`SKIP import cases: no folder ${root} (set BEDARF_CASES)`);

type Wanted = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

interface Case {
  readonly command: string;
  readonly args?: readonly string[];
  readonly input?: readonly string[];
  readonly accept: readonly {
    readonly demand?: Wanted;
    readonly demands?: readonly number[];
    readonly asks?: object;
    readonly refuses?: string;
  }[];
}

/** Lines of demand of each item: what was used, or, of items that only were bought, what was bought. */
function demandIn(
  files: readonly { name: string; bytes: Uint8Array }[],
): Map<string, { day: number; quantity: number }[]> {
  const { lines } = readOrders(files.map(({ name, bytes }) => bytesSource(name, bytes)));
  const used = new Map<string, { day: number; quantity: number }[]>();
  const bought = new Map<string, { day: number; quantity: number }[]>();
  for (let k = 0; k < lines.length; k++) {
    const kind = lineKinds[lines.kind[k] ?? 0] ?? "";
    const list = ["sale", "issue", "return"].includes(kind) ? used : kind === "purchase" ? bought : undefined;
    const item = decode(lines.items, lines.item[k] ?? 0) ?? "";
    const one = { day: lines.day[k] ?? 0, quantity: lines.quantity[k] ?? 0 };
    list?.set(item, [...(list.get(item) ?? []), one]);
  }
  return new Map([...bought, ...used]);
}

/** Whether a day lies in the period of a name: 2025, 2025-Q1, 2025-03, 2025-W12, 2025-03-05. */
function liesIn(day: number, name: string): boolean {
  const date = isoDate(day);
  if (name.includes("W")) return isoWeekName(day) === name;
  const quarter = `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return name.includes("Q") ? quarter === name : date.startsWith(name);
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

function fits(found: ReturnType<typeof demandIn>, wanted: Wanted): boolean {
  const sum = (item: string, name = ""): number =>
    (found.get(item) ?? [])
      .filter(({ day }) => name === "" || liesIn(day, name))
      .reduce((all, one) => all + one.quantity, 0);
  const others = [...found.keys()].filter((item) => !Object.hasOwn(wanted, item) && !isNear(sum(item), 0));
  return (
    others.length === 0 &&
    Object.entries(wanted).every(([item, want]) =>
      typeof want === "number"
        ? isNear(sum(item), want)
        : Object.entries(want).every(([name, part]) => isNear(sum(item, name), part)),
    )
  );
}

describe.skipIf(!here)("files of strangers", () => {
  const names = here ? readdirSync(root).sort() : [];
  test.each(names.map((name) => [name]))("%s is read right, asked about or refused", (name) => {
    const folder = join(root, name);
    const wanted = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
    const { command, args = [], accept } = wanted;
    if (command !== "rows" || args.length > 0) return;
    const files = (wanted.input ?? readdirSync(folder).filter((file) => file !== "case.json")).map(
      (file) => ({
        name: file,
        bytes: new Uint8Array(readFileSync(join(folder, file))),
      }),
    );
    const readings = accept.filter(({ asks, refuses }) => asks === undefined && refuses === undefined);
    try {
      const found = demandIn(files);
      const totals = [...found.values()]
        .map((lines) => lines.reduce((sum, { quantity }) => sum + quantity, 0))
        .sort();
      const isRight = readings.some(
        ({ demand, demands }) =>
          (demand === undefined || fits(found, demand)) &&
          (demands === undefined || [...demands].sort().join() === totals.join()),
      );
      expect(isRight).toBe(true);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(accept.some(({ asks, refuses }) => asks !== undefined || refuses !== undefined)).toBe(true);
    }
  });
});

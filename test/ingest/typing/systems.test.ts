import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isoDate } from "../../../src/calendar/date.ts";
import type { FileKind } from "../../../src/ingest/columns/fields.ts";
import { inspect } from "../../../src/ingest/inspect.ts";
import { type OrdersRead, readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { decode, lineKinds } from "../../../src/order.ts";

const folder = join(import.meta.dirname, "../../fixtures/typing");

interface Expected {
  readonly kind: FileKind;
  readonly fields: Readonly<Record<string, string>> | null;
  readonly lines?: readonly string[];
  readonly asks?: readonly string[];
}
const expected = JSON.parse(readFileSync(join(folder, "fixtures.expect.json"), "utf8")) as Record<
  string,
  Expected
>;
const source = (name: string) => bytesSource(name, readFileSync(join(folder, name)));

/** "item date quantity kind price supplier", without what is not given. */
function described({ lines }: OrdersRead): string[] {
  return Array.from({ length: lines.length }, (_, k) => {
    const price = lines.price[k];
    const supplier = decode(lines.suppliers, lines.supplier[k]);
    return [
      decode(lines.items, lines.item[k]),
      isoDate(lines.day[k]),
      lines.quantity[k],
      lineKinds[lines.kind[k]],
      ...(Number.isNaN(price) ? [] : [Number(price.toPrecision(9))]),
      ...(supplier === undefined ? [] : [supplier]),
    ].join(" ");
  });
}

test("every fixture has its expectation and every expectation its fixture", () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

const systems = Object.entries(expected);

test.each(systems.filter(([, { fields }]) => fields !== null))(
  "%s: every column has its field",
  (name, { fields, kind }) => {
    const found = inspect(source(name));
    const named = found.columns.filter(({ field }) => field !== null);
    const headings = Object.fromEntries(
      named.map(({ field, header, index }) => [field, header || `column ${index + 1}`]),
    );
    expect(headings).toEqual(fields);
    expect(found.kind).toBe(kind);
  },
);

test.each(systems.filter(([, { lines }]) => lines !== undefined))(
  "%s: the lines are right",
  (name, { lines }) => {
    expect(described(readOrders([source(name)]))).toEqual(lines);
  },
);

test.each(systems.filter(([, { asks }]) => asks !== undefined))(
  "%s: asks instead of guessing",
  (name, { asks }) => {
    expect(() => readOrders([source(name)])).toThrow(new RegExp(`"${asks?.[0]}"`));
  },
);

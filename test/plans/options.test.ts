import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkedExports, exportFiles } from "../../api/run/export-files.ts";
import { checkedOptions, defaultPlanOptions, planOptionTable, UsageError } from "../../src/index.ts";

test("every default is a value that its own check takes, and comes out as it is", () => {
  expect(checkedOptions({ ...defaultPlanOptions })).toEqual(defaultPlanOptions);
  expect(Object.keys(defaultPlanOptions)).toEqual(Object.keys(planOptionTable));
});

test("no option takes what it is not made for, and each says its name", () => {
  const never = Symbol("never");
  for (const name of Object.keys(planOptionTable)) {
    expect(() => checkedOptions({ [name]: never }), name).toThrow(UsageError);
    expect(() => checkedOptions({ [name]: never }), name).toThrow(new RegExp(name));
  }
});

test("an export keeps its lines and cells apart: no delimiter that ends a line, quotes, or is a letter or digit", () => {
  const columns = { Teil: "item", Menge: "quantity" };
  const said = (shape: object) => () => checkedExports({ suggestions: { columns, ...shape } });
  for (const delimiter of ["\n", '"', "", ";\r\n", "a", "1", "...."])
    expect(said({ delimiter }), delimiter).toThrow(/export\.suggestions\.delimiter/);
  for (const delimiter of [";", "\t", "|"]) expect(said({ delimiter })).not.toThrow();
  const shape = { columns: { Menge: "quantity", Tag: "orderBy" }, delimiter: ",", decimal: ",", date: "dd,MM" };
  const suggestion = { item: "A", quantity: 1.5, orderBy: "2026-01-02" };
  const plan = { items: [{ suggestion }], parameters: [] } as never;
  const [[, bytes]] = exportFiles(plan, checkedExports({ suggestions: shape }));
  expect(new TextDecoder().decode(bytes)).toBe('Menge,Tag\r\n"1,5","02,01"\r\n');
});

test("values are brought into the form that a plan takes", () => {
  expect(
    checkedOptions({
      serviceByClass: { A: 99, CZ: 0.95 },
      only: "supplier=S1",
      state: "by",
      horizon: 12.4,
    }),
  ).toMatchObject({
    serviceByClass: { A: 0.99, CZ: 0.95 },
    only: ["supplier=S1"],
    state: "DE-BY",
    horizon: 12,
  });
});

test("what a check knows by the tables of the engine is no text of its own", () => {
  expect(checkedOptions({ model: "theta", policy: "min-max" })).toMatchObject({
    model: "theta",
    policy: "min-max",
  });
  expect(() => checkedOptions({ policy: "magic" })).toThrow(/policy must be one of auto, rsS/);
  expect(() => checkedOptions({ rates: { USD: "much" } })).toThrow(/rates.USD must be a number/);
});

test("an option is an entry of one table: no program lists the options again, ordering says the types of its own", () => {
  const root = join(import.meta.dirname, "..", "..");
  const names = Object.keys(planOptionTable).map((name) => new RegExp(`\\b${name}\\b`));
  const tables = ["options.ts", "ordering-options.ts", "signal-options.ts"].map((name) => join("src", "plan", name));
  const code = ["src", "api"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes("dist"))
      .map((name) => join(folder, name)),
  );
  const listing = code.filter((name) => {
    const text = readFileSync(join(root, name), "utf8");
    return names.filter((one) => one.test(text)).length > names.length / 3;
  });
  expect(listing.filter((name) => !tables.includes(name))).toEqual([join("src", "replenish", "context.ts")]);
});

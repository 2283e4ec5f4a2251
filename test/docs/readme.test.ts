import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf, number, type Stored as Row, rounded, rowsOf } from "../../benchmarks/page/stored.ts";

const root = join(import.meta.dirname, "..", "..");
const text = (path: string): string => readFileSync(join(root, path), "utf8");
const english = text("README.md");
const german = text("README.de.md");

const accuracy = rowsOf("accuracy");
const intermittent = rowsOf("intermittent");
const of = (set: string, part = "ALL"): Row[] =>
  accuracy.filter((row) => row.set === set && row.part === part);
const ours = (rows: readonly Row[], name: string): number =>
  number(
    rows.find(({ model }) => model === "bedarf"),
    name,
  );
const named = (rows: readonly Row[], model: RegExp, name: string): number =>
  number(
    rows.find((row) => model.test(row.model ?? "")),
    name,
  );
/** The smallest figure of another. */
const best = (rows: readonly Row[], name: string): number =>
  Math.min(
    ...rows
      .filter(({ model }) => model !== "bedarf")
      .map((row) => number(row, name))
      .filter(Number.isFinite),
  );
/** As the front page writes figures: ".749", "12.20". */
const short = (x: number, digits: number): string => rounded(x, digits).replace(/^0\./, ".");

const m3 = of("m3");

/** By how many percent our error is smaller than that of another. */
const closer = (model: RegExp): number => Math.round(100 * (1 - ours(m3, "MASE") / named(m3, model, "MASE")));

test("what both front pages say of errors is what was measured", () => {
  const erpnext = closer(/^ERPNext/);
  const odoo = closer(/^Odoo.*12 months/);
  expect(english).toContain(`${erpnext} % closer than those of ERPNext, ${odoo} % closer than Odoo's`);
  expect(english).toContain(`off by ${erpnext} % less than the ERP average`);
  expect(german).toContain(`${erpnext} % näher als die von ERPNext, ${odoo} % näher als Odoos`);
  expect(erpnext).toBeGreaterThan(33);
  const peers = [/^ERPNext/, /^Odoo.*12 months/, /^frePPLe/].map((model) =>
    named(m3, model, "MASE").toFixed(2),
  );
  expect(english).toContain(`have a MASE of ${peers[0]}, ${peers[1]} and ${peers[2]}`);
});

/** The rows of accuracy in the table of the front page, made from the stored results. */
function figureRows(): string[] {
  const theta = (name: string): number => named(m3, /^DynamicOptimizedTheta$/, name);
  const years = ["YEARLY", "QUARTERLY", "MONTHLY"].map((part) => of("tourism", part));
  const mase = (pick: (rows: readonly Row[], name: string) => number): string =>
    years.map((rows, k) => rounded(pick(rows, "MASE"), k === 0 ? 2 : 3)).join(" / ");
  const weekly = of("m4-weekly", "WEEKLY");
  const weeks = (pick: (rows: readonly Row[], name: string) => number): string =>
    `${rounded(pick(weekly, "sMAPE per point"), 2)} / ${short(pick(weekly, "OWA"), 3)}`;
  const parts = intermittent.filter(({ set }) => set === "carparts");
  const own = [ours(parts, "RMSSE"), ours(parts, "scaled pinball")].map((x) => short(x, 3)).join(" / ");
  const mean = short(named(parts, /^mean of 12$/, "RMSSE"), 3);
  const quantiles = short(best(parts, "scaled pinball"), 3);
  const all = (pick: (name: string) => number): string =>
    `${rounded(pick("sMAPE per point"), 2)} / ${rounded(pick("MASE"), 3)}`;
  return [
    `| M3, 3,003 series: sMAPE / MASE | ${all((name) => ours(m3, name))} | dynamic optimised theta ${all(theta)} |`,
    `| tourism yearly / quarterly / monthly MASE | ${mase(ours)} | ${mase(best)} |`,
    `| M4 weekly sMAPE / OWA | ${weeks(ours)} | ${weeks(best)} |`,
    `| carparts RMSSE / scaled pinball | ${own} | mean of 12: ${mean}; own quantiles: ${quantiles} |`,
  ];
}

test("the table of figures is what the stored results say, the best peers among all that were measured", () => {
  expect(figureRows().filter((row) => !english.includes(row))).toEqual([]);
  expect(m3.every((row) => number(row, "series") === 3003)).toBe(true);
  expect(best(m3, "MASE")).toBe(named(m3, /^DynamicOptimizedTheta$/, "MASE"));
  // what is lost is said to be lost, all of it
  const lost = (set: string): string[] => {
    const rows = intermittent.filter((row) => row.set === set);
    const better = rows.filter((row) => number(row, "RMSSE") < ours(rows, "RMSSE"));
    return [
      ...new Set(better.map(({ model = "" }) => model.replace(/ \(ours\)|,.*/g, "").toUpperCase())),
    ].sort();
  };
  const said = (set: string): string[] =>
    (new RegExp(`${set} to ([^;.]+)`).exec(english)?.[1] ?? "")
      .toUpperCase()
      .split(/, | AND /)
      .sort();
  expect(lost("auto")).toEqual(said("lost are AUTO"));
  expect(lost("man")).toEqual(said("; MAN"));
});

test("what both front pages say of stock at equal fill is what was replayed", () => {
  const found: unknown = JSON.parse(text("benchmarks/results/replay-min-max.json"));
  const shares = (found as Record<string, unknown>[])
    .filter(({ set }) => String(set).startsWith("spares"))
    .map((row) => Number(row["stock at equal fill"] ?? row.stockAtEqualFill ?? row.stock));
  expect(shares.length).toBeGreaterThan(1);
  const less = shares.map((share) => Math.round(100 * (1 - share))).sort((a, b) => a - b);
  expect(english).toContain(`${less[0]} to ${less.at(-1)} % less stock at equal fill`);
  expect(german).toContain(`${less[0]} bis ${less.at(-1)} % weniger Bestand`);
});

test("what the front page says of replayed policies is what was replayed", () => {
  const policy = "bedarf-assortment economic";
  type Replayed = { comparison: { points: { policy: string; stockRatio?: number }[] } };
  const atNinety = ["man", "carparts", "auto"].map((set) => {
    const { points } = jsonOf<Replayed>(`replay-${set}`).comparison;
    return short(points.find((point) => point.policy === `${policy} 0.9`)?.stockRatio ?? Number.NaN, 2);
  });
  expect(english).toContain(`target .90: MAN / carparts / AUTO | ${atNinety.join(" / ")} of the best`);
  type Equal = { fill: number; stock: number | null; cost: number | null };
  type Oil = { figures: { policy: string; equalFill: Equal[]; stockToOwn: number; costToOwn: number }[] };
  const figures = jsonOf<Oil>("oil").figures;
  const span = (of: string, name: "stock" | "cost", digits: number): string => {
    const found = figures.find((one) => one.policy === of)?.equalFill ?? [];
    const shares = found.filter(({ fill }) => fill >= 0.9).flatMap((one) => one[name] ?? []);
    return `${short(Math.min(...shares), digits)} to ${short(Math.max(...shares), digits)}`;
  };
  expect(english).toContain(
    `.90 to .97 | ${span(policy, "stock", 2)} / ${span(policy, "cost", 2)} of the best`,
  );
  expect(english).toContain(
    `one target for every item it needs ${span("bedarf-item economic", "stock", 1)} times the best`,
  );
  const own = figures.find((one) => one.policy === policy);
  expect(english).toContain(
    `needs ${short(own?.stockToOwn ?? 0, 2)} of the stock of the firm's own min/max at ${short(own?.costToOwn ?? 0, 2)} of its cost`,
  );
  const less = jsonOf<{ againstBenchmark: number }[]>("lost-sales")
    .map(({ againstBenchmark }) => Math.round(-100 * againstBenchmark))
    .sort((a, b) => a - b);
  expect(english).toContain(`pay ${less[0]} % less than a plain rule on one set and ${less[1]} % less`);
});

test("the bundled example is as large as the front page says", () => {
  const { lines, from, asOf } = JSON.parse(text("datasets/werkstatt/dataset.json")) as {
    lines: Record<string, number>;
    from: string;
    asOf: string;
  };
  const items = new Set(
    readFileSync(join(root, "datasets/werkstatt/artikel.csv"), "latin1").match(/^\d{7}(?=;)/gm),
  );
  const months =
    12 * (Number(asOf.slice(0, 4)) - Number(from.slice(0, 4))) +
    Number(asOf.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  expect(lines["artikel.csv"]).toBeGreaterThanOrEqual(items.size);
  expect(english).toContain(`${items.size} articles, ${months} months, three nights`);
});

/** Sentences and rows whose figures other tests compare, or which say for whom, when or with what, and measure nothing. */
const compared: readonly RegExp[] = [
  /\d+ % closer than those of ERPNext, \d+ % closer than Odoo's/,
  /\d+ % näher als die von ERPNext, \d+ % näher als Odoos/,
  /off by \d+ % less than the ERP average/,
  /have a MASE of [\d.]+, [\d.]+ and [\d.]+/,
  /\d+ (to|bis) \d+ % (less stock|weniger Bestand)/,
  /\d+ articles, \d+ months/,
  /[\d,]+ EUR of stock instead of .* EUR instead of [\d,]+; the price is \d+ % more order lines/,
  /[\d.]+ € Bestand statt .*; der Preis sind \d+ % mehr Bestellzeilen/,
  /3[.,]003 (public series|öffentlichen Reihen)/,
  /^\| replay of .*parts: .*$/gm,
  /^\| replay, stock at equal fill.*$/gm,
  /^\| replay of a firm's min\/max.*$/gm,
  /On a refinery's parts the engine needs .* \(benchmarks\/README\.md\)\. Shops that lose[^.]*\./,
  /A million order lines .* on two cores \(.*\); a quarter of those lines takes \.\d+ GB\./,
];
const noMeasurement: readonly RegExp[] = [
  /localhost:8080/g,
  /under \/v1|Linux x64/g,
  /GPL-3\.0|LGPL-3\.0|Apache-2\.0/g,
  /(Sage|WBZ|L-|M)\s?\d+/g,
  /29 November 2026|December 2023/g,
  /50 (to|bis) 20[.,]000/g,
  /of 20,000 items/g,
  /SHA-256|cp1252|UTF-8/g,
  /Odoo \(12 months\)|mean of 12/g,
  /code 1|code \d|^\s*\d\. /gm,
  /Exit codes: 0 done, 1 .*, 2 .*, 3 /g,
  /at most 600 MB: about a million cells/g,
];

test("no figure stands on a front page that nothing compares", () => {
  for (const page of [english, german]) {
    let rest = page
      .replace(/```[\s\S]*?```/g, "")
      .replace(/`[^`]*`/g, "")
      .replace(/\]\([^)]*\)/g, "");
    for (const row of figureRows()) rest = rest.replace(row, "");
    for (const known of [...compared, ...noMeasurement]) rest = rest.replace(known, "");
    const left = rest.split("\n").filter((line) => /\d/.test(line));
    expect(left).toEqual([]);
  }
});

test("every page that a document of the front leads to is there", () => {
  for (const file of ["README.md", "README.de.md", "docs/page.md", "docs/sources/README.md"]) {
    const links = [...text(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
  }
});

test("the speed of a million lines is what was measured last", () => {
  const { one } = JSON.parse(text("benchmarks/results/scale.json"));
  const gigabytes = (megabytes: number): string => (megabytes / 1000).toFixed(2).replace(/^0/, "");
  const said =
    `become a plan in ${one.seconds.toFixed(0)} s, ${one["CPU s"].toFixed(0)} s of processor time and ` +
    `${gigabytes(one["peak MB"])} GB on two cores (reading the file with csv-parse alone takes ` +
    `${one["csv-parse s"].toFixed(1)} s); a quarter of those lines takes ${gigabytes(one["peak MB of a quarter"])} GB.`;
  expect(text("README.md")).toContain(said);
});

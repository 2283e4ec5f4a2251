import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import type { Command } from "../../../api/command.ts";
import { backtest } from "../../../api/commands/backtest.ts";
import { forecast } from "../../../api/commands/forecast.ts";
import { models } from "../../../api/commands/models.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-forecast-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function call(command: Command, file: string, options: Record<string, unknown> = {}): Promise<string> {
  const parts: Buffer[] = [];
  const sink = () =>
    new Writable({
      write(chunk: Buffer, _, done) {
        parts.push(Buffer.from(chunk));
        done();
      },
    });
  const code = await command.run({
    positionals: file === "" ? [] : [file],
    options: options as Record<string, string>,
    lang: "en",
    stdin: new PassThrough(),
    stdout: sink(),
    stderr: new PassThrough(),
    debug: false,
  });
  expect(code).toBe(0);
  return Buffer.concat(parts).toString();
}

const values = (k: number) => Array.from({ length: 40 }, (_, t) => 20 + k + ((t * (k + 2)) % 9) + (t % 12));
const lines = Array.from({ length: 34 }, (_, k) =>
  JSON.stringify({ item: `A${k}`, bucket: "month", start: "2020-01-01", values: values(k), horizon: 4 }),
);
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const panel = write("panel.ndjson", `${lines.join("\n")}\n`);

test("every line is answered in its place, unreadable ones with code, message and line", async () => {
  const file = write(
    "bad.ndjson",
    `${lines[0]}\nnot json\n{"item":"B","values":["x"]}\n{"item":"C","values":[1,2],"horizon":-1}\n`,
  );
  const out = (await call(forecast, file))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(out[0].demand.mean).toHaveLength(4);
  expect(out.slice(1).map(({ error }) => [error.code, error.line])).toEqual([
    ["not-json", 2],
    ["value-not-a-number", 3],
    ["horizon-not-valid", 4],
  ]);
});

test("a saved pool gives the same bytes, for the panel, alone, and as a sum of partitions", async () => {
  const pool = join(folder, "pool.json");
  const whole = await call(forecast, panel, { "pool-out": pool });
  expect(await call(forecast, panel, { pool: [pool] })).toBe(whole);
  const alone = write("alone.ndjson", `${lines[5]}\n`);
  expect(await call(forecast, alone, { pool: [pool] })).toBe(`${whole.split("\n")[5]}\n`);
  const [a, b] = [lines.slice(0, 11), lines.slice(11)].map((part, i) =>
    write(`part${i}.ndjson`, `${part.join("\n")}\n`),
  );
  const pools = [join(folder, "a.json"), join(folder, "b.json")];
  await call(forecast, a!, { "pool-out": pools[0] });
  await call(forecast, b!, { "pool-out": pools[1] });
  expect(await call(forecast, panel, { pool: pools })).toBe(whole);
});

test("a long CSV needs a horizon and is answered like NDJSON", async () => {
  const rows = values(3).map(
    (y, t) => `A3,${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}-01,${y}`,
  );
  const csv = write("long.csv", `unique_id,ds,y\n${rows.join("\n")}\n`);
  const ndjson = write("one.ndjson", `${lines[3]}\n`);
  await expect(call(forecast, csv)).rejects.toThrow(/--horizon/);
  expect(await call(forecast, csv, { horizon: "4" })).toBe(await call(forecast, ndjson));
});

test("wrong options are refused in one line", async () => {
  await expect(call(forecast, panel, { levels: "95" })).rejects.toThrow(/levels/);
  await expect(call(forecast, panel, { model: "nix" })).rejects.toThrow(/unknown model nix/);
  await expect(call(forecast, panel, { pool: [panel] })).rejects.toThrow(/pool/);
  await expect(call(forecast, join(folder, "none"))).rejects.toThrow(/does not exist/);
  await expect(call(backtest, panel)).rejects.toThrow(/--origins/);
});

test("a backtest prints a row for each series, origin, step and model", async () => {
  const few = write("few.ndjson", `${lines.slice(0, 3).join("\n")}\n`);
  const out = (await call(backtest, few, { origins: "2", horizon: "3", model: "combination,naive" }))
    .trimEnd()
    .split("\n");
  expect(out[0]).toBe("unique_id,cutoff,ds,model,y,mean,q0.05,q0.25,q0.5,q0.75,q0.95");
  expect(out).toHaveLength(1 + 3 * 2 * 3 * 2);
  expect(out[1].split(",").slice(0, 5)).toEqual([
    "A0",
    "2022-12-01",
    "2023-01-01",
    "combination",
    String(values(0)[36]),
  ]);
});

test("the models are listed with their papers and needs", async () => {
  const cards = (await call(models, ""))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(cards.map(({ name }) => name)).toContain("theta");
  expect(cards.every(({ paper, needs }) => paper !== "" && needs >= 0)).toBe(true);
});

test("the last run's forecast draws the answer towards it and says how far", async () => {
  const json = JSON.parse(lines[1]);
  const previous = { start: "2023-04-01", mean: [500, 500, 500, 500] };
  const file = write("previous.ndjson", `${JSON.stringify({ ...json, previous })}\n`);
  const answer = JSON.parse(await call(forecast, file, { pool: ["none"] }));
  const fresh = JSON.parse(await call(forecast, write("fresh.ndjson", `${lines[1]}\n`), { pool: ["none"] }));
  const weight = answer.stabilised ?? 0;
  expect(answer.demand.mean[0]).toBeCloseTo(weight * 500 + (1 - weight) * fresh.demand.mean[0], 6);
  expect(readFileSync(file, "utf8")).toContain("previous");
});

test("a panel of another bucket in the same input changes nothing: each learns for its own horizon", async () => {
  const years = Array.from({ length: 34 }, (_, k) =>
    JSON.stringify({ item: `Y${k}`, bucket: "year", values: values(k).slice(0, 18), horizon: 3 }),
  );
  const alone = await call(forecast, write("years.ndjson", `${years.join("\n")}\n`));
  const together = await call(forecast, write("both.ndjson", `${[...lines, ...years].join("\n")}\n`));
  expect(together.trimEnd().split("\n").slice(lines.length)).toEqual(alone.trimEnd().split("\n"));
});

test("a long CSV may quote its items and be separated by semicolons", async () => {
  const rows = (mark: string, item: string) =>
    [
      ["unique_id", "ds", "y"],
      ...values(3).map((y, t) => [
        item,
        `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}-01`,
        y,
      ]),
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(mark))
      .join("\n");
  const answer = async (name: string, text: string) =>
    JSON.parse(await call(forecast, write(name, text), { horizon: "2" }));
  const comma = await answer("comma.csv", rows(",", "A,1"));
  const semicolon = await answer("semicolon.csv", rows(";", "A,1"));
  expect(comma.item).toBe("A,1");
  expect(semicolon).toEqual(comma);
});

test("days of a closure among the events have no demand", async () => {
  const line = {
    item: "D",
    bucket: "day",
    start: "2026-01-05",
    values: Array.from({ length: 70 }, (_, t) => (t % 7 < 5 ? 9 + ((t * 7) % 3) : 0)),
    horizon: 5,
    events: [{ from: "2026-03-18", to: "2026-03-19", kind: "plant-closure" }],
  };
  const answer = await call(forecast, write("closed.ndjson", `${JSON.stringify(line)}\n`), {
    pool: ["none"],
  });
  const { mean } = JSON.parse(answer).demand as { mean: number[] };
  expect(mean.map((value) => Math.round(value / 10))).toEqual([1, 1, 0, 0, 1]);
});

test("null stands for absent, closures of few days of a month change nothing", async () => {
  const plain = { item: "N", bucket: "month", start: "2020-01-01", values: values(3), horizon: 3 };
  const full = {
    ...plain,
    period: null,
    group: null,
    previous: null,
    events: [{ from: "2020-08-01", to: "2020-08-14", kind: "plant-closure", factor: null }],
  };
  const file = write("null.ndjson", `${JSON.stringify(plain)}\n${JSON.stringify(full)}\n`);
  const [one, other] = (await call(forecast, file, { pool: ["none"] })).trimEnd().split("\n");
  expect(other).toBe(one);
});

test("a last run still at the level before a confirmed shift draws nothing back, one at the new level does", async () => {
  const level = Array.from({ length: 60 }, (_, t) => (t < 54 ? 100 : 200) + ((t * 7) % 11));
  const line = (mean: number) =>
    JSON.stringify({
      item: "S",
      bucket: "month",
      start: "2019-01-01",
      values: level,
      horizon: 3,
      previous: { start: "2023-12-01", mean: [mean, mean, mean, mean] },
    });
  const file = write("shift.ndjson", `${line(105)}\n${line(215)}\n`);
  const [old, fresh] = (await call(forecast, file, { pool: ["none"] }))
    .trimEnd()
    .split("\n")
    .map((one) => JSON.parse(one));
  expect(old.stabilised).toBeUndefined();
  expect(fresh.stabilised).toBeGreaterThan(0);
});

test("what was an exception is not observed: forecast and backtest answer as with null there", async () => {
  const usual = Array.from({ length: 30 }, (_, t) => 90 + ((t * 7) % 19));
  const odd = usual.map((value, t) => (t >= 20 && t < 24 ? 420 : value));
  const line = { item: "A1", bucket: "month", start: "2024-01-01", horizon: 6 };
  const passing = { kind: "passing", from: "2025-09-01", to: "2025-12-31" };
  const hidden = odd.map((value, t) => (t >= 20 && t < 24 ? null : value));
  const told = write("told.ndjson", JSON.stringify({ ...line, values: odd, events: [passing] }));
  const bare = write("bare.ndjson", JSON.stringify({ ...line, values: hidden }));
  const answer = await call(forecast, told);
  expect(answer).toBe(await call(forecast, bare));
  const { demand } = JSON.parse(answer) as { demand: { mean: number[] } };
  expect(Math.max(...demand.mean)).toBeLessThan(115);
  const options = { origins: "3", horizon: "2" };
  expect(await call(backtest, told, options)).toBe(await call(backtest, bare, options));
  const undated = JSON.stringify({ item: "A1", values: odd, horizon: 2, events: [passing] });
  const both = write("undated.ndjson", `${readFileSync(told, "utf8")}\n${undated}\n`);
  const [, second = ""] = (await call(forecast, both, { pool: ["none"] })).trimEnd().split("\n");
  expect(JSON.parse(second)).toMatchObject({ error: { code: "start-not-a-date" } });
});

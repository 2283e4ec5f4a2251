import { tmpdir } from "node:os";
import { runCommand } from "../../../api/jobs/run-command.ts";
import { type Row, seeded } from "../row.ts";

type Random = () => number;

const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

const numbers =
  "0 -0 1 -1 1.5 1e308 -1e308 1e400 1e-320 5e-324 1e12 1e13 9007199254740993 0.1 7 365 3650 99.9 null".split(
    " ",
  );
const odd = ["true", '""', '"\\u0000"', '"\\ud800"', "[]", "{}", "[[]]", '"x"', '{"toString":1}', "null"];
const days =
  '"2024-01-01" "9999-12-31" "0001-01-01" "2024-02-30" "2200-12-31" "275760-09-13" null "2025-07-01"'.split(
    " ",
  );

const numberOf = (random: Random) =>
  random() < 0.5 ? String(Math.floor(random() * 60)) : pick(random, numbers);
const dayOf = (random: Random) => pick(random, days);
const wordOf =
  (...words: string[]) =>
  (random: Random) =>
    JSON.stringify(pick(random, words));

function valuesOf(random: Random): string {
  const isWild = random() < 0.4;
  const length = pick(random, [0, 1, 2, 3, 8, 24, 60]);
  const values = Array.from({ length }, () => (isWild ? numberOf(random) : Math.floor(random() * 20)));
  return `[${values.join(",")}]`;
}

const fieldNames =
  "period horizon onHand backorders leadTimeDays leadTimeSdDays reviewDays minimumOrder packSize maximumStock unitCost orderCost holdingRatePerYear backorderCost lostShare shortageCost holdingCostPerUnit serviceLevel reorderPoint safetyStock shelfLifeDays price".split(
    " ",
  );

/** Fields of a line, each with what may stand in it. */
const fields: Readonly<Record<string, (random: Random) => string>> = {
  ...Object.fromEntries(fieldNames.map((name) => [name, numberOf])),
  bucket: wordOf("day", "week", "month", "quarter", "year", "hour"),
  start: dayOf,
  asOf: dayOf,
  values: valuesOf,
  prices: valuesOf,
  errors: valuesOf,
  group: wordOf("g", "__proto__"),
  holdingPer: wordOf("day", "year"),
  shortage: wordOf("backorder", "lost", "partial"),
  serviceType: wordOf("cycle", "fill"),
  scope: wordOf("item", "assortment"),
  onOrder: (random) => `[{"date":${dayOf(random)},"quantity":${numberOf(random)}}]`,
  events: (random) =>
    `[{"from":${dayOf(random)},"to":${dayOf(random)},"kind":"promotion","factor":${numberOf(random)}}]`,
  previous: (random) => `{"start":${dayOf(random)},"mean":${valuesOf(random)}}`,
  state: (random) =>
    `{"quantity":${numberOf(random)},"orderBy":${dayOf(random)},"reorderPoint":${numberOf(random)},"orderUpTo":${numberOf(random)}}`,
};

/** A line of NDJSON in which about a sixth of all fields are set, some with what does not belong there. */
function hostileLine(random: Random): string {
  const usual = [
    '"item":"A"',
    `"values":${valuesOf(random)}`,
    '"bucket":"month"',
    '"start":"2023-01-01"',
    '"horizon":3',
    '"onHand":5',
    '"leadTimeDays":14',
  ];
  const own = Object.entries(fields).flatMap(([name, value]) =>
    random() < 0.16 ? [`"${name}":${random() < 0.08 ? pick(random, odd) : value(random)}`] : [],
  );
  return `{${[...usual, ...own].join(",")}}`;
}

const perProcess = 1000;

/** Hostile lines through the commands that answer line by line: each is answered, whatever the others are. */
export async function hostileLines(count: number): Promise<Row> {
  const random = seeded(31);
  const faults: string[] = [];
  let asked = 0;
  for (let k = 0; asked < count; k++) {
    const command = pick(random, ["suggest", "forecast", "signals"]);
    const pool = command === "signals" || k % 4 === 0 ? [] : ["--pool", "none"];
    const lines = Array.from({ length: perProcess }, () => hostileLine(random));
    asked += lines.length;
    const run = runCommand([command, "-", ...pool], [Buffer.from(`${lines.join("\n")}\n`)] as never, {
      inputBytes: 1e9,
      memoryMb: 1024,
      dataFolder: tmpdir(),
    });
    let answers = 0;
    for await (const bytes of run.output)
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) answers++;
    const { code, said } = await run.end;
    if (code !== 0 || answers !== lines.length)
      faults.push(`${command} ${pool.join(" ")}: code ${code}, ${answers} answers, ${said.slice(0, 80)}`);
  }
  return {
    promise:
      "Lines of NDJSON with numbers, days and types that do not belong there: each is answered, no line ends the others",
    figure: `${asked} lines, ${faults.length === 0 ? "0 faults" : faults.slice(0, 4).join("; ")}`,
    held: faults.length === 0,
  };
}

import { markdown, type Row } from "../results.ts";
import { policyRows } from "./ordering.ts";
import { jsonOf, number, rounded, rowsOf, type Stored } from "./stored.ts";

const ours = (rows: readonly Stored[]): Stored | undefined => rows.find(({ model }) => model === "bedarf");
const other = (rows: readonly Stored[]): Stored[] => rows.filter(({ model }) => model !== "bedarf");

/** A set and its part; once where both have one name. */
const named = ({ set = "", part = "" }: Stored): string =>
  part.toLowerCase() === set.toLowerCase() ? set : `${set} ${part.toLowerCase()}`;

/** The row of another with the smallest figure. */
const best = (rows: readonly Stored[], name: string): Stored | undefined =>
  other(rows)
    .filter((row) => Number.isFinite(number(row, name)))
    .sort((a, b) => number(a, name) - number(b, name))[0];

/** Who has a smaller figure than we, by name; "–": nobody. */
const lostTo = (rows: readonly Stored[], name: string): string =>
  other(rows)
    .filter((row) => number(row, name) < number(ours(rows), name))
    .map(({ model = "" }) => model)
    .join("; ") || "–";

const figure = (row: Stored | undefined, name: string, digits: number): string => {
  const value = number(row, name);
  return Number.isFinite(value) ? rounded(value, digits) : "";
};

const groups = (rows: readonly Stored[], keys: readonly string[]): Stored[][] => [
  ...Map.groupBy(rows, (row) => keys.map((key) => row[key]).join(" ")).values(),
];

const forecast = (): Row[] =>
  groups(rowsOf("accuracy"), ["set", "part"]).map((rows) => {
    const peer = best(rows, "MASE");
    const erp = (model: RegExp) =>
      figure(
        rows.find((row) => model.test(row.model ?? "")),
        "MASE",
        3,
      );
    return {
      set: named(rows[0] ?? {}),
      series: rows[0]?.series,
      "bedarf: sMAPE": figure(ours(rows), "sMAPE per point", 2),
      MASE: figure(ours(rows), "MASE", 3),
      "best other": `${peer?.model} ${figure(peer, "MASE", 3)}`,
      "bedarf against it, %": peer?.["bedarf against it, MASE %"],
      ERPNext: erp(/^ERPNext/),
      "Odoo, 12 months": erp(/^Odoo, 12/),
      frePPLe: erp(/^frePPLe/),
      "lost to": lostTo(rows, "MASE"),
    };
  });

const intermittent = (): Row[] =>
  groups(rowsOf("intermittent"), ["set"]).map((rows) => {
    const [mean, range] = [best(rows, "RMSSE"), best(rows, "scaled pinball")];
    return {
      set: rows[0]?.set,
      items: rows[0]?.series,
      "bedarf: RMSSE": figure(ours(rows), "RMSSE", 3),
      "best other": `${mean?.model} ${figure(mean, "RMSSE", 3)}`,
      "bedarf: scaled pinball": figure(ours(rows), "scaled pinball", 3),
      "best other range": `${range?.model} ${figure(range, "scaled pinball", 3)}`,
      "lost to by RMSSE": lostTo(rows, "RMSSE"),
      "lost to by pinball": lostTo(rows, "scaled pinball"),
    };
  });

interface Seed {
  readonly nightly: number;
  readonly copies: Readonly<Record<string, string>>;
  readonly scores: readonly { readonly method: string; readonly fdp: number }[];
}

const span = (values: readonly number[], digits: number): string =>
  `${rounded(Math.min(...values), digits)} to ${rounded(Math.max(...values), digits)}`;

function signalRows(): Row[] {
  const seeds = jsonOf<Seed[]>("signals");
  const discoveries = (method: RegExp) =>
    span(
      seeds.flatMap(({ scores }) =>
        scores.filter((score) => method.test(score.method)).map(({ fdp }) => fdp),
      ),
      3,
    );
  const power = (kind: string) =>
    span(
      seeds.map(({ copies }) => Number.parseFloat(copies[kind] ?? "")),
      2,
    );
  const aims: [string, string][] = [
    ["spike", "at least 0.9"],
    ["level-shift", "at least 0.8"],
    ["end-of-life", "at least 0.85"],
    ["unit-change", "at least 0.95"],
    ["season-change", "at least 0.5"],
    ["variance-change", "at least 0.5"],
  ];
  return [
    {
      what: `false discoveries, ${seeds.length} seeds`,
      bedarf: discoveries(/fdr \.05/),
      beside: `3 sigma ${discoveries(/sigma/)}; Hampel ${discoveries(/Hampel/)}; CUSUM ${discoveries(/CUSUM/)}`,
      aim: "at most 0.08",
    },
    {
      what: "false alarms of a night, per 1,000 item-months",
      bedarf: span(
        seeds.map(({ nightly }) => nightly),
        2,
      ),
      beside: "",
      aim: "at most 3",
    },
    ...aims.map(([kind, aim]) => ({
      what: `${kind} found, clear ones`,
      bedarf: power(kind),
      beside: "",
      aim,
    })),
  ];
}

interface Steady {
  readonly set: string;
  readonly rows: Readonly<Record<string, { readonly smapc: number; readonly mase: number }>>;
}

const stabilityRows = (): Row[] => {
  const cell = (row: { smapc: number; mase: number } | undefined) =>
    row === undefined ? "" : `${rounded(row.smapc, 2)} / ${rounded(row.mase, 3)}`;
  const chosen = groups(rowsOf("stability"), ["set", "part"]).map((rows) => {
    const of = (model: string) => {
      const row = rows.find((one) => one.model === model);
      return cell({ smapc: number(row, "sMAPC %"), mase: number(row, "MASE of the same origins") });
    };
    return {
      what: `${named(rows[0] ?? {})}: change from run to run, sMAPC % / MASE`,
      bedarf: of("combination"),
      beside: `theta ${of("theta")}; ets ${of("ets")}; seasonal naive ${of("seasonal-naive")}`,
      aim: "",
    };
  });
  const drawn = jsonOf<Steady[]>("stability").map(({ set, rows }) => ({
    what: `${set}, drawn to the last run: the same`,
    bedarf: cell(rows["bedarf, stabilise auto"]),
    beside: `ets ${cell(rows["ets (AICc)"])}; not drawn ${cell(rows.bedarf)}`,
    aim: "",
  }));
  return [...chosen, ...drawn];
};

const speed = (): Row[] =>
  rowsOf("speed").map((row) => ({
    what: row.question || `${named(row)}, ${row.series} series`,
    "CPU s": row["CPU s"],
    "of it learning": row["of it learning"],
    "ms per series": row["ms per series"] || row["CPU ms"],
    "DOT + AutoETS, CPU s (stored)": row["DOT + AutoETS, CPU s (stored)"],
    "times faster": row["times faster"],
    ratio: row["CPU ratio"],
  }));

/** The five tables of benchmarks/README.md by name, made of the stored results alone. */
export const tables: Readonly<Record<string, () => string>> = {
  "table-forecast": () => markdown(forecast()),
  "table-intermittent": () => markdown(intermittent()),
  "table-ordering": () => markdown(policyRows()),
  "table-signals": () => markdown([...signalRows(), ...stabilityRows()]),
  "table-speed": () => markdown(speed()),
};

import { type BacktestMeasures, words } from "../../src/index.ts";
import type { Lang, Phrase } from "../command.ts";

/** A column of the table: its heading, and its text of a line. */
interface Column {
  readonly heading: Phrase;
  readonly text: (line: BacktestMeasures, seconds: ReadonlyMap<string, number>, lang: Lang) => string;
}

const all: Phrase = { de: "alle", en: "all" };
const patterns: Readonly<Record<NonNullable<BacktestMeasures["pattern"]>, Phrase>> = {
  smooth: { de: "gleichmäßig", en: "smooth" },
  erratic: { de: "schwankend", en: "erratic" },
  intermittent: { de: "sporadisch", en: "intermittent" },
  lumpy: { de: "klumpig", en: "lumpy" },
};

const fixed = (value: number | null | undefined, digits: number, lang: Lang): string =>
  value === null || value === undefined
    ? "-"
    : value.toLocaleString(lang, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      });

const figure = (de: string, en: string, digits: number, of: (line: BacktestMeasures) => number | null) => ({
  heading: { de, en },
  text: (line: BacktestMeasures, _: unknown, lang: Lang) => fixed(of(line), digits, lang),
});

const columns: readonly Column[] = [
  { heading: { de: "Verfahren", en: "model" }, text: ({ model }) => model },
  {
    heading: { de: "Bedarf", en: "demand" },
    text: ({ pattern }, _, lang) => words.phraseIn(pattern === undefined ? all : patterns[pattern], lang),
  },
  figure("Reihen", "series", 0, ({ series }) => series),
  figure("Zeilen", "rows", 0, ({ rows }) => rows),
  figure("MASE", "MASE", 3, ({ mase }) => mase),
  figure("RMSSE", "RMSSE", 3, ({ rmsse }) => rmsse),
  figure("WAPE %", "WAPE %", 1, ({ wape }) => wape),
  figure("Bias %", "bias %", 1, ({ bias }) => bias),
  figure("Quantilverlust", "quantile loss", 3, ({ scaledQuantileLoss }) => scaledQuantileLoss),
  figure("Summenverlust", "loss of totals", 3, ({ totalLoss }) => totalLoss),
  figure("in 80 %", "in 80 %", 1, ({ coverage80 }) => coverage80),
  figure("in 95 %", "in 95 %", 1, ({ coverage95 }) => coverage95),
  {
    heading: { de: "Sekunden", en: "seconds" },
    text: ({ model, pattern }, seconds, lang) =>
      fixed(pattern === undefined ? seconds.get(model) : undefined, 1, lang),
  },
];

/** The measures of a backtest as a table for a terminal; `seconds` a model took, where they are known. */
export function backtestTable(
  lines: readonly BacktestMeasures[],
  seconds: ReadonlyMap<string, number>,
  lang: Lang,
): string {
  const cells = [
    columns.map(({ heading }) => words.phraseIn(heading, lang)),
    ...lines.map((line) => columns.map(({ text }) => text(line, seconds, lang))),
  ];
  const widths = columns.map((_, k) => Math.max(...cells.map((row) => row[k].length)));
  const padded = (text: string, k: number) => (k < 2 ? text.padEnd(widths[k]) : text.padStart(widths[k]));
  return cells.map((row) => `${row.map(padded).join("  ").trimEnd()}\n`).join("");
}

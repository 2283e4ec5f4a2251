import { once } from "node:events";
import {
  errorLine,
  type Forecast,
  forecastSeries,
  InputError,
  learnPool,
  type Pool,
  planningLevels,
  requestHorizon,
  type SuggestRequest,
  UsageError,
} from "../../src/index.ts";
import type { Call, Command } from "../command.ts";
import { seriesLines, textOf } from "../ndjson/series-lines.ts";
import { linesOf } from "../ndjson/series-stream.ts";
import { answerLine, type SuggestLine, suggestLine } from "../ndjson/suggest-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf } from "../run/files.ts";
import { poolOf } from "./forecast.ts";

const write = async (call: Call, line: string): Promise<void> => {
  if (!call.stdout.write(`${line}\n`)) await once(call.stdout, "drain");
};

/** Forecast of a request as far as its lead and review time reach. */
export function forecastOf(request: SuggestRequest, pool: Pool | null): Forecast {
  const horizon = requestHorizon(request);
  return forecastSeries(withWorkingDays(request.series, horizon), { horizon, levels: planningLevels, pool });
}

const answerOf = (asked: SuggestLine, pool: Pool | null): string =>
  "error" in asked
    ? errorLine(asked.line, asked.error)
    : answerLine(asked.request, forecastOf(asked.request, pool));

/** Learns from all lines where no pool is given, then answers in their order. */
async function panel(call: Call, file: string): Promise<number> {
  const asked = [...seriesLines(textOf(sourceOf(file)))].map(suggestLine);
  const requests = asked.flatMap((one) => ("request" in one ? [one.request] : []));
  const horizon = requests.reduce((most, request) => Math.max(most, requestHorizon(request)), 1);
  const series = requests.map((request) => withWorkingDays(request.series, requestHorizon(request)));
  const pool = learnPool(series, { horizon });
  for (const one of asked) await write(call, answerOf(one, pool));
  return requests.length;
}

/** Answers line by line with the pool given. */
async function stream(call: Call, file: string, pool: Pool | null): Promise<number> {
  let number = 0;
  let answered = 0;
  for await (const text of linesOf(file, call.stdin)) {
    number++;
    for (const line of seriesLines(text)) {
      const one = suggestLine({ ...line, line: number });
      if ("request" in one) answered++;
      await write(call, answerOf(one, pool));
    }
  }
  return answered;
}

async function run(call: Call): Promise<number> {
  if (call.positionals.length > 1) throw new UsageError("one file, or - for standard input");
  const file = call.positionals[0] ?? "-";
  const pool = poolOf(call);
  const answered = pool === undefined ? await panel(call, file) : await stream(call, file, pool);
  if (answered === 0) throw new InputError("no-items", "the input holds no item that can be suggested for");
  return 0;
}

export const suggest: Command = {
  summary: {
    de: "Bestellvorschläge für einzelne Artikel (NDJSON), ohne Zustand",
    en: "order suggestions for single items (NDJSON), stateless",
  },
  usage: "[FILE|-] [--pool FILE|none]…",
  examples: ["suggest items.ndjson > suggestions.ndjson", "suggest - --pool monday.json < items.ndjson"],
  options: {
    pool: {
      type: "string",
      multiple: true,
      value: "FILE|none",
      meaning: {
        de: "gespeichertes Gelerntes statt neuem Lernen; mehrere werden addiert",
        en: "a saved pool instead of learning; several are added",
      },
    },
  },
  run,
};

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
} from "../../src/index.ts";
import type { Call, Command } from "../command.ts";
import { seriesLines } from "../ndjson/series-lines.ts";
import { linesOf, writeLine } from "../ndjson/series-stream.ts";
import { answerLine, type SuggestLine, suggestLine } from "../ndjson/suggest-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, streamOf, textOf } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { inputPath, poolOption } from "./option-values.ts";

const options = { pool: poolOption };
type Asked = Call<typeof options>;

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
async function panel(call: Asked, file: string): Promise<number> {
  const asked = [...seriesLines(textOf(sourceOf(file)))].map(suggestLine);
  const requests = asked.flatMap((one) => ("request" in one ? [one.request] : []));
  const horizon = requests.reduce((most, request) => Math.max(most, requestHorizon(request)), 1);
  const series = requests.map((request) => withWorkingDays(request.series, requestHorizon(request)));
  const pool = learnPool(series, { horizon });
  for (const one of asked) await writeLine(call.stdout, answerOf(one, pool));
  return requests.length;
}

/** Answers line by line with the pool given. */
async function stream(call: Asked, file: string, pool: Pool | null): Promise<number> {
  let number = 0;
  let answered = 0;
  for await (const text of linesOf(streamOf(file, call.stdin))) {
    number++;
    for (const line of seriesLines(text)) {
      const one = suggestLine({ ...line, line: number });
      if ("request" in one) answered++;
      await writeLine(call.stdout, answerOf(one, pool));
    }
  }
  return answered;
}

async function run(call: Asked): Promise<number> {
  const file = inputPath(call.positionals);
  const pool = poolOf(call.options.pool ?? []);
  const answered = pool === undefined ? await panel(call, file) : await stream(call, file, pool);
  if (answered === 0) throw new InputError({ code: "no-items" });
  return 0;
}

export const suggest: Command<typeof options> = {
  summary: {
    de: "Bestellvorschläge für einzelne Artikel (NDJSON), ohne Zustand",
    en: "order suggestions for single items (NDJSON), stateless",
  },
  usage: "[FILE|-] [--pool FILE|none]…",
  examples: ["suggest items.ndjson > suggestions.ndjson", "suggest - --pool monday.json < items.ndjson"],
  options,
  run,
};

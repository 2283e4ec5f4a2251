import {
  attempt,
  errorLine,
  type Forecast,
  forecastSeries,
  InputError,
  learnPool,
  type Pool,
  panelOptions,
  planningLevels,
  replenishOptions,
  requestHorizon,
  type ServiceScope,
  type SuggestRequest,
  suggestOne,
  suggestTogether,
  tunedOrigins,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { answered, lineFailed } from "../ndjson/answered.ts";
import { seriesLines } from "../ndjson/series-lines.ts";
import { linesOf, writeLine } from "../ndjson/series-stream.ts";
import { answerLine, linePlant, type SuggestLine, suggestLine } from "../ndjson/suggest-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, streamOf, textOf } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { inputPath, poolOption } from "./option-values.ts";

const options = {
  pool: poolOption,
  "service-scope": argument(
    "item|assortment",
    "wem das Ziel gilt: jedem Artikel oder allen Zeilen zusammen (ohne --pool: assortment)",
    "whom the target holds for: each item or all lines together (without --pool: assortment)",
  ),
  tune: argument(
    "off|auto",
    "auto: was Kosten sagen, wird am Vergangenen aller Zeilen berichtigt",
    "auto: what costs say is corrected by the past of all lines",
  ),
};
type Asked = Call<typeof options>;

const scopes: readonly ServiceScope[] = ["item", "assortment"];

/** The scope that `--service-scope` names. */
function scopeOf(got: string | undefined): ServiceScope | undefined {
  if (got === undefined) return undefined;
  const scope = scopes.find((one) => one === got);
  if (scope === undefined)
    throw new UsageError({ code: "not-either", name: "--service-scope", known: scopes, got });
  return scope;
}

const tunings = ["off", "auto"] as const;

/** Whether the past corrects what costs say, as `--tune` says. */
function tuneOf(got = "off"): (typeof tunings)[number] {
  const tune = tunings.find((one) => one === got);
  if (tune === undefined) throw new UsageError({ code: "not-either", name: "--tune", known: tunings, got });
  return tune;
}

/** Forecast of a request as far as its lead and review time reach. @param origins past origins that it brings */
export function forecastOf(request: SuggestRequest, pool: Pool | null, origins = 0): Forecast {
  const horizon = requestHorizon(request);
  const series = withWorkingDays(request.series, horizon);
  return forecastSeries(series, { horizon, levels: planningLevels, pool, origins });
}

/** What is learned from all lines where no pool is given. */
function learned(requests: readonly SuggestRequest[]): Pool | null {
  const horizon = requests.reduce((most, request) => Math.max(most, requestHorizon(request)), 1);
  const series = requests.map((request) => withWorkingDays(request.series, requestHorizon(request)));
  return learnPool(series, { horizon });
}

/** Answers all lines together, in their order. @param known pool given; absent: learned from the lines */
async function panel(
  call: Asked,
  file: string,
  scope: ServiceScope | undefined,
  known: Pool | null | undefined,
): Promise<number> {
  const tune = tuneOf(call.options.tune);
  const asked = [...seriesLines(textOf(sourceOf(file)))].map((line) => withScope(suggestLine(line), scope));
  const requests = asked.flatMap((one) => ("request" in one ? [one.request] : []));
  const pool = known === undefined ? learned(requests) : known;
  /** Name of the model of each request; undefined where its forecast failed. */
  const models: (string | undefined)[] = [];
  function* forecasts() {
    for (const request of requests) {
      const forecast = attempt(
        () => forecastOf(request, pool, (request.item.tune ?? tune) === "auto" ? tunedOrigins : 0),
        () => undefined,
      );
      models.push(forecast?.model);
      if (forecast !== undefined) yield { request, forecast };
    }
  }
  const served =
    scope === undefined
      ? known === undefined
        ? panelOptions
        : replenishOptions
      : { ...replenishOptions, serviceScope: scope };
  const answers = suggestTogether(forecasts(), linePlant, { ...served, tune });
  let [k, next] = [0, 0];
  for (const one of asked) {
    const error = "error" in one ? one.error : undefined;
    const model = error === undefined ? models[k++] : undefined;
    const line =
      "error" in one || model === undefined
        ? errorLine(one.line, error ?? lineFailed)
        : answerLine(one.request, { model }, answers[next++]);
    await writeLine(call.stdout, line);
  }
  return requests.length;
}

/** A line that says nothing of its own of whom its target holds for gets what the call asks for. */
function withScope(one: SuggestLine, scope: ServiceScope | undefined): SuggestLine {
  if (scope === undefined || "error" in one || one.request.item.scope !== undefined) return one;
  return { ...one, request: { ...one.request, item: { ...one.request.item, scope } } };
}

/** Answers line by line with the pool given, each by itself. */
async function stream(call: Asked, file: string, pool: Pool | null): Promise<number> {
  let number = 0;
  let count = 0;
  for await (const text of linesOf(streamOf(file, call.stdin))) {
    number++;
    for (const line of seriesLines(text)) {
      const one = suggestLine({ ...line, line: number });
      if ("request" in one) count++;
      await writeLine(
        call.stdout,
        "error" in one
          ? errorLine(one.line, one.error)
          : answered(one.line, one.request.item.item, () => alone(one.request, pool)),
      );
    }
  }
  return count;
}

/** The answer to a request on its own. */
function alone(request: SuggestRequest, pool: Pool | null): string {
  const forecast = forecastOf(request, pool);
  return answerLine(request, forecast, suggestOne(request, forecast, linePlant));
}

async function run(call: Asked): Promise<number> {
  const file = inputPath(call.positionals);
  const pool = poolOf(call.options.pool ?? []);
  const scope = scopeOf(call.options["service-scope"]);
  const count =
    pool === undefined || scope === "assortment" || tuneOf(call.options.tune) === "auto"
      ? await panel(call, file, scope, pool)
      : await stream(call, file, pool);
  if (count === 0) throw new InputError({ code: "no-items" });
  return 0;
}

export const suggest: Command<typeof options> = {
  summary: {
    de: "Bestellvorschläge für einzelne Artikel (NDJSON), ohne Zustand",
    en: "order suggestions for single items (NDJSON), stateless",
  },
  usage: "[FILE|-] [--pool FILE|none]… [--service-scope item|assortment] [--tune auto]",
  examples: ["suggest items.ndjson > suggestions.ndjson", "suggest - --pool monday.json < items.ndjson"],
  options,
  run,
};

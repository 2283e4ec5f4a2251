import {
  asServed,
  daysOutside,
  defined,
  type Forecast,
  holdingPeriods,
  type Item,
  mostDaysAhead,
  netted,
  type OpenOrder,
  type PreviousSuggestion,
  requestDay,
  type SuggestAnswer,
  type SuggestRequest,
  shortages,
  words,
  workCalendar,
} from "../../src/index.ts";
import { lineFailed } from "./answered.ts";
import { isUsableDay, type SeriesLine } from "./series-lines.ts";
import { type LineError, saidOf, UnfitLine } from "./unfit-line.ts";

/** A line of `suggest`: a request, or why it cannot be answered. */
export type SuggestLine =
  | { readonly line: number; readonly request: SuggestRequest }
  | { readonly line: number; readonly error: LineError };

type Json = Readonly<Record<string, unknown>>;

/** Working days of the plant of a line. */
export const linePlant = workCalendar("DE");

/** Numbers of a line that go into the item as they are. */
const itemNumbers = [
  "onHand",
  "backorders",
  "leadTimeDays",
  "leadTimeSdDays",
  "reviewDays",
  "minimumOrder",
  "packSize",
  "maximumStock",
  "unitCost",
  "orderCost",
  "holdingRatePerYear",
  "backorderCost",
  "lostShare",
  "shortageCost",
  "holdingCostPerUnit",
  "serviceLevel",
  "reorderPoint",
  "safetyStock",
  "shelfLifeDays",
] as const satisfies readonly (keyof Item)[];

/** Costs and spreads that cannot lie below 0; master data that can be mended are issues of the answer instead. */
const notNegative = [
  "leadTimeSdDays",
  "orderCost",
  "holdingRatePerYear",
  "backorderCost",
  "shortageCost",
  "holdingCostPerUnit",
] as const;

/** Fields of a line that are one of a few words. */
const itemWords = {
  serviceType: ["cycle", "fill"],
  shortage: shortages,
  holdingPer: holdingPeriods,
  scope: ["item", "assortment"],
  tune: ["off", "auto"],
} as const satisfies { readonly [Name in keyof Item]?: readonly Item[Name][] };

const unfit = (code: string, message: string): UnfitLine => new UnfitLine({ code, message });

function numberOf(json: Json, name: string): number | undefined {
  const value = json[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value))
    throw unfit(`${name}-not-a-number`, `${name} must be a number, got ${saidOf(value)}`);
  return value;
}

function required(json: Json, name: string): number {
  const value = numberOf(json, name);
  if (value === undefined)
    throw unfit(`${name}-missing`, `${name} is missing: without it nothing is ordered`);
  return value;
}

function wordOf<Name extends keyof typeof itemWords>(
  json: Json,
  name: Name,
): (typeof itemWords)[Name][number] | undefined {
  const value = json[name] ?? undefined;
  if (value === undefined) return undefined;
  const known: readonly (typeof itemWords)[Name][number][] = itemWords[name];
  const word = known.find((one) => one === value);
  if (word === undefined)
    throw unfit(`${name}-unknown`, `${name} must be ${known.join(" or ")}, got ${saidOf(value)}`);
  return word;
}

/** What becomes of a shortage and what a unit costs: a part needs its share, a cost per unit its period. */
function shortageOf(json: Json) {
  const words = defined({
    serviceType: wordOf(json, "serviceType"),
    shortage: wordOf(json, "shortage"),
    holdingPer: wordOf(json, "holdingPer"),
    scope: wordOf(json, "scope"),
    tune: wordOf(json, "tune"),
  });
  const share = numberOf(json, "lostShare");
  if (share !== undefined && !(share >= 0 && share <= 1))
    throw unfit("lostShare-not-valid", `lostShare must lie between 0 and 1, got ${share}`);
  if (words.shortage === "partial" && share === undefined)
    throw unfit("lostShare-missing", "shortage partial needs lostShare, the share that is lost");
  if (numberOf(json, "holdingCostPerUnit") !== undefined && words.holdingPer === undefined)
    throw unfit("holdingPer-missing", "holdingCostPerUnit needs holdingPer: day, week, month or year");
  return words;
}

function dateOf(json: Json, name: string): string | undefined {
  const value = json[name];
  if (value === undefined || value === null) return undefined;
  if (!isUsableDay(value))
    throw unfit(`${name}-not-a-date`, `${name} must be a date YYYY-MM-DD, got ${saidOf(value)}`);
  return value;
}

function openOrdersOf(json: Json, item: string): OpenOrder[] {
  const { onOrder } = json;
  if (onOrder === undefined || onOrder === null) return [];
  if (!Array.isArray(onOrder))
    throw unfit("onOrder-not-a-list", "onOrder must be a list of {date, quantity}");
  return onOrder.map((order: unknown, k) => {
    const record = (typeof order === "object" && order !== null ? order : {}) as Json;
    const date = dateOf(record, "date");
    const quantity = numberOf(record, "quantity");
    if (date === undefined || quantity === undefined)
      throw unfit("onOrder-not-valid", `onOrder[${k}] needs date and quantity`);
    return { item, date, quantity };
  });
}

function stateOf(json: Json): PreviousSuggestion | undefined {
  const { state } = json;
  if (state === undefined || state === null) return undefined;
  const record = (typeof state === "object" ? state : {}) as Json;
  const orderBy = dateOf(record, "orderBy");
  const [quantity, reorderPoint, orderUpTo] = ["quantity", "reorderPoint", "orderUpTo"].map((name) =>
    numberOf(record, name),
  );
  if (
    orderBy === undefined ||
    quantity === undefined ||
    reorderPoint === undefined ||
    orderUpTo === undefined
  )
    throw unfit("state-not-valid", "state must be what the last answer returned");
  const day = dateOf(record, "day");
  const orderedOn = dateOf(record, "orderedOn");
  return { quantity, orderBy, reorderPoint, orderUpTo, ...defined({ day, orderedOn }) };
}

function requestOf(line: Extract<SeriesLine, { series: unknown }>): SuggestRequest {
  const { json } = line;
  const series = netted(line.series);
  required(json, "onHand");
  if (required(json, "leadTimeDays") < 0)
    throw unfit("leadTimeDays-negative", "leadTimeDays must be 0 or more");
  const chosen = shortageOf(json);
  const level = numberOf(json, "serviceLevel");
  if (level !== undefined && !(level > 0 && level <= 100))
    throw unfit("serviceLevel-not-valid", `serviceLevel must lie between 0 and 1 (or 100 %), got ${level}`);
  for (const name of notNegative)
    if ((numberOf(json, name) ?? 0) < 0) throw unfit(`${name}-negative`, `${name} must be 0 or more`);
  const numbers = Object.fromEntries(
    itemNumbers.map((name) => [name, numberOf(json, name)]).filter(([, value]) => value !== undefined),
  ) as Partial<Item>;
  const asOf = dateOf(json, "asOf");
  const state = stateOf(json);
  const request: SuggestRequest = {
    series,
    item: { item: series.item, ...numbers, ...chosen },
    openOrders: openOrdersOf(json, series.item),
    ...defined({ asOf, state }),
  };
  if (Number.isNaN(requestDay(request)))
    throw unfit("asOf-missing", "asOf is missing, and the series has no start");
  const outside = daysOutside(request);
  if (outside < 0) throw unfit("asOf-before-series", `asOf ${asOf} lies before the series begins`);
  if (outside > mostDaysAhead)
    throw unfit("asOf-far", `asOf ${asOf} lies ${outside} days after the series ends: five years at most`);
  return asServed(request);
}

/** A line of NDJSON as a request. */
export function suggestLine(line: SeriesLine): SuggestLine {
  if ("error" in line) return line;
  const { item } = line.series;
  try {
    return { line: line.line, request: requestOf(line) };
  } catch (error) {
    return { line: line.line, error: { item, ...(error instanceof UnfitLine ? error.error : lineFailed) } };
  }
}

/** One line of the answer: levels, quantity and day with their reasons, or why there is none. */
export function answerLine(
  request: SuggestRequest,
  forecast: Pick<Forecast, "model">,
  { suggestion, issues, state }: SuggestAnswer,
): string {
  if (suggestion === null) {
    const why = issues[0];
    const message = why === undefined ? "no suggestion" : words.issueSentence(why, "en");
    return JSON.stringify({
      item: request.item.item,
      error: { code: why?.code ?? "no-suggestion", message },
    });
  }
  const { item, quantity, need, reorderPoint, orderUpTo, safetyStock, orderBy, receiptBy } = suggestion;
  return JSON.stringify({
    item,
    quantity,
    need,
    reorderPoint,
    orderUpTo,
    safetyStock,
    orderBy,
    receiptBy,
    expectedService: suggestion.expectedService,
    serviceType: suggestion.serviceType,
    policy: suggestion.policy,
    model: forecast.model,
    ...defined({ runsOutOn: suggestion.runsOutOn }),
    attention: suggestion.attention,
    ...defined({ attentionCodes: suggestion.attentionCodes, expectedCost: suggestion.expectedCost }),
    reasons: suggestion.reasons,
    ...(issues.length === 0 ? {} : { issues }),
    state,
  });
}

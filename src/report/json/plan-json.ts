import { isoDate } from "../../calendar/date.ts";
import type { Issue } from "../../issue.ts";
import type { Kpis } from "../../kpi.ts";
import type { Plan, PlanHistory, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import type { Suggestion } from "../../suggestion.ts";
import { fallbackClause } from "../../words/index.ts";
import { type ByteWriter, byteWriter } from "../byte-writer.ts";
import {
  basketFields,
  issueFields,
  kpiFields,
  parameterFields,
  signalFields,
  suggestionFields,
} from "../fields.ts";
import { forecastDay } from "../forecast-start.ts";
import { writeForecast, writeNumbers } from "./forecast-json.ts";
import { fieldsJson, json, orderedJson } from "./json.ts";

const piece = 1 << 16;

/** Fields behind a first one, ready to follow it: "" when there are none. */
const following = (fields: readonly (readonly [string, unknown])[]): string => {
  const text = fieldsJson(fields).slice(1, -1);
  return text === "" ? "" : `,${text}`;
};

function writeHistory(writer: ByteWriter, of: PlanHistory): void {
  const { start, values, partial, censored, adjusted, ...further } = of;
  writer.text(`{"start":${json(start)},"values":`);
  writeNumbers(writer, values);
  writer.text(following([["partial", partial]]) + following([["censored", censored]]));
  if (adjusted !== undefined) {
    writer.text(',"adjusted":');
    writeNumbers(writer, adjusted);
  }
  writer.text(`${following(Object.entries(further))}}`);
}

/** Writes the beginning of an item: who it is, and its history. */
export function writeItemStart(writer: ByteWriter, of: PlanItem): void {
  const { item, name, group, owner, demandBasis, class: kind, abc, xyz, history } = of;
  writer.text(fieldsJson(Object.entries({ item, name, group, owner, demandBasis })).slice(0, -1));
  writer.text(`${following(Object.entries({ class: kind, abc, xyz }))},"history":`);
  writeHistory(writer, history);
}

/** Fields of an item that stand before its end. */
const before = new Set<string>([
  ...["item", "name", "group", "owner", "demandBasis", "class", "abc", "xyz", "history"],
  ...["forecast", "signals", "suggestion", "accuracy"],
]);

/** Writes the end of an item: its accuracy and what else it has. */
export function writeItemEnd(writer: ByteWriter, of: PlanItem): void {
  const further = Object.entries(of).filter(([name]) => !before.has(name));
  writer.text(`,"accuracy":${json(of.accuracy)}${following(further)}}`);
}

export const signalJson = (signal: object): string => orderedJson(signal, signalFields);
export const suggestionJson = (suggestion: Suggestion): string => orderedJson(suggestion, suggestionFields);

/** First day of an item's forecast. */
export const startOf = (of: PlanItem, bucket: Bucket): string => isoDate(forecastDay(of, bucket));

function writeItem(writer: ByteWriter, of: PlanItem, bucket: Bucket): void {
  const { signals, suggestion } = of;
  writeItemStart(writer, of);
  writer.text(',"forecast":');
  writeForecast(writer, of.forecast, startOf(of, bucket));
  writer.text(`,"signals":[${signals.map(signalJson).join(",")}]`);
  writer.text(`,"suggestion":${suggestion === null ? "null" : suggestionJson(suggestion)}`);
  writeItemEnd(writer, of);
}

function* list<T>(
  writer: ByteWriter,
  name: string,
  values: readonly T[],
  write: (value: T) => void,
): Generator<Uint8Array> {
  writer.text(`,\n${JSON.stringify(name)}:[`);
  for (const [k, value] of values.entries()) {
    writer.text(k > 0 ? ",\n" : "\n");
    write(value);
    yield* writer.take(piece);
  }
  writer.text("]");
}

/** An issue as plan.json holds it: why a forecast fell back stands there in English. */
const printed = (issue: Issue): object =>
  issue.code === "forecast-fell-back" ? { ...issue, why: fallbackClause(issue.why, "en") } : issue;

/** plan.json in pieces of about 64 KB, its fields in a fixed order, further ones at the end. */
export function* planJsonChunks(plan: Plan): Generator<Uint8Array> {
  const { version, inputs, asOf, stockDate, bucket, options, configHash, ...lists } = plan;
  const { items, baskets, openOrders, leadTimes, cash, kpis, issues, parameters, ...further } = lists;
  const writer = byteWriter(piece * 2);
  const plain = (value: object) => writer.text(json(value));
  writer.text(`{"version":${json(version)}`);
  yield* list(writer, "inputs", inputs, plain);
  writer.text(`,\n${following(Object.entries({ asOf, stockDate, bucket, options, configHash })).slice(1)}`);
  yield* list(writer, "items", items, (item) => writeItem(writer, item, bucket));
  yield* list(writer, "baskets", baskets, (basket) => writer.text(orderedJson(basket, basketFields)));
  yield* list(writer, "openOrders", openOrders, plain);
  yield* list(writer, "leadTimes", leadTimes, plain);
  yield* list(writer, "cash", cash, plain);
  writer.text(`,\n"kpis":${kpisJson(kpis)}`);
  yield* list(writer, "issues", issues, (issue) => writer.text(orderedJson(printed(issue), issueFields)));
  yield* list(writer, "parameters", parameters, (row) => writer.text(orderedJson(row, parameterFields)));
  writer.text(`${following(Object.entries(further))}}\n`);
  yield* writer.take();
}

/** kpis.json: one line a KPI. */
export function kpisJson(of: Kpis): string {
  const group = (name: keyof Kpis) =>
    `"${name}":{${Object.entries(of[name])
      .map(([key, kpi]) => `\n${JSON.stringify(key)}:${orderedJson(kpi, kpiFields)}`)
      .join(",")}}`;
  return `{${group("efficiency")},\n${group("quality")},\n${group("effect")}}`;
}

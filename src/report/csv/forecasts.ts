import { bucketDates } from "../../calendar/bucket.ts";
import { printedLevels } from "../../forecast.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import type { CsvDialect } from "../../words/format.ts";
import { type ByteWriter, byteWriter } from "../byte-writer.ts";
import { forecastBucket } from "../forecast-start.ts";
import { printedBands } from "../levels.ts";
import { csvRow } from "./csv.ts";

const heading = [
  "item",
  "bucket",
  "mean",
  ...printedLevels.map((level) => `q${level}`),
  "cumulativeMean",
  ...printedLevels.map((level) => `cumulativeQ${level}`),
];

function writeItem(writer: ByteWriter, of: PlanItem, bucket: Bucket, dialect: CsvDialect): void {
  const demand = printedBands(of.forecast.demand);
  const cumulative = printedBands(of.forecast.cumulative);
  const columns = [demand.mean, ...demand.quantiles, cumulative.mean, ...cumulative.quantiles];
  const first = csvRow([of.item], dialect).slice(0, -2) + dialect.delimiter;
  const delimiter = dialect.delimiter.charCodeAt(0);
  const mark = dialect.decimal.charCodeAt(0);
  const names = bucketDates(forecastBucket(of, bucket), demand.mean.length, bucket);
  for (const [k, name] of names.entries()) {
    writer.text(first + name);
    for (const column of columns) {
      writer.byte(delimiter);
      if (Number.isFinite(column[k])) writer.number(column[k], mark);
    }
    writer.text("\r\n");
  }
}

/** forecasts.csv in pieces of about 64 KB. */
export function* forecastsCsv(plan: Plan, dialect: CsvDialect): Generator<Uint8Array> {
  const writer = byteWriter(1 << 17);
  writer.text(dialect.mark + csvRow(heading, dialect));
  for (const item of plan.items) {
    writeItem(writer, item, plan.bucket, dialect);
    yield* writer.take(1 << 16);
  }
  yield* writer.take();
}

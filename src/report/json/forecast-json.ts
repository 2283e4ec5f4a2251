import type { Bands, Forecast } from "../../forecast.ts";
import { fallbackClause } from "../../words/index.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { printedBands } from "../levels.ts";
import { fieldsJson, json } from "./json.ts";

const comma = 44;
const point = 46;

/** Writes a list of numbers; what is not observed (NaN) becomes null. */
export function writeNumbers(writer: ByteWriter, values: ArrayLike<number>): void {
  writer.byte(91);
  for (let k = 0; k < values.length; k++) {
    if (k > 0) writer.byte(comma);
    if (Number.isFinite(values[k])) writer.number(values[k], point);
    else writer.text("null");
  }
  writer.byte(93);
}

function writeBands(writer: ByteWriter, bands: Bands): void {
  const { mean, levels, quantiles } = printedBands(bands);
  writer.text('{"mean":');
  writeNumbers(writer, mean);
  writer.text(`,"levels":${json(levels)},"quantiles":[`);
  for (const [k, values] of quantiles.entries()) {
    if (k > 0) writer.byte(comma);
    writeNumbers(writer, values);
  }
  writer.text("]}");
}

/** Why a simpler method answered, as plan.json says it. */
const clauseOf = ({ fallback }: Forecast): string | undefined =>
  fallback === undefined ? undefined : fallbackClause(fallback, "en");

/**
 * Writes a forecast as `bedarf forecast` prints it, plus `start`; quantiles at the five printed levels. `fallback` is
 * an English clause, unless its code is asked for.
 */
export function writeForecast(
  writer: ByteWriter,
  of: Forecast,
  start: string,
  fallback: unknown = clauseOf(of),
): void {
  writer.text(`{"item":${json(of.item)},"model":${json(of.model)},"demand":`);
  writeBands(writer, of.demand);
  writer.text(',"cumulative":');
  writeBands(writer, of.cumulative);
  const rest = fieldsJson([
    ["fallback", fallback],
    ["stabilised", of.stabilised],
    ["components", of.components],
    ["start", start],
  ]);
  writer.text(rest === "{}" ? "}" : `,${rest.slice(1)}`);
}

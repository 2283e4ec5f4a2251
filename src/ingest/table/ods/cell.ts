import {
  type Cell,
  type CellReport,
  cellDate,
  cellNumber,
  cellText,
  numberCell,
} from "../xlsx/number-cell.ts";
import { clock, plainDecimal } from "../xlsx/serial.ts";
import type { NumberStyle } from "../xlsx/styles.ts";
import type { Attributes } from "../xlsx/xml.ts";

const secondsOfDay = 86_400;
const isoForm = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d{1,12})?)Z?)?$/;
const durationForm = /^(-?)PT?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,12})?)S)?$/;
/** What a cell shows whose formula failed. */
const errorForm = /^(#[A-Z0-9/!?]{2,12}|Err:\d{3})$/;
/** How true and false of another workbook are kept. */
const truthForm = /^(?:of:)?=(TRUE|FALSE)\(\)$/;

/** A date without a time where its style shows none, as in the other workbooks. */
function dateCell(value: string, shown: NumberStyle | undefined): Cell | undefined {
  const [, day, hours, minutes, seconds] = isoForm.exec(value) ?? [];
  if (day === undefined) return undefined;
  const time = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const whole = Math.min(secondsOfDay - 1, Math.round(time));
  const isBare = whole === 0 || shown?.time === false;
  return { text: isBare ? day : `${day}T${clock(whole)}`, type: cellDate };
}

/** A time of day as text; a duration of a day and more as its number of days. */
function timeCell(value: string): Cell | undefined {
  const [found, sign, hours = "0", minutes = "0", seconds = "0"] = durationForm.exec(value) ?? [];
  if (found === undefined) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
  if (sign === "" && total < secondsOfDay)
    return { text: clock(Math.min(secondsOfDay - 1, Math.round(total))), type: cellText };
  return { text: plainDecimal(((sign === "" ? 1 : -1) * total) / secondsOfDay), type: cellNumber };
}

/**
 * A cell of an OpenDocument table by its attributes, the text that it shows (undefined: no paragraph) and its style:
 * what a workbook of Excel would say for the same cell.
 */
export function odsCell(
  attributes: Attributes,
  text: string | undefined,
  shown: NumberStyle | undefined,
  report: CellReport,
): Cell {
  const { "value-type": type, formula, value } = attributes;
  const plain: Cell = { text: attributes["string-value"] || text || "", type: cellText };
  if (type === "error" || (formula !== undefined && errorForm.test(plain.text))) {
    report("error-cell", plain.text);
    return plain;
  }
  const [, truth] = truthForm.exec(formula ?? "") ?? [];
  if (truth !== undefined) return { text: truth, type: cellText };
  if (value !== undefined && (type === "float" || type === "currency" || type === "percentage"))
    return numberCell(value, shown, false, report);
  if (type === "date") return dateCell(attributes["date-value"] ?? "", shown) ?? plain;
  if (type === "time") return timeCell(attributes["time-value"] ?? "") ?? plain;
  if (type === "boolean")
    return { text: attributes["boolean-value"] === "true" ? "TRUE" : "FALSE", type: cellText };
  if (formula !== undefined && type === undefined && plain.text === "") report("formula-without-value");
  return plain;
}

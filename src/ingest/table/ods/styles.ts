import { formatStyle, type NumberStyle } from "../xlsx/styles.ts";
import type { Attributes, XmlHandler } from "../xlsx/xml.ts";

/** What the styles of a document say: how numbers of a cell style are shown, which tables are hidden. */
export interface OdsStyles {
  readonly handler: Required<XmlHandler>;
  /** How numbers of a cell style are shown; undefined where nothing special is said. */
  shown(style: string | undefined): NumberStyle | undefined;
  isHidden(tableStyle: string | undefined): boolean;
}

interface CellStyle {
  readonly parent: string | undefined;
  readonly data: string | undefined;
}

/** Styles that a style may inherit from, one after the other. */
const mostParents = 16;
/** Digits and characters of a number format that are looked at. */
const mostDigits = 20;
const mostText = 255;

const datePart = /^(day|month|year|era|day-of-week|week-of-year|quarter)$/;
const timePart = /^(hours|minutes|seconds|am-pm)$/;
const dataStyle = /^(number|date|time|percentage|currency|boolean|text)-style$/;

const literal = (text: string): string => (text === "" ? "" : `"${text.replaceAll('"', "")}"`);

/** A format code of the digits of a number with texts between them, which are given by digits from the right. */
function digitsCode(attributes: Attributes, between: ReadonlyMap<number, string>): string {
  const least = Math.min(Number(attributes["min-integer-digits"] ?? 1) || 0, mostDigits);
  let code = "";
  for (let left = least; left > 0; left--) {
    if (left < least) code += literal(between.get(left) ?? "");
    code += "0";
  }
  const places = Number(attributes["decimal-places"] ?? 0) || 0;
  return `${attributes.grouping === "true" ? "#,##" : ""}${code}${places > 0 ? ".0" : ""}`;
}

/** Puts the elements of a number format together. */
function formatBuilder() {
  let code = "";
  let [hasDate, hasTime] = [false, false];
  let digits: Attributes | undefined;
  let between = new Map<number, string>();
  let text: string | undefined;
  let position = 0;
  return {
    open(name: string, attributes: Attributes): void {
      if (datePart.test(name)) hasDate = true;
      else if (timePart.test(name)) hasTime = true;
      else if (name === "number") [digits, between] = [attributes, new Map()];
      else if (name === "text" || name === "embedded-text") text = "";
      else if (/^(scientific-number|fraction|boolean|text-content)$/.test(name)) code += "?";
      if (name === "embedded-text") position = Number(attributes.position);
    },
    text(part: string): void {
      if (text !== undefined && text.length < mostText) text += part;
    },
    close(name: string): void {
      if (name === "embedded-text") between.set(position, text ?? "");
      if (name === "text") code += literal(text ?? "");
      if (name === "text" || name === "embedded-text") text = undefined;
      if (name !== "number" || digits === undefined) return;
      code += digitsCode(digits, between);
      digits = undefined;
    },
    style: (): NumberStyle =>
      hasDate || hasTime ? { date: hasDate, time: hasTime, digits: 0 } : formatStyle(code),
  };
}

/** Collects the styles of a document from its parts. */
export function odsStyles(): OdsStyles {
  const formats = new Map<string, NumberStyle>();
  const cells = new Map<string, CellStyle>();
  const hidden = new Set<string>();
  let builder: ReturnType<typeof formatBuilder> | undefined;
  let format = "";
  let isDuration = false;
  let table = "";
  const openStyle = ({
    name = "",
    family,
    "parent-style-name": parent,
    "data-style-name": data,
  }: Attributes) => {
    table = family === "table" ? name : "";
    if (family === "table-cell") cells.set(name, { parent, data });
  };
  const handler: Required<XmlHandler> = {
    open(name, attributes) {
      if (dataStyle.test(name)) {
        [builder, format] = [formatBuilder(), attributes.name ?? ""];
        isDuration = attributes["truncate-on-overflow"] === "false";
      } else if (builder !== undefined) builder.open(name, attributes);
      else if (name === "style") openStyle(attributes);
      else if (name === "table-properties" && attributes.display === "false") hidden.add(table);
    },
    text: (text) => builder?.text(text),
    close(name) {
      if (builder === undefined) return;
      if (!dataStyle.test(name)) return builder.close(name);
      formats.set(format, isDuration ? formatStyle("") : builder.style());
      builder = undefined;
    },
  };
  return {
    handler,
    shown(style) {
      for (let [name, k] = [style, 0]; name !== undefined && k < mostParents; k++) {
        const found = cells.get(name);
        if (found?.data !== undefined) return formats.get(found.data);
        name = found?.parent;
      }
      return undefined;
    },
    isHidden: (style) => style !== undefined && hidden.has(style),
  };
}

import type { Limits } from "../../limits.ts";
import { readWholeXml } from "./xml.ts";

/** How numbers of a cell style are shown. */
export interface NumberStyle {
  readonly date: boolean;
  readonly time: boolean;
  /** Digits to which whole numbers are filled with zeros ("00000" shows 815 as 00815), 0 for none. */
  readonly digits: number;
  /** Pattern that makes a text of a whole number, a zero for each of its digits: "00-00-00" shows 815 as 00-08-15. */
  readonly mask?: string;
}

const plainStyle: NumberStyle = { date: false, time: false, digits: 0 };

/** Built-in formats (ECMA-376 18.8.30 and its East Asian variants): 14 to 17 and 22 dates, 18 to 21 and 45 to 47 times. */
function builtIn(id: number): NumberStyle {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) {
    return { date: true, time: false, digits: 0 };
  }
  if (id === 22) return { date: true, time: true, digits: 0 };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) {
    return { date: false, time: true, digits: 0 };
  }
  return plainStyle;
}

/** A format of zeros and fixed texts as a mask; undefined where it shows a number, or a number with its unit. */
function maskOf(format: string): string | undefined {
  const literal = /"([^"]*)"|\\(.)|([-\s()])/g;
  const bare = format.replace(literal, "").replace(/^\[\$-[0-9a-f]+\]/i, "");
  if (!/^0{2,18}$/.test(bare) || bare.length === format.length) return undefined;
  const mask = format
    .replace(/^\[\$-[0-9a-f]+\]/i, "")
    .replace(
      literal,
      (_, quoted: string | undefined, escaped: string | undefined, plain: string | undefined) =>
        (quoted ?? escaped ?? plain ?? "").replaceAll("0", "\u2070"),
    );
  const isSplit = /0[^0]+0/.test(mask);
  return isSplit || (/^[^0]*0{3,}$/.test(mask) && /\p{L}/u.test(mask)) ? mask : undefined;
}

/** A whole number in a mask. @example masked(815, "00-00-00") // "00-08-15" */
export function masked(digits: string, mask: string): string {
  const places = mask.length - mask.replaceAll("0", "").length;
  const filled = digits.padStart(places, "0");
  let next = filled.length - places;
  let isFirst = true;
  return [...mask]
    .map((sign) => {
      if (sign !== "0") return sign === "\u2070" ? "0" : sign;
      const digit = isFirst ? filled.slice(0, next + 1) : (filled[next] ?? "");
      isFirst = false;
      next++;
      return digit;
    })
    .join("");
}

/** Characters of a number format (ECMA-376 gives it 255). */
const mostFormat = 255;

/**
 * What a custom number format shows. Texts in quotes, escaped signs, colours and `[h]` durations do not count.
 * @example formatStyle("dd.mm.yyyy;@").date // true
 */
export function formatStyle(format: string): NumberStyle {
  const mask = maskOf(format.slice(0, mostFormat).split(";")[0] ?? "");
  if (mask !== undefined) return { ...plainStyle, mask };
  const code = format
    .slice(0, mostFormat)
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "");
  if (/^0{2,18}$/.test(code)) return { date: false, time: false, digits: code.length };
  if (/\[(h+|m+|s+)\]/i.test(code)) return plainStyle;
  const shown = code
    .split(";")[0]
    .replace(/\[[^\][]*\]/g, "")
    .replace(/general|standard/i, "");
  const date = /[dy]/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown));
  return { date, time: /[hs]/i.test(shown), digits: 0 };
}

/** Number styles by the index that cells name (`s`). */
export function readStyles(pieces: Iterable<Uint8Array>, limits: Limits): readonly NumberStyle[] {
  const custom = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  readWholeXml(
    pieces,
    {
      open(name, attributes) {
        if (name === "numFmt")
          custom.set(Number(attributes.numFmtId), formatStyle(attributes.formatCode ?? ""));
        else if (name === "cellXfs") inCells = true;
        else if (name === "xf" && inCells && styles.length < 65_536) {
          const id = Number(attributes.numFmtId ?? 0);
          styles.push(custom.get(id) ?? builtIn(id));
        }
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
    },
    limits,
  );
  return styles;
}

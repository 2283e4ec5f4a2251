import { monthNumber } from "../../cells/month-names.ts";

/** A period that a heading names, and the words by which it does. */
interface Named {
  readonly period: string;
  readonly found: string;
}

const word = String.raw`(?:Quartale?|Qtl|Quarter|Qtr|Trimestre|Trimestru|Trim|Kwartał|Kwartal|Kvartal|Kvartál|Kvartaali|Čtvrtletí|Štvrťrok|Negyedév|Kwartaal|Kvartalas|Ceturksnis|Çeyrek|Neljännes|Tromjesečje|Квартал|Кв)\.?`;
const number = "([1-4]|IV|I{1,3})(?:st|nd|rd|th|[ºª°oeè]|er|ème)?";
const year = String.raw`'?((?:20)?\d{2})`;
const gap = String.raw`[\s./_-]{0,3}`;
const start = String.raw`(?<![\p{L}\d])`;
const end = String.raw`(?![\p{L}\d])`;

/** Shapes with their numbers: which group is the quarter, which the year; 0 for none. */
const dated: readonly (readonly [RegExp, number, number])[] = [
  [new RegExp(`${start}${number}\\.?${gap}${word}${gap}${year}${end}`, "iu"), 1, 2],
  [new RegExp(`${start}${word}${gap}${number}${gap}${year}${end}`, "iu"), 1, 2],
  [new RegExp(`${start}(20\\d{2})${gap}${number}\\.?${gap}${word}(?!\\p{L})`, "iu"), 2, 1],
  [new RegExp(`${start}(20\\d{2})${gap}${word}${gap}${number}${end}`, "iu"), 2, 1],
  // "kw" is a quarter in Polish behind a Roman numeral, elsewhere a week.
  [new RegExp(`${start}(IV|I{1,3})\\.?${gap}kw\\.?${gap}${year}${end}`, "iu"), 1, 2],
  [new RegExp(`${start}[QTK]([1-4])${gap}${year}${end}`, "iu"), 1, 2],
  [new RegExp(`${start}([1-4])\\.?\\s?[QT]${gap}${year}${end}`, "iu"), 1, 2],
  [new RegExp(`${start}${year}${gap}[QTK]([1-4])${end}`, "iu"), 2, 1],
  [new RegExp(`${start}(20\\d{2})${gap}([1-4])[QT]${end}`, "iu"), 2, 1],
];
const alone: readonly RegExp[] = [
  new RegExp(`${start}${number}\\.?${gap}${word}(?!\\p{L})`, "iu"),
  new RegExp(`${start}${word}${gap}${number}${end}`, "iu"),
  new RegExp(`${start}(IV|I{1,3})\\.?${gap}kw\\.?${end}`, "iu"),
  new RegExp(`${start}Q([1-4])${end}`, "iu"),
  /^T([1-4])$/i,
  /^([1-4])\.?\s?[QT]$/i,
];
const fiscal = /(?<!\p{L})(fy|gj|wj)/iu;

const quarterOf = (text: string): number =>
  ["i", "ii", "iii", "iv"].indexOf(text.toLowerCase()) + 1 || Number(text);
const yearOf = (text: string): string => text.padStart(4, "20");

const spans: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `${start}(\\p{L}{3,12})\\.?\\s*(?:-|–|bis|to|à|/)\\s*(\\p{L}{3,12})\\.?${gap}${year}${end}`,
      "iu",
    ),
    3,
  ],
  [/^(\p{L}{3,12})\.?\s*(?:-|–|bis|to|à)\s*(\p{L}{3,12})\.?$/iu, 0],
];

/** "Jan-Mrz 2024": the three months of a quarter. */
function spanOf(heading: string): Named | undefined {
  for (const [shape, at] of spans) {
    const match = shape.exec(heading);
    const [from, to] = [monthNumber(match?.[1] ?? ""), monthNumber(match?.[2] ?? "")];
    if (match === null || from === 0 || to !== from + 2 || to % 3 !== 0) continue;
    const quarter = `Q${to / 3}`;
    return { period: at === 0 ? quarter : `${yearOf(match[at] ?? "")}-${quarter}`, found: match[0] };
  }
  return undefined;
}

/** A quarter with its year, as several languages write it. @example quarterOfYear("II. Quartal 24")?.period // "2024-Q2" */
export function quarterOfYear(heading: string): Named | undefined {
  if (fiscal.test(heading)) return undefined;
  const span = spanOf(heading);
  if (span?.period.length === 7) return span;
  for (const [shape, quarter, of] of dated) {
    const match = shape.exec(heading);
    if (match !== null)
      return { period: `${yearOf(match[of] ?? "")}-Q${quarterOf(match[quarter] ?? "")}`, found: match[0] };
  }
  return undefined;
}

/** A quarter without a year. @example quarterAlone("3. Quartal")?.period // "Q3" */
export function quarterAlone(heading: string): Named | undefined {
  const span = spanOf(heading);
  if (span?.period.length === 2) return span;
  for (const shape of alone) {
    const match = shape.exec(heading);
    if (match !== null) return { period: `Q${quarterOf(match[1] ?? "")}`, found: match[0] };
  }
  return undefined;
}

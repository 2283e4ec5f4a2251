/** Spellings of one unit; the first is its code. */
const spellings = [
  "ST stk stk. st. stück stueck pce pcs pc ea each piece pieces stck stck. unit units un c62 h87 psch",
  "KG kgs kgm kilogramm kilogram kilo",
  "G gr gramm gram grm",
  "T to tonne tonnen tne ton",
  "M mtr meter metre lfm lfdm",
  "CM cmt zentimeter",
  "MM mmt millimeter",
  "KM kmt kilometer",
  "L ltr liter litre",
  "ML mlt milliliter",
  "M2 qm m² mtk",
  "M3 cbm m³ mtq",
  "KAR ktn karton ctn carton cartons kart krt",
  "PAK pck pk pack pkt paket packung pac",
  "VPE ve verpackungseinheit",
  "ROL rolle rll roll rolls",
  "PAA paar pr pair",
  "SET satz stz sets",
  "DZ dutzend dzn dozen dtz dtzd dtzd. dz. douz douzaine docena dozzina tucet tuzin",
  "PAL palette pallet pll",
  "BOX bx boxes",
  "BTL beutel bag bg",
  "FL flasche bottle bo",
  "KAN kanister can cans",
  "TH tst tsd tausend thousand",
  "CS case cases",
  "GAL gallon gll",
];

const codes = new Map<string, string>(
  spellings.flatMap((line) => {
    const [code = "", ...others] = line.split(" ");
    return [code.toLowerCase(), ...others].map((word): [string, string] => [word, code]);
  }),
);

/** Code of a unit: equal for spellings of the same unit, else the text in capitals. @example unitCode("Stk.") // "ST" */
export const unitCode = (text: string): string =>
  codes.get(text.trim().toLowerCase()) ?? text.trim().toUpperCase();

/** True for a spelling of a known unit. @example isUnit("Stk.") // true */
export const isUnit = (text: string): boolean => codes.has(text.trim().toLowerCase());

/** Units of one dimension, in its base. */
const dimensions: Readonly<Record<string, readonly [string, number]>> = {
  KG: ["mass", 1000],
  G: ["mass", 1],
  T: ["mass", 1_000_000],
  M: ["length", 1000],
  CM: ["length", 10],
  MM: ["length", 1],
  KM: ["length", 1_000_000],
  L: ["volume", 1000],
  ML: ["volume", 1],
  M3: ["volume", 1_000_000],
  ST: ["count", 1],
  DZ: ["count", 12],
  TH: ["count", 1000],
};

/** Base units in one `from`, when physics settles it; undefined else. @example unitRatio("KG", "G") // 1000 */
export function unitRatio(from: string, to: string): number | undefined {
  if (from === to) return 1;
  const [a, b] = [dimensions[from], dimensions[to]];
  return a === undefined || b === undefined || a[0] !== b[0] ? undefined : a[1] / b[1];
}

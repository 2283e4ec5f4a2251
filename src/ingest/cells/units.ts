/** Spellings of one unit; the first is its code. */
const spellings = [
  "ST stk stk. st. stück stueck pce pcs pc ea each piece pieces stck stck. unit units un c62 h87 psch шт шт. pce pces pièce pièces pz pz. pezzi szt szt. sztuk ks kus kusů ud ud. uds uds. unidad unidades und un. pç pcs. stuk stuks styck kpl adet gab 個 コ 本 枚 台 个 件 支 只 只. 개 pza pzas kom kom.",
  "KG kgs kgm kilogramm kilogram kilo кг кг. 公斤 千克",
  "G gr gramm gram grm г 克",
  "T to tonne tonnen tne ton т тонна 吨",
  "M mtr meter metre lfm lfdm м м. 米",
  "CM cmt zentimeter",
  "MM mmt millimeter",
  "KM kmt kilometer",
  "L ltr liter litre л л. litro litri litros lt 升",
  "ML mlt milliliter",
  "M2 qm m² mtk",
  "M3 cbm m³ mtq",
  "KAR ktn karton ctn carton cartons kart krt crt cart. carton. scatola scatole caja cajas caixa caixas cx karton. koli kutu короб кор кор. коробка ящ ящик 箱 ケース 박스 doos kasse",
  "PAK pck pk pack pkt paket packung pac уп уп. упак упак. упаковка conf conf. confezione confezioni paq paquete op op. opak opak. opakowanie bal bal. balení förp förp. paquet pqt pak. pakke sada 包 パック 袋",
  "VPE ve verpackungseinheit",
  "ROL rolle rll roll rolls rouleau rotolo rollo rolo рул рулон role 卷",
  "PAA paar pr pair пара paire par paio 双",
  "SET satz stz sets",
  "DZ dutzend dzn dozen dtz dtzd dtzd. dz. douz douzaine docena dozzina tucet tuzin",
  "PAL palette pallet pll bancale pallets paleta palet поддон 托盘",
  "BOX bx boxes",
  "BTL beutel bag bg",
  "FL flasche bottle bo bouteille botella bottiglia garrafa fles butelka láhev 瓶",
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

const packages = new Set(["KAR", "PAK", "VPE", "ROL", "DZ", "PAL", "BOX", "CS"]);
const otherPackages = /^(kt|pals|packs|pks|gebinde|bund|rollen|kisten?|kolli|cajas|boites?)\.?$/i;

/** True for a package, whose content a number of them does not tell. @example isPackage("Karton") // true */
export const isPackage = (text: string): boolean =>
  packages.has(unitCode(text)) ||
  packages.has(unitCode(text.replace(/(?<=.)[.sen]$/i, ""))) ||
  otherPackages.test(text.trim());

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

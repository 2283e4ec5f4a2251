import type { Issue } from "../../../issue.ts";
import { cellText } from "../../cells/cells.ts";
import { scanNumberCell } from "../../cells/column-values.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { numberValue } from "../../cells/numbers.ts";
import { uniqueLabel } from "../column-names.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";
import type { DerivedField } from "./derived.ts";

/** From this share of the rows on a sum proves what columns are. */
const proof = 0.95;
const fewestRows = 2;
const mostColumns = 24;
const mostParts = 6;
const guessed = 0.9;

/** Stock that is there and cannot be used. */
const blockedWords = keyPattern(
  /(gesperrt|sperrbest|blocked|blokk|geblok|bloqu|bloccat|zablok|blokov|sparrat|spaerret|quarant|karant|kvarant|qualit|prufbest|^qs|^qi|damaged|defekt|unsell|unavail|beschadigt|reserv|allocat|commit|блок|резерв|ブロック|引当|保留|冻结|不良|占用)/,
);
/** Headings of a part of the figure that stands before it. */
const partOf =
  /^\s*(davon|darin|darunter|hiervon|of which|thereof|dont|di cui|waarvan|w tym|z tego|z toho|varav|heraf|derav|herav|joista|josta|ebb[oő]l|de l[oa]s cuales|d[oa]s quais|din care|в т\.? ?ч|в том числе|из них|其中|うち)(?![\p{L}])/iu;
const reservedWords = keyPattern(/(reserv|allocat|commit|резерв|引当)/);

/** Words of stock, and of the whole of something. */
const stockWords = keyPattern(
  /(bestand|stock|lager|onhand|currentquantity|inventor|giacenz|esistenz|existenc|estoque|voorraad|saldo|beholdning|stan$|stav|zasob|keszlet|stok|остат|在庫|库存|total|gesamt|summe|sum$|all|celkem|razem|totale|toplam|итого|合計|合计)/,
);

interface Numbers {
  readonly column: number;
  readonly values: readonly number[];
}

/** "Outlet" and "Filiale" head a place, or the stock of a place. */
const free = new Set<Field>(["onHand", "location"]);

/** Columns of numbers that no other field has taken. */
export function freeNumbers({ columns, head }: TableProfile, fields: Mapping["fields"]): Numbers[] {
  const taken = new Set([...fields].flatMap(([field, column]) => (free.has(field) ? [] : [column])));
  return columns
    .filter(
      ({ index, filled, numberRate, dateRate }) =>
        !taken.has(index) && filled > 0 && numberRate > 0.9 && dateRate < 0.9,
    )
    .map(({ index }) => ({
      column: index,
      values: head.map((cells) => {
        const text = cells[index] ?? "";
        const value = text === "" ? 0 : numberValue(scanNumberCell(text), "comma");
        return Number.isNaN(value) ? 0 : value;
      }),
    }));
}

/** True where a column is the sum of others, and at least two rows have more than one of them. */
function sums(whole: Numbers, parts: readonly Numbers[]): boolean {
  let [rows, hits, telling] = [0, 0, 0];
  whole.values.forEach((value, k) => {
    const own = parts.map(({ values }) => values[k] ?? 0);
    const sum = own.reduce((all, one) => all + one, 0);
    if (value === 0 && own.every((one) => one === 0)) return;
    rows++;
    if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(value))) return;
    hits++;
    if (own.filter((one) => one !== 0).length > 1) telling++;
  });
  return rows >= fewestRows && hits >= proof * rows && telling >= 1;
}

/** The columns of which one is the sum: all the others, or two of them; the longest sum first. */
function sumIn(columns: readonly Numbers[]): { whole: Numbers; parts: readonly Numbers[] } | undefined {
  for (const whole of columns) {
    const parts = columns.filter((one) => one !== whole);
    if (parts.length >= 2 && sums(whole, parts)) return { whole, parts };
  }
  // Parts that stand side by side: usable, damaged and reserved beside their total.
  for (const whole of columns)
    for (let from = 0; from < columns.length; from++)
      for (let to = from + 3; to <= Math.min(columns.length, from + mostParts); to++) {
        const parts = columns.slice(from, to);
        if (!parts.includes(whole) && sums(whole, parts)) return { whole, parts };
      }
  for (const whole of columns)
    for (const [k, one] of columns.entries())
      for (const other of columns.slice(k + 1))
        if (one !== whole && other !== whole && sums(whole, [one, other]))
          return { whole, parts: [one, other] };
  return undefined;
}

/**
 * A mapping of master data whose stock is what can be used: of a whole, what is blocked and what is left, the last; of
 * several places and their sum, the sum, where no heading names the stock.
 */
function withWholeStock(mapping: Mapping, header: readonly string[], profile: TableProfile): Mapping {
  const columns = freeNumbers(profile, mapping.fields);
  const found = columns.length < 3 || columns.length > mostColumns ? undefined : sumIn(columns);
  if (found === undefined) return mapping;
  const keyOf = (column: number): string => normaliseHeading(header[column] ?? "").key;
  const { whole, parts } = found;
  const open = parts.filter(({ column }) => !blockedWords.test(keyOf(column)));
  const now = mapping.fields.get("onHand");
  const isWhole = now === undefined || now === whole.column;
  if (open.length < parts.length) {
    const [only] = open;
    return only !== undefined && open.length === 1 && isWhole
      ? withColumn(mapping, header, "onHand", only.column)
      : mapping;
  }
  const isStock = [whole, ...parts].some(({ column }) => stockWords.test(keyOf(column)));
  if (now !== undefined || !isStock) return mapping;
  const summed = new Set(parts.map(({ column }) => column));
  const fields = new Map(
    [...mapping.fields].filter(([field, column]) => field !== "location" || !summed.has(column)),
  );
  return withColumn({ ...mapping, fields }, header, "onHand", whole.column);
}

/** A mapping with one field more, which is told. */
export function withColumn(
  mapping: Mapping,
  header: readonly string[],
  field: Field,
  index: number,
): Mapping {
  const column = uniqueLabel(header, index);
  const issue: Issue = { code: "column-guessed", severity: "info", field, column, confidence: guessed };
  return {
    ...mapping,
    fields: new Map(mapping.fields).set(field, index),
    confidence: new Map(mapping.confidence).set(index, guessed),
    issues: [...mapping.issues, issue],
  };
}

/** Headings of numbers about a stock that are not the stock. */
const aboutStock = keyPattern(
  /(lieferant|supplier|vendor|fournisseur|proveedor|fornitor|dostawc|dodavatel|fremd|konsi|consign|min|max|meld|sicher|safety|reorder|ziel|soll|target|wert|value|preis|price|cost|kosten|days|tage|reichw|bestell|order|zugang|transit|level|alert|warn|threshold|schwell|punkt|point|valor|valeur|wartosc|hodnota|minim)/,
);

/** True for a heading that speaks of the stock itself, and of no part or limit of it. */
export function speaksOfStock(heading: string): boolean {
  const { key } = normaliseHeading(heading);
  return stockWords.test(key) && !blockedWords.test(key) && !aboutStock.test(key);
}

/** A number of pieces without another word: in a list of items it is what lies there. */
const isPieces = (key: string): boolean =>
  /^(menge|quantity|anzahl|stuck|stuckzahl|units|pieces|pcs|quantite|qte|cantidad|cant|unidades|quantita|qta|aantal|stuks|antal|antall|ilosc|mnozstvi|mnozstvo|pocet|mennyiseg|cantitate|kolicina|miktar|adet|maara|количество|数量|수량)$/.test(
    key,
  );

/** The one column of numbers whose heading speaks of the stock, where none is known for it; else that of pieces. */
function withOnlyStock(mapping: Mapping, header: readonly string[], profile: TableProfile): Mapping {
  if (mapping.fields.has("onHand") || !mapping.fields.has("item")) return mapping;
  const likely = freeNumbers(profile, mapping.fields).filter(({ column }) =>
    speaksOfStock(header[column] ?? ""),
  );
  const plain = freeNumbers(profile, mapping.fields).filter(({ column }) =>
    isPieces(normaliseHeading(header[column] ?? "").key),
  );
  const [only] = likely.length === 0 && plain.length === 1 ? plain : likely;
  return only !== undefined && likely.length <= 1 && mapping.fields.get("location") !== only.column
    ? withColumn(mapping, header, "onHand", only.column)
    : mapping;
}

/** The day of each stock, where items stand several times and one column of days tells their rows apart. */
function withStockDay(mapping: Mapping, header: readonly string[], profile: TableProfile): Mapping {
  const { fields } = mapping;
  const item = fields.get("item");
  if (fields.has("stockDate") || !fields.has("onHand") || item === undefined) return mapping;
  const taken = new Set(fields.values());
  const days = profile.columns.filter(
    ({ index, dateRate, numberRate, filled }) =>
      !taken.has(index) && dateRate > 0.9 && numberRate < 0.5 && filled >= 0.9 * profile.records,
  );
  const [day] = days;
  if (day === undefined || days.length > 1 || day.texts.length < 2) return mapping;
  const places = (["location", "supplier"] as const).flatMap((field) => fields.get(field) ?? []);
  const daysOf = new Map<string, string[]>();
  for (const cells of profile.head) {
    const key = [item, ...places].map((column) => cells[column] ?? "").join("\u0000");
    daysOf.set(key, [...(daysOf.get(key) ?? []), cells[day.index] ?? ""]);
  }
  const several = [...daysOf.values()].filter((list) => list.length > 1);
  const apart = several.filter((list) => new Set(list).size === list.length).length;
  return several.length >= 2 && apart >= proof * several.length
    ? withColumn(mapping, header, "stockDate", day.index)
    : mapping;
}

/** Stock without its parts that cannot be used: "Bestand" beside "davon gesperrt", of which no row has more than all. */
export function withoutParts(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
): { readonly mapping: Mapping; readonly derived: readonly DerivedField[] } {
  const whole = mapping.fields.get("onHand");
  const columns = freeNumbers(profile, mapping.fields);
  const stock = columns.find(({ column }) => column === whole);
  const parts = columns.filter(({ column, values }) => {
    const heading = header[column] ?? "";
    return (
      stock !== undefined &&
      column > stock.column &&
      partOf.test(heading) &&
      blockedWords.test(normaliseHeading(heading).key) &&
      values.every((value, k) => value >= 0 && value <= (stock.values[k] ?? 0))
    );
  });
  const isReserved = ({ column }: Numbers): boolean =>
    reservedWords.test(normaliseHeading(header[column] ?? "").key);
  const reserved = parts.find(isReserved);
  const blocked = parts.filter((one) => !isReserved(one));
  const asked =
    reserved === undefined || mapping.fields.has("reserved")
      ? mapping
      : withColumn(mapping, header, "reserved", reserved.column);
  if (whole === undefined || blocked.length === 0) return { mapping: asked, derived: [] };
  const stockOf = numbersOfColumn(profile, whole);
  const partsOf = blocked.map(({ column }) => numbersOfColumn(profile, column));
  const of = (cells: readonly string[]): string => {
    const all = stockOf(cells);
    const not = partsOf.reduce((sum, numberOf) => sum + (numberOf(cells) || 0), 0);
    return Number.isNaN(all) ? (cells[whole] ?? "") : cellText(String(all - not), 1);
  };
  return { mapping: asked, derived: [{ field: "onHand", columns: [whole], of }] };
}

/** Headings of what is left when the reserved is taken off. */
const leftWords = keyPattern(
  /(verfugbar|availab|^avail|^frei|^free|vrije|beschikb|disponib|disponiv|disponin|dostepn|dostupn|kaytettav|tillgang|tilgjeng|tilgaeng|kullanilab|доступн|свободн|利用可能|可用|가용)/,
);

/**
 * A mapping that takes nothing off twice: beside what is reserved the stock is the whole of it and of what is left,
 * where a column holds that; else what is left stands alone.
 */
function withoutTwice(mapping: Mapping, header: readonly string[], profile: TableProfile): Mapping {
  const [stock, reserved] = [mapping.fields.get("onHand"), mapping.fields.get("reserved")];
  if (stock === undefined || reserved === undefined) return mapping;
  const isFree = ({ column }: Numbers): boolean => column === stock || column === reserved;
  const fields = new Map([...mapping.fields].filter(([, column]) => column !== reserved && column !== stock));
  const columns = freeNumbers(profile, fields);
  const parts = columns.filter(isFree);
  const whole = columns.find((one) => !isFree(one) && parts.length === 2 && sums(one, parts));
  if (whole !== undefined) return withColumn(mapping, header, "onHand", whole.column);
  const [own, taken] = [stock, reserved].map((at) => columns.find(({ column }) => column === at));
  const isWhole =
    own !== undefined &&
    taken !== undefined &&
    columns.some((other) => !isFree(other) && sums(own, [other, taken]));
  if (isWhole || !leftWords.test(normaliseHeading(header[stock] ?? "").key)) return mapping;
  return { ...mapping, fields: new Map([...mapping.fields].filter(([field]) => field !== "reserved")) };
}

/** A mapping of master data with what its numbers and days say about the stock; what the user named stays. */
export const withStock = (
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
): Mapping => {
  const summed = said.has("onHand")
    ? mapping
    : withoutTwice(withOnlyStock(withWholeStock(mapping, header, profile), header, profile), header, profile);
  return said.has("stockDate") ? summed : withStockDay(summed, header, profile);
};

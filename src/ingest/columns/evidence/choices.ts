import { scanNumberCell } from "../../cells/column-values.ts";
import { keyPattern } from "../../cells/heading-key.ts";
import { numberValue } from "../../cells/numbers.ts";
import { nameKitsAndParts } from "../../cells/row-types.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import type { FewValues } from "./few-values.ts";
import { flagOf, stateCounts } from "./state-words.ts";

/** Headings of what tells who, where and how, and says nothing of what counts. */
const harmless = keyPattern(
  /(channel|kanal|region|country|land$|^city|^ort$|zip|plz|postal|store|branch|filiale|shop|market|warehouse|lager$|^lagerort|^lagerplatz|^lagernummer|^werk|plant|user|benutzer|operator|bediener|employee|mitarbeiter|clerk|rep$|salesrep|salesperson|seller|verkaufer|vertreter|buyer|einkaufer|sachbearbeiter|disponent|planner|carrier|versand|shipp|spedit|incoterm|payment|zahl|segment|group|gruppe|categor|kategor|klasse|class|abc|xyz|brand|marke|hersteller|manufactur|vendor|supplier|lieferant|customer|kunde|kunden|adress|контрагент|клиент|покупател|получател|得意先|取引先|顧客|客户|客戶|거래처|고객|weekday|wochentag|dayofweek|shift|schicht|kasse|register|terminal|^till|^tax|mwst|steuer|^vat|language|sprache|herkunft|origin|season|saison|kostenst|costcent|project|projekt|priorit|urgen|gift|geschenk|promo|coupon|gutscheincode|campaign|discount|rabatt|unit|einheit|uom|currency|wahrung|remark|bemerk|comment|kommentar|notiz|note|name|bezeichn|description|text|email|phone|charge$|lot$|batch|serial|by$|(entnommen|erfasst|gebucht|ausgegeben|angelegt)(von|durch)$|abteilung|department|team|company|mandant|firma|gender|device|browser|wetter|weather|holiday|feiertag)/,
);

/** Headings of flags that tell a kit from its parts. */
const ofKits = keyPattern(
  /^(set|kit|bundle|bom|stuckliste|stucklisten|nomenclature|distinta|zestaw|sada)(artikel|position|item|line|pos)?(kz|kennz|kennzeichen|flag|typ|type|art|code|ind|indicator)$/,
);
const mostOfKits = 4;

/** Of the lines of one item: quantities that are as many times larger are of another sort. */
const larger = 4;
/** And where hardly an item can tell. */
const farLarger = 8;
const fewItems = 3;
/** So rarely quantities of two values part by chance when they are said to differ. */
const rare = 20;
/** And where they are far larger. */
const scarce = 6;
/** Quantities so many times larger are of another sort, however few they are. */
const otherSort = 30;
/** By as much each item must differ the same way; the mean of the items by more. */
const oneWay = 1.5;
/** Lines that a choice has at least, in the mean. */
const ofEach = 1.5;
/** Headings of what was done to the stock. */
const mayAct = /^(action|aktion|event|ereignis|vorgang|transaction|activity|aktivitat|operation)$/;
/** From this share of the items on a difference is no chance. */
const mostly = 0.9;

interface Lines {
  readonly rows: TableProfile["head"];
  readonly fields: ReadonlyMap<Field, number>;
}

const amountIn = (cells: readonly string[], column: number | undefined): number =>
  column === undefined ? Number.NaN : numberValue(scanNumberCell(cells[column] ?? ""), "comma");

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Quantities of the lines that are alike but for a column, by what stands in it. */
function quantitiesBy({ rows, fields }: Lines, column: number): Map<string, number[]>[] {
  const groups = new Map<string, Map<string, number[]>>();
  const alike = (["item", "kind", "direction", "status"] as const).flatMap(
    (field) => fields.get(field) ?? [],
  );
  for (const cells of rows) {
    const amount = Math.abs(amountIn(cells, fields.get("quantity")));
    if (!(amount > 0)) continue;
    const key = alike.map((at) => cells[at] ?? "").join("\u001f");
    const group = groups.get(key) ?? new Map<string, number[]>();
    groups.set(key, group);
    const value = (cells[column] ?? "").trim();
    const list = group.get(value);
    if (list === undefined) group.set(value, [amount]);
    else list.push(amount);
  }
  return [...groups.values()].filter((group) => group.size > 1);
}

/** How often chance alone would have to be tried to part two lists as they are: 1 where they overlap. */
function chances(one: readonly number[], other: readonly number[]): number {
  if (Math.min(...one) <= Math.max(...other)) return 1;
  let ways = 1;
  for (let k = 1; k <= other.length; k++) ways = (ways * (one.length + k)) / k;
  return ways;
}

/**
 * True where one value of a column stands beside far larger quantities than another, inside the same items, and that
 * is no chance: the more values there are, the more of them differ by it.
 */
function tellsSizes(lines: Lines, { column, key }: FewValues, values: readonly string[]): boolean {
  // What is headed as a kind is likelier to be one, or has letters for its words.
  const isCode = codeHeading.test(key) || values.every((value) => /^\p{Lu}{1,2}$/u.test(value));
  const least = isCode ? 1 : scarce;
  const groups = quantitiesBy(lines, column);
  const pairs = (values.length * (values.length - 1)) / 2;
  return values.some((one) =>
    values.some((other) => {
      const both = groups.flatMap((group) => {
        const [a, b] = [group.get(one), group.get(other)];
        return one === other || a === undefined || b === undefined ? [] : [{ a, b }];
      });
      const ratios = both.map(({ a, b }) => median(a) / median(b));
      const logs = ratios.map(Math.log);
      const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
      const hits = ratios.filter((ratio) => ratio >= oneWay).length;
      const tried = both.reduce((ways, { a, b }) => ways * chances(a, b), 1);
      return (
        hits > 0 &&
        (tried >= (mean >= Math.log(farLarger) ? least : rare) * pairs || mean >= Math.log(otherSort)) &&
        hits >= mostly * ratios.length &&
        mean >= Math.log(ratios.length < fewItems ? farLarger : larger)
      );
    }),
  );
}

/** True where the sign of the quantity hangs on a column. */
function tellsSigns({ rows, fields }: Lines, column: number): boolean {
  const signs = new Map<string, Set<number>>();
  for (const cells of rows) {
    const sign = Math.sign(amountIn(cells, fields.get("quantity")));
    if (sign !== 1 && sign !== -1) continue;
    const value = (cells[column] ?? "").trim();
    signs.set(value, (signs.get(value) ?? new Set()).add(sign));
  }
  const sets = [...signs.values()];
  return sets.every(({ size }) => size === 1) && new Set(sets.flatMap((set) => [...set])).size === 2;
}

/** True where each value has documents with letters of its own: AB-17 and AN-4, SO and PO. */
function tellsDocuments({ rows, fields }: Lines, column: number): boolean {
  const order = fields.get("order");
  if (order === undefined || order === column) return false;
  const letters = new Map<string, Set<string>>();
  for (const cells of rows) {
    const prefix = /^[A-Za-z]{1,6}/.exec(cells[order] ?? "")?.[0] ?? "";
    const value = (cells[column] ?? "").trim();
    letters.set(value, (letters.get(value) ?? new Set()).add(prefix));
  }
  const own = [...letters.values()].flatMap((set) => (set.size === 1 ? [...set] : [""]));
  return own.length > 1 && !own.includes("") && new Set(own).size === own.length;
}

/**
 * True where every article of an order stands in as many rows as there are values, with the same quantity in each: the
 * rows break one line down into price, tax and fee.
 */
export function tellsParts({ rows, fields }: Lines, column: number): boolean {
  const [order, item, quantity] = (["order", "item", "quantity"] as const).map((field) => fields.get(field));
  if (order === undefined || item === undefined || quantity === undefined) return false;
  const lines = Map.groupBy(rows, (cells) => `${cells[order] ?? ""}\u001f${cells[item] ?? ""}`);
  const amounts = new Set<string>();
  const sets = new Set<string>();
  for (const own of lines.values()) {
    const said = new Set(own.map((cells) => (cells[column] ?? "").trim()));
    if (own.length < 2 || said.size < own.length) return false;
    if (new Set(own.map((cells) => cells[quantity])).size > 1) return false;
    amounts.add(own[0]?.[quantity] ?? "");
    sets.add([...said].sort().join("\u001f"));
  }
  return lines.size > 1 && amounts.size > 1 && sets.size === 1;
}

/** True where each item, each customer or each supplier has one value, and several lines tell so for every value. */
function isAttribute({ rows, fields }: Lines, column: number, values: readonly string[]): boolean {
  return (["item", "customer", "supplier", "supplierName", "location"] as const).some((field) => {
    const at = fields.get(field);
    if (at === undefined) return false;
    const known = new Map<string, string>();
    const proved = new Set<string>();
    for (const cells of rows) {
      const [owner, value] = [cells[at] ?? "", (cells[column] ?? "").trim()];
      const before = known.get(owner);
      if (before !== undefined && before !== value) return false;
      if (before !== undefined) proved.add(value);
      known.set(owner, value);
    }
    return values.every((value) => proved.has(value));
  });
}

/** Numbers of one length that are no quantities: 10, 20, 30 or 101, 261. */
const areCodes = (texts: readonly string[]): boolean =>
  texts.length <= mostCodes &&
  texts.every((text) => /^\d{2,3}$/.test(text) && text.length === texts[0]?.length);
const mostCodes = 6;
const codeHeading =
  /(schlussel|code|key|art|typ|type|kz|kennz|kennzeichen|bewegung|movement|(^|or|ord|doc|tran|line)ty)$|^.{1,3}$/;

/** True for a sign in a single row, as "L" stands beside a line that was deleted. */
export const isLoneFlag = ({ values }: FewValues): boolean =>
  values.length === 1 && /^(\p{L}|[*#!])$/u.test(values[0]?.text ?? "");

/** True for a tick beside lines that are done: those without it are demand as well. */
const marksDone = ({ heading, values }: FewValues): boolean =>
  stateCounts(heading) === true &&
  values.every(({ text }) => flagOf(text) === true || /^[✓✔√+]$/.test(text.trim()));

/** True for what was done, or a code, of which one stands in several rows. */
const mayRepeat = ({ key, values }: FewValues): boolean =>
  (mayAct.test(key) || codeHeading.test(key)) && values.some(({ count }) => count > 1);

/**
 * True for a column of words that nothing explains and that changes what counts: the sign, the size or the document
 * of a line hangs on it, inside the same item and the same kind of movement.
 * @example decides({ key: "spur", values: [{ text: "Rampe" }, { text: "Kran" }], … }, profile, fields)
 */
export function decides(few: FewValues, profile: TableProfile, fields: ReadonlyMap<Field, number>): boolean {
  const { column, key, values, filled } = few;
  const own = profile.columns[column];
  const texts = [...values.map(({ text }) => text), ...(filled < 1 ? [""] : [])];
  const lines = { rows: profile.head, fields };
  if (texts.length < 2) return false;
  if (harmless.test(key) || marksDone(few)) return false;
  if (
    own === undefined ||
    (!(codeHeading.test(key) && areCodes(texts)) && (own.numberRate > 0.5 || own.dateRate > 0.5))
  )
    return false;
  // A text of each line of its own is no choice among few.
  if (values.reduce((sum, { count }) => sum + count, 0) < ofEach * values.length)
    return (isLoneFlag(few) || mayRepeat(few)) && tellsSizes(lines, few, texts);
  if (nameKitsAndParts(texts) || (ofKits.test(key) && filled > 0 && texts.length <= mostOfKits)) return true;
  if (isAttribute(lines, column, texts)) return false;
  const isOpen = !fields.has("kind") && !fields.has("direction");
  return (
    (isOpen && filled > 0.9 && (tellsSigns(lines, column) || tellsDocuments(lines, column))) ||
    tellsSizes(lines, few, texts)
  );
}

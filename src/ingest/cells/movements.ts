import type { LineKind } from "../../order.ts";
import { directionWord } from "./direction-words.ts";
import { fromTo } from "./from-to-codes.ts";
import { movementWords } from "./words/movement-words.ts";
import { movementsAbroad } from "./words/movements-abroad.ts";
import { documentOfSupplier } from "./words/supplier-documents.ts";

/** What a movement is, and whether it takes an earlier one back (262 takes back 261). */
export interface Movement {
  readonly kind: LineKind;
  readonly reversal: boolean;
}

/** SAP movement types by range; an even number after an odd one takes it back. */
const sapRanges: readonly (readonly [number, number, LineKind])[] = [
  [101, 109, "receipt"],
  [121, 124, "receipt"],
  [131, 132, "receipt"],
  [141, 142, "transfer"],
  [161, 162, "receipt"],
  [201, 202, "issue"],
  [221, 222, "issue"],
  [231, 232, "sale"],
  [241, 242, "issue"],
  [251, 252, "sale"],
  [261, 262, "issue"],
  [281, 282, "issue"],
  [291, 292, "issue"],
  [301, 344, "transfer"],
  [349, 350, "transfer"],
  [351, 352, "transfer"],
  [411, 416, "transfer"],
  [451, 460, "return"],
  [501, 512, "receipt"],
  [521, 526, "receipt"],
  [531, 532, "receipt"],
  [541, 542, "transfer"],
  [543, 544, "issue"],
  [545, 546, "receipt"],
  [551, 556, "scrap"],
  [561, 566, "adjustment"],
  [601, 602, "sale"],
  [621, 624, "transfer"],
  [631, 634, "transfer"],
  [641, 648, "transfer"],
  [651, 658, "return"],
  [701, 718, "adjustment"],
];

/** These take a receipt back though their number is odd or the pair is apart. */
const sapReturns = new Set([102, 104, 106, 108, 122, 124, 132, 161]);

const byWord = new Map<string, Movement>(
  [...movementsAbroad.map(([kind, list]) => [kind, false, list] as const), ...movementWords].flatMap(
    ([kind, reversal, list]) =>
      list.split("|").map((word): [string, Movement] => [normal(word), { kind, reversal }]),
  ),
);

function normal(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s_-]+/g, " ")
    .trim();
}

function sapMovement(code: number): Movement | undefined {
  const range = sapRanges.find(([from, to]) => code >= from && code <= to);
  if (range === undefined) return undefined;
  const kind = range[2];
  if (kind === "receipt") return { kind, reversal: sapReturns.has(code) };
  return { kind, reversal: kind !== "transfer" && kind !== "adjustment" && code % 2 === 0 };
}

/**
 * Meaning of a movement code or word, undefined when unknown. A word may follow a code: "261 WA für Auftrag".
 * @example movementOf("262") // { kind: "issue", reversal: true }
 */
export function movementOf(text: string): Movement | undefined {
  const code = /^\s*0{0,2}(\d{3})(?!\d)/.exec(text);
  if (code !== null) return sapMovement(Number(code[1]));
  const known = byWord.get(normal(text));
  if (known !== undefined) return known;
  const ofSupplier = documentOfSupplier(normal(text));
  if (ofSupplier !== undefined)
    return ofSupplier === "return"
      ? { kind: "receipt", reversal: true }
      : { kind: ofSupplier, reversal: false };
  // "2 - Sortie", "VK - Verkauf": a code before its words.
  const words = /^(?:\d{1,2}\s?[-–:.)]|\p{Lu}{1,3} [-–:]) *(\p{L}{3}.*)$/u.exec(text.trim())?.[1];
  const coded = words === undefined ? undefined : movementOf(words);
  if (coded !== undefined) return coded;
  const between = fromTo(text);
  if (between !== undefined) return { kind: between, reversal: false };
  // "Goods-out note" is the document of what it says.
  const bare = normal(text).replace(/ (note|slip|voucher|docket)$/, "");
  if (bare !== normal(text) && byWord.has(bare) && bare.includes(" ")) return byWord.get(bare);
  // "Transfer out" is a transfer, whichever way.
  const moved = byWord.get(normal(text).replace(/ (in|out|\+)$/, ""));
  if (moved?.kind === "transfer" || moved?.kind === "adjustment") return moved;
  const way = text.trim().length > 1 ? directionWord(text) : 0;
  if (way !== 0) return { kind: way > 0 ? "receipt" : "issue", reversal: false };
  return movementOfCodeBehind(text) ?? movementOfWords(text) ?? reversalOfWords(text);
}

/** What takes back a movement that is known in words: "WA für Auftrag Storno", "Goods issue reversal". */
function reversalOfWords(text: string): Movement | undefined {
  const plain = normal(text).replace(/[.:,]/g, " ");
  const rest = plain.replace(/(^| )(storno|stornierung|reversal|rev)( |$)/, " ").trim();
  // As systems name a movement type, whose words go on behind its short name.
  if (rest === plain.trim() || text.length > 40 || !/^(wa|we|gi|gr|goods (issue|receipt)) ./.test(rest))
    return undefined;
  const known = movementOf(rest);
  return known !== undefined && (takesOut(known.kind) || known.kind === "receipt") && !known.reversal
    ? { kind: known.kind, reversal: true }
    : undefined;
}

/** A movement type in brackets behind its words: "Goods issue for order rev. (262)"; none where the words say another. */
function movementOfCodeBehind(text: string): Movement | undefined {
  const [, words = "", code] = /^([^()]+)\((\d{3})\)\s*$/.exec(text) ?? [];
  if (code === undefined) return undefined;
  const movement = sapMovement(Number(code));
  const said = movementOf(words)?.kind ?? movement?.kind;
  return said === movement?.kind ? movement : undefined;
}

/** Words that turn what stands beside them round: nothing is concluded from the words beside. */
const turning =
  /(^| )(storno|stornir|sztorn|cancel|annul|anul|iptal|zrus|revers|return|retour|retoure|ruck|rueck|credit|gutschrift|refund|void|undo|correct|korrektur|no|not|kein|ohne|without|quot|estimat|proposal|offer|angebot|anfrage|inquiry|draft|entwurf|forecast|budget|pro ?forma|helyesb|koryg|korekt|korekc|opravn|rectif|rettif|zaloh|zalicz|acconto|acompte|anticip|avans|anzahl|abschlag|vorausz|down|deposit|advance|prepa)/;
/** Short names of documents and stocks in front of what their lines move: "PO receipt", "WIP issue", "JOB return". */
const shortNames = new Set("wa we po so wo mo wip asn job inv stk wh whs do".split(" "));
/** What says more goes first: a transfer out is a transfer, a sale that left the stock is an issue. */
const levels: readonly (readonly LineKind[])[] = [
  ["transfer", "adjustment", "scrap"],
  ["receipt", "issue"],
  ["sale", "purchase"],
];

/** Words of what came back in a text of several, and of whom it came from or went to. */
const returning =
  /(^| )(return|rma|rueck(lieferung|sendung|gabe)|retour|retoure|reso|devoluc|devolu|iade|avoir|zwrot|vratka|dobropis|kredit ?nota|credit ?(note|memo)|gutschrift|abono|refund|palautus|retur|creditnota|nota (de )?credito)/;
const ofSuppliers =
  /(supplier|vendor|lieferant|fournisseur|proveedor|fornitor|fornecedor|leverancier|leverantor|leverandor|dostawc|dodavatel|tedarik|purchase|einkauf|bestell|achat|compra|acquist|inkoop|inkop|zakup|nakup|(^| )alis|(^| )alim)/;

const ofBuyers = /(customer|kunde|client|klant|klient|debitor|zakaznik|vevo|musteri|asiakas|kund( |$))/;

/** Orders by the way in which customers give them, and those that were sent. */
const ofCustomers =
  /^((phone|telephone|web|online|internet|mail|email|shop|store|retail|wholesale|standing|blanket|rush|express|repeat) ?orders?|orders? (shipped|fulfilled|dispatched|despatched))$/;

/** A delivery that a supplier sent is none to a customer: "Lieferung Lieferant". */
const sentBySupplier =
  /(supplier|vendor|lieferant|fournisseur|proveedor|fornitor|fornecedor|leverancier|leverantor|leverandor|dostawc|dodavatel|tedarik)/;

/** A return in several words, of a customer or to a supplier; undefined where a word turns it round once more. */
function returnOfWords(plain: string): Movement | undefined {
  if (!returning.test(plain) || /(storno|cancel|revers|void|undo|korrekt|correct|no |not |kein)/.test(plain))
    return undefined;
  return ofSuppliers.test(plain) ? { kind: "receipt", reversal: true } : { kind: "return", reversal: false };
}

/** Where goods are made: "Sortie production" goes there, "Production receipt" comes from it. */
const making = /^(produ[ckz]|fertigung|manufactur|vyrob)/;

/** Words that say what a line moves: "Inventory sales" leave the inventory, and correct nothing. */
function tellingOf(parts: readonly string[]): readonly string[] {
  const words = parts.filter((word) => word !== "inventory");
  const ways = words.filter((word) => !making.test(word));
  return ways.some((word) => levels[1]?.includes(byWord.get(word)?.kind ?? "sale")) ? ways : words;
}

/** Meaning of several words that each mean something ("WARENAUSGANG_AUFTRAG"); undefined where they contradict. */
function movementOfWords(text: string): Movement | undefined {
  if (text.length > 40) return undefined;
  const plain = normal(text);
  const back = /[\s/-]/.test(text.trim()) ? returnOfWords(plain) : undefined;
  if (back !== undefined) return back;
  const parts = plain.split(/[^\p{L}]+/u).filter((word) => word.length > 3 || shortNames.has(word));
  if (parts.length < 2 || parts.length > 4 || turning.test(plain)) return undefined;
  if (ofCustomers.test(plain)) return { kind: "sale", reversal: false };
  const kinds = new Set(tellingOf(parts).flatMap((word) => byWord.get(word)?.kind ?? []));
  for (const level of levels) {
    const own = level.filter((kind) => kinds.has(kind));
    const [kind] = own;
    if (kind === "sale" && own.length === 1 && sentBySupplier.test(plain))
      return { kind: "receipt", reversal: false };
    if (
      kind === "purchase" &&
      own.length === 1 &&
      /(^| )(customer|kunden?|client[es]?|klant|klient)( |$)/.test(plain)
    )
      return { kind: "sale", reversal: false };
    if (kind !== undefined) return own.length === 1 ? { kind, reversal: false } : undefined;
  }
  return undefined;
}

/**
 * The kind that the last word of a text speaks of which means one: what to offer first, never what to take.
 * @example likelyKind("QLM receipt") // "receipt"
 */
export function likelyKind(text: string): LineKind | undefined {
  const parts = normal(text).split(/[^\p{L}]+/u);
  if (text.includes(" / ") && parts.includes("in") && parts.includes("out")) return "transfer";
  const turned = parts.find((word) => turning.test(word));
  const told = parts.toReversed().flatMap((word) => byWord.get(word) ?? [])[0]?.kind;
  if (turned !== undefined) return byWord.get(turned)?.kind ?? told;
  // Who stands at the other end says what likely moved: "Kunde", "Lieferant".
  const other = ofSuppliers.test(normal(text))
    ? "purchase"
    : ofBuyers.test(normal(text))
      ? "sale"
      : undefined;
  return told ?? other;
}

/** Words of the item ledger of Business Central, where Zugang and Abgang are corrections, not receipts and issues. */
const ledgerWords = new Set([
  "verkauf",
  "einkauf",
  "umlagerung",
  "verbrauch",
  "sale",
  "purchase",
  "consumption",
]);
const ledgerCorrections = new Set(["zugang", "abgang", "positive adjmt.", "negative adjmt."]);

/** Meanings of all texts of a column; in an item ledger Zugang and Abgang are adjustments. */
export function movementsOf(texts: readonly string[], ledger: boolean): (Movement | undefined)[] {
  const isLedger = ledger && texts.some((text) => ledgerWords.has(normal(text)));
  // What is refunded was ordered by customers.
  const isShop = texts.some((text) => /^refunds?( |$)/.test(normal(text)));
  return texts.map((text) =>
    isShop && /^orders?$/.test(normal(text))
      ? { kind: "sale", reversal: false }
      : isLedger && ledgerCorrections.has(normal(text))
        ? { kind: "adjustment", reversal: false }
        : movementOf(text),
  );
}

/** Kinds that take stock out: their quantity is negative where the file signs movements. */
export const takesOut = (kind: LineKind): boolean => kind === "issue" || kind === "sale" || kind === "scrap";

/**
 * Quantity of a line: demand and receipts are positive, what takes them back is negative, however the file signs
 * it. `signed`: the file writes what leaves the stock with a minus.
 */
export function movedQuantity(raw: number, { kind, reversal }: Movement, signed: boolean): number {
  if (kind === "return" || (reversal && takesOut(kind))) return 0 - Math.abs(raw);
  if (signed) return takesOut(kind) ? 0 - raw : raw;
  return reversal ? 0 - Math.abs(raw) : raw;
}

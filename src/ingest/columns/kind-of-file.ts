import { bareText } from "../cells/cells.ts";

import { normaliseHeading } from "../cells/heading-key.ts";
import type { ByteSource } from "../source.ts";
import { knownKinds } from "./candidates.ts";
import { dateParts } from "./date-parts.ts";
import { type Field, type FileKind, fileKinds, requiredOf } from "./fields.ts";
import { type OpenedFile, openFile } from "./file-layout.ts";
import { mapColumns } from "./map-columns.ts";
import type { Mapping } from "./mapping.ts";
import { periodHeadings } from "./period-headings.ts";
import { isDecision } from "./rules/decision-words.ts";

/** What a file seems to hold. */
export interface KindGuess {
  readonly kind: FileKind | "unknown";
  /** 0 to 1. */
  readonly confidence: number;
}

/** Fields that speak for a kind beyond its required ones. */
const telling: Readonly<Record<FileKind, readonly Field[]>> = {
  orders: [
    "date",
    "quantity",
    "order",
    "line",
    "kind",
    "customer",
    "receiptDate",
    "receivedQuantity",
    "price",
  ],
  items: [
    ...([
      "onHand",
      "leadTimeDays",
      "minimumOrder",
      "packSize",
      "safetyStock",
      "reorderPoint",
      "maximumStock",
    ] as const),
    ...(["unitCost", "supplier", "name", "group", "successor", "preferred", "supplierItem"] as const),
  ],
  suppliers: [
    "name",
    "minimumValue",
    "freeFreightValue",
    "paymentDays",
    "discountPercent",
    "orderDays",
    "state",
  ],
  "open-orders": ["openQuantity", "order", "supplier"],
  requirements: ["reference", "kind"],
  calendar: ["from", "to", "kind", "factor", "scope"],
  decisions: ["action", "reason", "by"],
};

const nameWords: readonly (readonly [RegExp, FileKind])[] = [
  [
    /open[-_ ]?(purchase|po|supplier)?[-_ ]?(orders|lines|pos?(?![a-z]))|offene[-_ ]?\p{L}*bestell|bestellbestand|backlog/iu,
    "open-orders",
  ],
  [/decision|entscheid/i, "decisions"],
  [/calendar|kalender|feiertag|holiday/i, "calendar"],
  [/requirement|bedarfe?\b|kundenauftr/i, "requirements"],
  [/supplier|lieferant|vendor|kreditor/i, "suppliers"],
  [/usage|consumption|verbrauch|entnahme|movement|bewegung|transaction|ledger|verk[aä]uf|umsatz/i, "orders"],
  [/item|artikel|material(?!bew)|product|stammdaten|bestaende|bestände|stock/i, "items"],
  [/order|bestell|verbrauch|beweg|verkauf|sales|movement|history|umsatz|lager/i, "orders"],
];

const byName = (name: string): FileKind | undefined => nameWords.find(([pattern]) => pattern.test(name))?.[1];

/** What a file is, from its columns and its name. Throws InputError for what is no table. */
export const kindOfFile = (source: ByteSource): KindGuess => kindOfTable(openFile(source));

/** The same of a file that is open. */
export function kindOfTable({ source, table, profile }: OpenedFile): KindGuess {
  const named = byName(source.name);
  if (profile.records === 0 && table.header.length === 0) return { kind: "unknown", confidence: 0 };
  if (periodHeadings(table.header) !== undefined && named !== "items")
    return { kind: "orders", confidence: 0.9 };
  const history = mapColumns("orders", table.header, profile);
  const isInParts = history.exact.has("item") && history.exact.has("quantity") && !history.fields.has("date");
  if (isInParts && named !== "items" && dateParts(table.header, profile) !== undefined)
    return { kind: "orders", confidence: 0.8 };
  const scores = fileKinds.map((kind) => {
    const mapping = kind === "orders" ? history : mapColumns(kind, table.header, profile);
    const action = kind === "decisions" ? profile.columns[mapping.fields.get("action") ?? -1] : undefined;
    // "Check out" and "Sale" are no decisions, nor is "Active".
    const decided = action?.texts.filter((text) => isDecision(bareText(text))).length ?? 0;
    const moves = action !== undefined && (knownKinds(action) > 0.5 || decided < 0.5 * action.texts.length);
    const score = moves ? 0 : scoreOf(kind, mapping, history, table.header);
    return { kind, score: score + (kind === named && score > 0 ? (kind === "open-orders" ? 0.7 : 0.5) : 0) };
  });
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < 0.6) return { kind: "unknown", confidence: 0 };
  const lead = best.score - (second?.score ?? 0);
  return { kind: best.kind, confidence: Math.min(1, Math.round((0.5 + lead) * 100) / 100) };
}

/** Lines or heads of orders that two tables hold. */
function isHalfOrder({ fields, exact }: Mapping, header: readonly string[]): boolean {
  if (
    !exact.has("order") ||
    header.some((heading) => /lead|wbz|wiederbesch|bestand/.test(normaliseHeading(heading).key))
  )
    return false;
  return (exact.has("item") && exact.has("quantity")) || (exact.has("date") && !fields.has("item"));
}

const dateFields = ["date", "dueDate", "receiptDate"] as const;

/** True for dated quantities of items, or of documents: a history or open orders, whatever else stands in the table. */
const isDated = (mapping: Mapping): boolean => {
  const { exact } = mapping;
  const isOfDocument = exact.has("order") || exact.has("customer");
  return (
    (exact.has("item") && exact.has("quantity") && dateFields.some((field) => exact.has(field))) ||
    (isOfDocument && (isGuessedHistory(mapping) || (exact.has("item") && exact.has("date"))))
  );
};

/** True for dated quantities of items whose headings are only like those of a history. */
const isGuessedHistory = ({ fields }: Mapping): boolean =>
  requiredOf.orders.every((field) => fields.has(field));

const plannedFields = ["onHand", "leadTimeDays", "minimumOrder", "reorderPoint", "safetyStock"] as const;

/** True for what is said of an item, not of its lines: its stock, how it is ordered. */
export const isPlanned = ({ fields }: Mapping): boolean => plannedFields.some((field) => fields.has(field));

/** Quantities of items without any date: what lies where. */
const isStockList = ({ exact, fields }: Mapping): boolean =>
  exact.has("item") && exact.has("quantity") && dateFields.every((field) => !fields.has(field));

function scoreOf(kind: FileKind, mapping: Mapping, history: Mapping, header: readonly string[]): number {
  const { fields, exact } = mapping;
  if (kind === "orders" && (isHalfOrder(mapping, header) || isDated(mapping))) {
    const signs = telling.orders.filter((field) => exact.has(field)).length;
    return 0.7 + Math.min(0.3, 0.08 * signs);
  }
  if (!requiredOf[kind].every((field) => fields.has(field))) return 0;
  const signs = telling[kind].filter((field) => fields.has(field) && exact.has(field)).length;
  const base = 0.6 + Math.min(0.4, 0.08 * signs);
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const says = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  switch (kind) {
    case "items":
      if (isStockList(history) && says(/location|lagerort|lagerplatz|shelf|^bin$|bestand|inventory|stock/))
        return Math.max(base, 0.75);
      if (signs === 0) return 0;
      return base - (isDated(history) ? 0.5 : isGuessedHistory(history) && !isPlanned(mapping) ? 0.3 : 0);
    case "open-orders": {
      const open = says(
        /offen|^open|restmenge|nochzuliefern|stilltobe|outstanding|remaining|^reste?a|restante|pendiente|residu|^da(ricevere|consegnare)|openstaand|^nogte|pozosta[lł]|zbyva|aterst/,
      );
      // A list of all orders has its order date and ordered quantity beside what is still open.
      return open && !(history.exact.has("date") && history.exact.has("quantity"))
        ? base + 0.4
        : open
          ? 0.6
          : 0.5;
    }
    case "requirements":
      return says(/bedarfs|require/) ? base : 0.5;
    case "decisions":
      // "Status" is the state of an order unless nothing else says that the lines are orders.
      if (history.fields.get("kind") === fields.get("action") && isGuessedHistory(history)) return 0;
      return exact.has("action") && !((isDated(history) || isGuessedHistory(history)) && says(/^status$/))
        ? base + 0.3
        : 0;
    case "calendar":
      return fields.has("to") && exact.has("from") ? base + 0.3 : 0;
    case "suppliers":
      return fields.has("name") && !says(/^(artikel|item|material|menge|quantity|produkt|product)/)
        ? base + 0.1
        : 0;
    default:
      return base;
  }
}

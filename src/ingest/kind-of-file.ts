import { type Field, type FileKind, fileKinds, requiredOf } from "./fields.ts";
import { normaliseHeading } from "./heading-key.ts";
import { type Mapping, mapColumns } from "./mapping.ts";
import { periodHeadings } from "./period-headings.ts";
import { profileTable, type TableProfile } from "./profile.ts";
import type { ByteSource } from "./source.ts";
import { openTable, type Table } from "./table.ts";

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
  [/open[-_ ]?orders|offene[-_ ]?bestell|bestellbestand|backlog/i, "open-orders"],
  [/decision|entscheid/i, "decisions"],
  [/calendar|kalender|feiertag|holiday/i, "calendar"],
  [/requirement|bedarfe?\b|kundenauftr/i, "requirements"],
  [/supplier|lieferant|vendor|kreditor/i, "suppliers"],
  [/item|artikel|material(?!bew)|product|stammdaten|bestaende|bestände|stock/i, "items"],
  [/order|bestell|verbrauch|beweg|verkauf|sales|movement|history|umsatz|lager/i, "orders"],
];

const byName = (name: string): FileKind | undefined => nameWords.find(([pattern]) => pattern.test(name))?.[1];

/** What a file is, from its columns and its name. */
export function kindOfFile(source: ByteSource): KindGuess {
  const table = openTable(source);
  return kindOfTable(table, profileTable(table), source.name);
}

export function kindOfTable(table: Table, profile: TableProfile, name: string): KindGuess {
  const named = byName(name);
  if (profile.records === 0 && table.header.length === 0) return { kind: "unknown", confidence: 0 };
  if (periodHeadings(table.header) !== undefined && named !== "items")
    return { kind: "orders", confidence: 0.9 };
  const scores = fileKinds.map((kind) => {
    const mapping = mapColumns(kind, table.header, profile);
    return { kind, score: scoreOf(kind, mapping, table.header) + (kind === named ? 0.25 : 0) };
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

function scoreOf(kind: FileKind, mapping: Mapping, header: readonly string[]): number {
  const { fields, exact } = mapping;
  if (kind === "orders" && isHalfOrder(mapping, header)) return 1;
  const required = requiredOf[kind];
  const met = required.filter((field) => fields.has(field)).length / required.length;
  if (met < 1) return 0;
  const signs = telling[kind].filter((field) => fields.has(field) && exact.has(field)).length;
  const base = 0.6 + Math.min(0.4, 0.08 * signs);
  switch (kind) {
    case "items":
      // A table with dated quantities is a history, whatever else stands in it.
      return signs === 0 ? 0 : base - (dated(header) ? 0.35 : 0);
    case "open-orders":
      return header.some((heading) =>
        /offen|open|restmenge|nochzuliefern|stilltobe|outstanding/.test(normaliseHeading(heading).key),
      )
        ? base + 0.3
        : 0.5;
    case "requirements":
      return header.some((heading) => /bedarf|require/.test(normaliseHeading(heading).key)) ? base : 0.5;
    case "decisions":
      return exact.has("action") ? base + 0.3 : 0;
    case "calendar":
      return fields.has("to") && exact.has("from") ? base + 0.2 : 0;
    case "suppliers":
      return fields.has("name") &&
        !header.some((heading) =>
          /^(artikel|item|material|menge|quantity|produkt|product)/.test(normaliseHeading(heading).key),
        )
        ? base + 0.1
        : 0;
    default:
      return base;
  }
}

const dated = (header: readonly string[]): boolean => {
  const keys = header.map((heading) => normaliseHeading(heading).key);
  return (
    keys.some((key) =>
      /^(buchungsdatum|bestelldatum|date|datum|orderdate|postingdate|kalenderwoche|monat|invoicedate|belegdatum)$/.test(
        key,
      ),
    ) && keys.some((key) => /^(menge|quantity|bestellmenge|verbrauch|orderquantity)$/.test(key))
  );
};

import { defined } from "../../defined.ts";
import { lineKind } from "../../line-kind.ts";
import { orderedLines } from "../../order-lines.ts";
import type { Plan } from "../../result.ts";
import type { Signal } from "../../signal.ts";
import type { ParameterChange, Suggestion } from "../../suggestion.ts";
import {
  attentionPhrase,
  lineKindName,
  policyName,
  reasonsSentence,
  signalSentence,
  valueWords,
} from "../../words/index.ts";
import { type Lang, type Language, reportWordsOf, wordsOf } from "../../words/languages.ts";
import { signalsOf } from "../csv/tables.ts";
import { type SupplierOrder, supplierOrders } from "../order-list.ts";
import { type ColumnKind, type Sheet, type SheetColumn, sheet } from "./sheet.ts";

type Value = string | number | undefined;

const column =
  <Row>(lang: Lang) =>
  (
    name: keyof Language["columns"],
    kind: ColumnKind,
    value: (row: Row) => Value,
    currency?: (row: Row) => string | undefined,
  ): SheetColumn<Row> => ({
    heading: wordsOf(lang).columns[name],
    kind,
    value,
    ...defined({ currency }),
  });

/** What a line of an order says to a supplier; a sum has only text, money and currency. */
type OrderLine = Pick<Suggestion, "item" | "currency"> & Partial<Suggestion>;

/** What every sheet of suggestions begins with: which item, from whom, how much. */
function firstColumns(lang: Lang): SheetColumn<OrderLine>[] {
  const of = column<OrderLine>(lang);
  return [
    of("item", "text", (s) => s.item),
    of("name", "text", (s) => s.name),
    of("supplier", "text", (s) => s.supplier),
    of("quantity", "number", (s) => s.quantity),
    of("unit", "text", (s) => s.unit),
  ];
}

/** The nine columns that a buyer needs. */
function orderColumns(lang: Lang): SheetColumn<OrderLine>[] {
  const of = column<OrderLine>(lang);
  const currency = (s: OrderLine) => s.currency;
  return [
    ...firstColumns(lang),
    of("orderBy", "date", (s) => s.orderBy),
    of("receiptBy", "date", (s) => s.receiptBy),
    of("unitPrice", "price", (s) => s.unitPrice, currency),
    of("amount", "money", (s) => s.amount, currency),
  ];
}

/** The sum of some lines, one row a currency. */
function sumsOf(lines: readonly Suggestion[], lang: Lang): OrderLine[] {
  const sums = new Map<string | undefined, number>();
  for (const { currency, amount } of lines)
    if (amount !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({
    item: "",
    name: reportWordsOf(lang).sheets.total,
    amount,
    ...defined({ currency }),
  }));
}

const orderSheet = (name: string, lines: readonly Suggestion[], lang: Lang): Sheet =>
  sheet<OrderLine>(name, orderColumns(lang), lines, 2, sumsOf(lines, lang));

/** So many suppliers at most have a sheet of their own, and so many lines at most stand in them: a book stays a book. */
const [mostSuppliers, mostLines] = [40, 3000];

/** Names of sheets as every program takes them: 31 characters, none of []:*?/\\, each once. */
function sheetNames(wanted: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return wanted.map((text) => {
    const plain =
      text
        .replaceAll(/[[\]:*?/\\']/g, " ")
        .trim()
        .slice(0, 31) || "-";
    let name = plain;
    for (let k = 2; used.has(name.toLowerCase()); k++) name = `${plain.slice(0, 27)} ${k}`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** One sheet a supplier, where there are not too many. */
function supplierSheets(orders: readonly SupplierOrder[], taken: readonly string[], lang: Lang): Sheet[] {
  const lines = orders.reduce((sum, order) => sum + order.lines.length, 0);
  if (orders.length > mostSuppliers || lines > mostLines) return [];
  const names = orders.map(
    ({ basket, supplier }) => basket?.name ?? supplier ?? reportWordsOf(lang).sheets.noSupplier,
  );
  return sheetNames(names, taken).map((name, k) => orderSheet(name, orders[k].lines, lang));
}

function suggestionColumns(lang: Lang): SheetColumn<Suggestion>[] {
  const of = column<Suggestion>(lang);
  const currency = (s: Suggestion) => s.currency;
  return [
    ...firstColumns(lang),
    of("purchaseQuantity", "number", (s) => s.purchaseQuantity),
    of("purchaseUnit", "text", (s) => s.purchaseUnit),
    of("supplierItem", "text", (s) => s.supplierItem),
    of("need", "number", (s) => s.need),
    of("orderBy", "date", (s) => s.orderBy),
    of("receiptBy", "date", (s) => s.receiptBy),
    of("unitPrice", "price", (s) => s.unitPrice, currency),
    of("amount", "money", (s) => s.amount, currency),
    of("currency", "text", (s) => s.currency),
    of("policy", "text", (s) => policyName(s.policy, lang)),
    of("serviceType", "text", (s) => valueWords(s.serviceType, lang)),
    of("expectedService", "percent", (s) => s.expectedService),
    of("reorderPoint", "number", (s) => s.reorderPoint),
    of("orderUpTo", "number", (s) => s.orderUpTo),
    of("safetyStock", "number", (s) => s.safetyStock),
    of("onHand", "number", (s) => s.onHand),
    of("onOrder", "number", (s) => s.onOrder),
    of("backorders", "number", (s) => s.backorders),
    of("safeUntil", "date", (s) => s.safeUntil),
    of("runsOutOn", "date", (s) => s.runsOutOn),
    of("attention", "text", (s) => (lineKind(s) === "plain" ? "" : lineKindName(s, lang))),
    of("attentionCodes", "text", (s) =>
      (s.attentionCodes ?? []).map((code) => attentionPhrase(code, lang)).join("; "),
    ),
    of("asIsQuantity", "number", (s) => s.asIs?.quantity),
    of("asIsOrderBy", "date", (s) => s.asIs?.orderBy),
    of("decision", "text", (s) => (s.decision === undefined ? "" : valueWords(s.decision, lang))),
    of("reasons", "long-text", (s) => reasonsSentence(s.reasons, lang)),
  ];
}

function supplierColumns(lang: Lang): SheetColumn<SupplierOrder>[] {
  const of = column<SupplierOrder>(lang);
  const currency = (s: SupplierOrder) => s.currency;
  return [
    of("supplier", "text", (s) => s.supplier ?? reportWordsOf(lang).sheets.noSupplier),
    of("name", "text", (s) => s.basket?.name),
    of("orderDate", "date", (s) => s.orderDate),
    of("lines", "number", (s) => s.lines.length),
    of("amount", "money", (s) => s.amount, currency),
    of("currency", "text", (s) => s.currency),
    of("asIsAmount", "money", (s) => s.asIsAmount, currency),
    of("minimumGap", "money", (s) => s.basket?.minimumGap, currency),
    of("freeFreightGap", "money", (s) => s.basket?.freeFreightGap, currency),
    of("surcharge", "money", (s) => s.basket?.surcharge, currency),
  ];
}

function signalColumns(lang: Lang): SheetColumn<{ readonly item: string; readonly signal: Signal }>[] {
  const of = column<{ readonly item: string; readonly signal: Signal }>(lang);
  return [
    of("item", "text", (s) => s.item),
    of("kind", "text", (s) => valueWords(s.signal.kind, lang)),
    of("state", "text", (s) => valueWords(s.signal.state, lang)),
    of("at", "date", (s) => s.signal.at),
    of("seen", "date", (s) => s.signal.seen),
    of("direction", "text", (s) => valueWords(s.signal.direction, lang)),
    of("size", "percent", (s) => s.signal.size),
    of("p", "probability", (s) => s.signal.p),
    of("q", "probability", (s) => s.signal.q),
    of("impact", "number", (s) => s.signal.impact),
    of("impactUnit", "text", (s) => s.signal.impactUnit),
    of("sentence", "long-text", (s) => signalSentence(s.signal, s.item, lang)),
  ];
}

function parameterColumns(lang: Lang): SheetColumn<ParameterChange>[] {
  const of = column<ParameterChange>(lang);
  return [
    of("item", "text", (p) => p.item),
    of("change", "text", (p) => valueWords(`${p.change}`, lang)),
    of("reorderPointOld", "number", (p) => p.reorderPointOld),
    of("reorderPointNew", "number", (p) => p.reorderPointNew),
    of("orderUpToOld", "number", (p) => p.orderUpToOld),
    of("orderUpToNew", "number", (p) => p.orderUpToNew),
    of("safetyStockOld", "number", (p) => p.safetyStockOld),
    of("safetyStockNew", "number", (p) => p.safetyStockNew),
    of("leadTimeDaysOld", "number", (p) => p.leadTimeDaysOld),
    of("leadTimeDaysNew", "number", (p) => p.leadTimeDaysNew),
    of("basis", "number", (p) => p.basis),
    of("basisOld", "number", (p) => p.basisOld),
    of("bucket", "text", (p) => valueWords(p.bucket, lang)),
    of("reason", "text", (p) => attentionPhrase(p.reason, lang)),
  ];
}

/** The sheets of suggestions.xlsx: the order with its sum, all that is known of its lines, totals, signals, parameters, suppliers. */
export function planSheets(plan: Plan, lang: Lang): Sheet[] {
  const names = reportWordsOf(lang).sheets;
  const lines = orderedLines(plan);
  const orders = supplierOrders(plan);
  const sheets = [
    orderSheet(names.suggestions, lines, lang),
    sheet(names.details, suggestionColumns(lang), lines, 2),
    sheet(names.suppliers, supplierColumns(lang), orders, 1),
    sheet(names.signals, signalColumns(lang), signalsOf(plan), 1),
    sheet(names.parameters, parameterColumns(lang), plan.parameters, 1),
  ];
  const taken = sheets.map(({ name }) => name);
  return [...sheets, ...supplierSheets(orders, taken, lang)];
}

/** Currencies that amounts of the plan are in. */
export const currenciesOf = (plan: Plan): Set<string> =>
  new Set(
    plan.items
      .flatMap(({ suggestion, currency }) => [suggestion?.currency, currency])
      .filter((code) => code !== undefined),
  );

import { defined } from "../../defined.ts";
import type { Plan } from "../../result.ts";
import type { Signal } from "../../signal.ts";
import type { ParameterChange, Suggestion } from "../../suggestion.ts";
import { attentionPhrase, reasonsSentence, signalSentence, valueWords } from "../../words/index.ts";
import { type Lang, type Language, reportWordsOf, wordsOf } from "../../words/languages.ts";
import { ordered, signalsOf } from "../csv/tables.ts";
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

function suggestionColumns(lang: Lang): SheetColumn<Suggestion>[] {
  const of = column<Suggestion>(lang);
  const currency = (s: Suggestion) => s.currency;
  return [
    of("item", "text", (s) => s.item),
    of("name", "text", (s) => s.name),
    of("supplier", "text", (s) => s.supplier),
    of("quantity", "number", (s) => s.quantity),
    of("unit", "text", (s) => s.unit),
    of("purchaseQuantity", "number", (s) => s.purchaseQuantity),
    of("purchaseUnit", "text", (s) => s.purchaseUnit),
    of("supplierItem", "text", (s) => s.supplierItem),
    of("need", "number", (s) => s.need),
    of("orderBy", "date", (s) => s.orderBy),
    of("receiptBy", "date", (s) => s.receiptBy),
    of("unitPrice", "price", (s) => s.unitPrice, currency),
    of("amount", "money", (s) => s.amount, currency),
    of("currency", "text", (s) => s.currency),
    of("policy", "text", (s) => s.policy),
    of("serviceType", "text", (s) => valueWords(s.serviceType, lang)),
    of("expectedService", "percent", (s) => s.expectedService),
    of("reorderPoint", "number", (s) => s.reorderPoint),
    of("orderUpTo", "number", (s) => s.orderUpTo),
    of("safetyStock", "number", (s) => s.safetyStock),
    of("onHand", "number", (s) => s.onHand),
    of("onOrder", "number", (s) => s.onOrder),
    of("backorders", "number", (s) => s.backorders),
    of("runsOutOn", "date", (s) => s.runsOutOn),
    of("attention", "text", (s) => (s.attention === "none" ? "" : valueWords(s.attention, lang))),
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

/** The sheets of suggestions.xlsx: order lines, totals per supplier, signals, parameters. */
export const planSheets = (plan: Plan, lang: Lang): Sheet[] => [
  sheet(reportWordsOf(lang).sheets.suggestions, suggestionColumns(lang), ordered(plan), 2),
  sheet(reportWordsOf(lang).sheets.suppliers, supplierColumns(lang), supplierOrders(plan), 1),
  sheet(reportWordsOf(lang).sheets.signals, signalColumns(lang), signalsOf(plan), 1),
  sheet(reportWordsOf(lang).sheets.parameters, parameterColumns(lang), plan.parameters, 1),
];

/** Currencies that amounts of the plan are in. */
export const currenciesOf = (plan: Plan): Set<string> =>
  new Set(
    plan.items
      .flatMap(({ suggestion, currency }) => [suggestion?.currency, currency])
      .filter((code) => code !== undefined),
  );

import type { Reason } from "../suggestion.ts";
import type { Lang, Sentence } from "./lang.ts";
import { date, money, percent, quantity } from "./numbers.ts";

const n = (value: Reason[string], lang: Lang): string =>
  typeof value === "number"
    ? quantity(value, lang)
    : value === undefined || value === null
      ? "–"
      : String(value);
const p = (value: Reason[string], lang: Lang): string =>
  typeof value === "number" ? percent(value, lang) : "–";
const d = (value: Reason[string], lang: Lang): string =>
  date(typeof value === "string" ? value : undefined, lang);
const signed = (value: Reason[string], lang: Lang): string =>
  typeof value === "number" ? (value < 0 ? `− ${quantity(-value, lang)}` : `+ ${quantity(value, lang)}`) : "";

/** Words of an attention code, for a sentence. */
const attention = (code: Reason[string], lang: Lang): string =>
  attentionWords[String(code)]?.[lang] ?? String(code);

type Words = (r: Reason) => string;
const say = (de: Words, en: Words): Sentence<Reason> => ({ de, en });

const priced = (value: Reason[string], { currency }: Reason, lang: Lang) =>
  typeof value === "number" ? money(value, typeof currency === "string" ? currency : undefined, lang) : "?";

function alternative(r: Reason, lang: Lang): string {
  const change =
    typeof r.amountChange === "number"
      ? `${r.amountChange >= 0 ? "+" : ""}${money(r.amountChange, typeof r.currency === "string" ? r.currency : undefined, lang)}, `
      : "";
  const cover =
    typeof r.coverDays === "number"
      ? lang === "de"
        ? `reicht ${n(r.coverDays, lang)} Tage, `
        : `lasts ${n(r.coverDays, lang)} days, `
      : "";
  const service =
    lang === "de"
      ? `erwarteter Service ${p(r.service, lang)} statt ${p(r.serviceNow, lang)}`
      : `expected service ${p(r.service, lang)} instead of ${p(r.serviceNow, lang)}`;
  return change + cover + service;
}

/** Sentences for every reason of a suggestion, by code. */
export const reasonWords: Readonly<Record<string, Sentence<Reason>>> = {
  blocked: say(
    (r) => `Gesperrt (${attention(r.why, "de")}): erst klären, dann bestellen.`,
    (r) => `Blocked (${attention(r.why, "en")}): settle this before ordering.`,
  ),
  "below-reorder-point": say(
    (r) => `Verfügbar ${n(r.position, "de")}, Meldebestand ${n(r.reorderPoint, "de")}: jetzt bestellen.`,
    (r) => `Available ${n(r.position, "en")}, reorder point ${n(r.reorderPoint, "en")}: order now.`,
  ),
  enough: say(
    (r) =>
      `Verfügbar ${n(r.position, "de")} liegt über dem Meldebestand ${n(r.reorderPoint, "de")}: nichts zu bestellen${r.until === undefined ? "" : `, reicht voraussichtlich bis ${d(r.until, "de")}`}.`,
    (r) =>
      `Available ${n(r.position, "en")} is above the reorder point ${n(r.reorderPoint, "en")}: nothing to order${r.until === undefined ? "" : `, lasts until about ${d(r.until, "en")}`}.`,
  ),
  "runs-out": say(
    (r) => `Ohne Bestellung voraussichtlich leer am ${d(r.on, "de")}.`,
    (r) => `Without an order it runs out about ${d(r.on, "en")}.`,
  ),
  "out-of-stock": say(
    () => "Schon jetzt ist nichts verfügbar.",
    () => "Nothing is available already.",
  ),
  late: say(
    (r) =>
      `Der letzte rechtzeitige Bestelltag ist vorbei: sofort bestellen, spätestens ${d(r.orderBy, "de")}.`,
    (r) => `The last day to order in time has passed: order at once, ${d(r.orderBy, "en")} at the latest.`,
  ),
  "cover-demand": say(
    (r) =>
      `Erwarteter Bedarf in ${n(r.leadDays, "de")} Tagen Lieferzeit und ${n(r.reviewDays, "de")} Tagen bis zur nächsten Prüfung: ${n(r.demand, "de")}${r.known === undefined ? "" : ` (davon ${n(r.known, "de")} schon bekannt)`}.`,
    (r) =>
      `Expected demand in ${n(r.leadDays, "en")} days of lead time and ${n(r.reviewDays, "en")} days to the next review: ${n(r.demand, "en")}${r.known === undefined ? "" : ` (${n(r.known, "en")} of it known already)`}.`,
  ),
  "buffer-fill": say(
    (r) => `Puffer ${n(r.buffer, "de")}, damit ${p(r.target, "de")} des Bedarfs ab Lager bedient werden.`,
    (r) => `Buffer ${n(r.buffer, "en")} so that ${p(r.target, "en")} of demand is served from stock.`,
  ),
  "buffer-cycle": say(
    (r) => `Puffer ${n(r.buffer, "de")}, damit in ${p(r.target, "de")} der Bestellzyklen nichts fehlt.`,
    (r) =>
      `Buffer ${n(r.buffer, "en")} so that nothing is short in ${p(r.target, "en")} of the order cycles.`,
  ),
  "buffer-cost": say(
    (r) =>
      `Puffer ${n(r.buffer, "de")}: hier sind Lager- und Fehlmengenkosten zusammen am kleinsten (${p(r.target, "de")} ab Lager).`,
    (r) =>
      `Buffer ${n(r.buffer, "en")}: holding and shortage cost together are least here (${p(r.target, "en")} from stock).`,
  ),
  position: say(
    (r) =>
      `Bestand ${n(r.onHand, "de")}, bestellt ${n(r.onOrder, "de")}, Rückstand ${n(r.backorders, "de")}.`,
    (r) =>
      `On hand ${n(r.onHand, "en")}, on order ${n(r.onOrder, "en")}, backorders ${n(r.backorders, "en")}.`,
  ),
  "lot-economic": say(
    (r) => `Wirtschaftliche Losgröße ${n(r.lot, "de")}.`,
    (r) => `Economic lot ${n(r.lot, "en")}.`,
  ),
  "rule-minimum": say(
    (r) => `Mindestbestellmenge ${n(r.minimumOrder, "de")} statt Bedarf ${n(r.need, "de")}.`,
    (r) => `Minimum order ${n(r.minimumOrder, "en")} instead of the need of ${n(r.need, "en")}.`,
  ),
  "rule-pack": say(
    (r) => `Auf volle Gebinde zu ${n(r.packSize, "de")} gerundet.`,
    (r) => `Rounded to full packs of ${n(r.packSize, "en")}.`,
  ),
  "rule-maximum": say(
    (r) => `Durch den Höchstbestand ${n(r.maximumStock, "de")} begrenzt.`,
    (r) => `Limited by the maximum stock of ${n(r.maximumStock, "en")}.`,
  ),
  "rule-shelf-life": say(
    (r) => `Durch die Haltbarkeit von ${n(r.shelfLifeDays, "de")} Tagen begrenzt.`,
    (r) => `Limited by the shelf life of ${n(r.shelfLifeDays, "en")} days.`,
  ),
  "conflict-maximum": say(
    () =>
      "Die kleinste erlaubte Menge passt nicht unter den Höchstbestand: Mindestmenge, Gebinde oder Höchstbestand prüfen.",
    () =>
      "The smallest allowed quantity does not fit below the maximum stock: check minimum order, pack size or maximum.",
  ),
  "conflict-shelf-life": say(
    () =>
      "Die kleinste erlaubte Menge wird vor ihrem Ablauf nicht aufgebraucht: Menge mit dem Lieferanten klären.",
    () =>
      "The smallest allowed quantity is not used up before it expires: settle the quantity with the supplier.",
  ),
  sum: say(
    (r) =>
      `Rechnung: Bedarf ${n(r.demand, "de")} ${signed(r.buffer, "de")} Puffer ${signed(r.lot, "de")} Los ${signed(typeof r.position === "number" ? -r.position : undefined, "de")} verfügbar ${signed(r.rounding, "de")} ${r.kept === true ? "Rundung und Beibehalten" : "Rundung"} = ${n(r.quantity, "de")}.`,
    (r) =>
      `Sum: demand ${n(r.demand, "en")} ${signed(r.buffer, "en")} buffer ${signed(r.lot, "en")} lot ${signed(typeof r.position === "number" ? -r.position : undefined, "en")} available ${signed(r.rounding, "en")} ${r.kept === true ? "rounding and keeping" : "rounding"} = ${n(r.quantity, "en")}.`,
  ),
  "budget-cut": say(
    (r) =>
      `Budget: ${n(r.quantity, "de")} statt ${n(r.wanted, "de")}; erwarteter Service ${p(r.service, "de")} statt ${p(r.serviceWanted, "de")}.`,
    (r) =>
      `Budget: ${n(r.quantity, "en")} instead of ${n(r.wanted, "en")}; expected service ${p(r.service, "en")} instead of ${p(r.serviceWanted, "en")}.`,
  ),
  "next-smaller": say(
    (r) => `Nächstkleinere Menge ${n(r.quantity, "de")}: ${alternative(r, "de")}.`,
    (r) => `Next smaller quantity ${n(r.quantity, "en")}: ${alternative(r, "en")}.`,
  ),
  "next-larger": say(
    (r) => `Nächstgrößere Menge ${n(r.quantity, "de")}: ${alternative(r, "de")}.`,
    (r) => `Next larger quantity ${n(r.quantity, "en")}: ${alternative(r, "en")}.`,
  ),
  "next-price-break": say(
    (r) => `Nächste Preisstaffel ab ${n(r.quantity, "de")}: ${alternative(r, "de")}.`,
    (r) => `Next price break from ${n(r.quantity, "en")}: ${alternative(r, "en")}.`,
  ),
  "joins-order": say(
    (r) =>
      `Geht ${n(r.days, "de")} Tage vor der Zeit mit der Bestellung bei ${r.supplier ?? "diesem Lieferanten"} mit: das Vorziehen kostet ${priced(r.holdingCost, r, "de")} Lagerkosten und spart ${priced(r.saves, r, "de")} einer eigenen Bestellung.`,
    (r) =>
      `Goes along with the order to ${r.supplier ?? "this supplier"} ${n(r.days, "en")} days early: that costs ${priced(r.holdingCost, r, "en")} of holding and saves ${priced(r.saves, r, "en")} of an order of its own.`,
  ),
  "quantity-frozen": say(
    (r) =>
      `Eingefrorener Zeitraum: die Menge ${n(r.quantity, "de")} des vorigen Laufs bleibt (neu gerechnet ${n(r.fresh, "de")}), der Service hält sein Ziel im Rahmen.`,
    (r) =>
      `Frozen window: the last run's quantity ${n(r.quantity, "en")} stays (computed anew: ${n(r.fresh, "en")}), the service keeps within its target's tolerance.`,
  ),
  "quantity-steady": say(
    (r) =>
      `Menge ${n(r.quantity, "de")} des vorigen Laufs beibehalten (neu gerechnet ${n(r.fresh, "de")}): eine Änderung brächte weniger, als sie kostet.`,
    (r) =>
      `Quantity ${n(r.quantity, "en")} of the last run kept (computed anew: ${n(r.fresh, "en")}): a change would gain less than it costs.`,
  ),
  "levels-kept": say(
    (r) =>
      `Meldebestand ${n(r.reorderPoint, "de")} des vorigen Laufs beibehalten: eine Änderung brächte fast nichts.`,
    (r) =>
      `Reorder point ${n(r.reorderPoint, "en")} of the last run kept: a change would gain next to nothing.`,
  ),
  "phase-out": say(
    (r) =>
      `Auslaufartikel${r.on === undefined ? "" : ` ab ${d(r.on, "de")}`}: es wird nur noch bis dahin gedeckt.`,
    (r) =>
      `Phased out${r.on === undefined ? "" : ` from ${d(r.on, "en")}`}: only demand up to then is covered.`,
  ),
  successor: say(
    (r) => `Nachfolger ${r.successor} übernimmt ab ${d(r.from, "de")}.`,
    (r) => `Successor ${r.successor} takes over from ${d(r.from, "en")}.`,
  ),
  "requirements-only": say(
    () => "Nur bekannte Bedarfe zählen (Planung: Bedarfe).",
    () => "Only known requirements count (planning: requirements).",
  ),
  "overdue-orders": say(
    (r) =>
      `${n(r.orders, "de")} offene Bestellung(en) überfällig; gerechnet wird mit Eingang am ${d(r.expected, "de")}.`,
    (r) => `${n(r.orders, "en")} open order(s) overdue; receipt is taken to be on ${d(r.expected, "en")}.`,
  ),
  "lead-time-observed": say(
    (r) =>
      `Im ERP ${n(r.master, "de")} Tage Lieferzeit, tatsächlich ${n(r.observed, "de")}: gerechnet wird mit den beobachteten Lieferungen.`,
    (r) =>
      `Lead time ${n(r.master, "en")} days in the ERP, in fact ${n(r.observed, "en")}: the observed deliveries are used.`,
  ),
  "decision-accept": say(
    (r) =>
      `Schon angenommen${r.quantity === undefined ? "" : ` (${n(r.quantity, "de")})`}: zählt als bestellt.`,
    (r) =>
      `Accepted already${r.quantity === undefined ? "" : ` (${n(r.quantity, "en")})`}: counts as ordered.`,
  ),
  "decision-change": say(
    (r) => `Mit geänderter Menge ${n(r.quantity, "de")} angenommen: zählt als bestellt.`,
    (r) => `Accepted with the changed quantity ${n(r.quantity, "en")}: counts as ordered.`,
  ),
  "decision-ordered": say(
    (r) => `Schon bestellt${r.quantity === undefined ? "" : ` (${n(r.quantity, "de")})`}.`,
    (r) => `Ordered already${r.quantity === undefined ? "" : ` (${n(r.quantity, "en")})`}.`,
  ),
  "decision-reject": say(
    () => "Vom Einkauf abgelehnt: geht in keine Bestellung ein.",
    () => "Rejected by the buyer: goes into no order.",
  ),
};

/** Short names of what a person should look at, by attention code; also of the reasons of a change of master data. */
export const attentionWords: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "maximum-conflict": { de: "Menge über Höchstbestand", en: "quantity above maximum stock" },
  "shelf-life-conflict": { de: "Menge läuft vor Verbrauch ab", en: "quantity expires before use" },
  "price-unknown": { de: "kein Preis bekannt", en: "no price known" },
  "covers-over-a-year": { de: "reicht über ein Jahr", en: "lasts over a year" },
  "open-order-too-late": {
    de: "offene Bestellung kommt erst nach dem Fehlbestand",
    en: "open order arrives after the stock has run out",
  },
  "open-order-long-overdue": { de: "offene Bestellung lange überfällig", en: "open order long overdue" },
  "lead-time-longer-than-master": {
    de: "Lieferzeit länger als in den Stammdaten",
    en: "lead time longer than in the master data",
  },
  "new-item": { de: "neuer Artikel, kurze Geschichte", en: "new item, short history" },
  "runs-out-before-receipt": { de: "leer vor Wareneingang", en: "runs out before receipt" },
  "unit-change-suspected": { de: "Einheitenwechsel vermutet", en: "unit change suspected" },
  "end-of-life-suspected": { de: "Bedarfsende vermutet", en: "end of life suspected" },
  "unit-change": { de: "Einheitenwechsel vermutet", en: "unit change suspected" },
  "end-of-life": { de: "Bedarfsende vermutet", en: "end of life suspected" },
  unchanged: { de: "unverändert", en: "unchanged" },
  "gain-below-cost": { de: "Änderung lohnt nicht", en: "change not worth it" },
  "demand-drifted": {
    de: "Bedarf hat sich seit der Pflege geändert",
    en: "demand has changed since it was maintained",
  },
  "no-reorder-point": { de: "noch kein Meldebestand gepflegt", en: "no reorder point maintained yet" },
  "lead-time-differs": { de: "Lieferzeit weicht ab", en: "lead time differs" },
  "too-little-service": { de: "Meldebestand zu niedrig", en: "reorder point too low" },
  "too-much-stock": { de: "Meldebestand zu hoch", en: "reorder point too high" },
};

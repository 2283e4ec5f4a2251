import type { AlternativeValues, Reasons } from "../../suggestion.ts";
import type { attention as english } from "../en/reasons.ts";
import { counted, type Sentences, wordOr } from "../sentences.ts";
import { format } from "./format.ts";

const { date, money, percent, quantity } = format;

const signed = (value: number): string => (value < 0 ? `− ${quantity(-value)}` : `+ ${quantity(value)}`);

/** What is there, taken off; what is promised beyond it comes on top. */
const less = (value: number): string =>
  value < 0 ? `+ ${quantity(-value)} schon vergeben` : `− ${quantity(value)} verfügbar`;

/** Buffer and lot above the expected demand; a buffer below zero is what may wait. */
function upTo({ buffer, lot }: Reasons["sum"]): string {
  if (buffer > 0) return `${signed(buffer)} Puffer ${signed(lot)} Los`;
  return buffer + lot >= 0 ? `${signed(buffer + lot)} Los` : `${signed(buffer + lot)}, die warten dürfen,`;
}

/** What may be missing before an order comes; plans of earlier versions name no day of receipt. */
function before({ receiptBy, until }: Reasons["late"]): string {
  if (receiptBy === undefined) return "die Ware kann fehlen, ehe sie kommt";
  return until === undefined
    ? `das Lager ist voraussichtlich leer, ehe die Ware am ${date(receiptBy)} kommt`
    : `in einem von zwanzig Fällen ist bis ${date(until)} alles verbraucht, ehe die Ware am ${date(receiptBy)} kommt`;
}

function alternative(r: AlternativeValues): string {
  const { amountChange, currency, coverDays, service, serviceNow } = r;
  const change =
    amountChange === undefined ? "" : `${amountChange >= 0 ? "+" : ""}${money(amountChange, currency)}, `;
  const cover = coverDays === undefined ? "" : `reicht ${counted(quantity(coverDays), "Tag", "Tage")}, `;
  const [other, now] = [percent(service), percent(serviceNow)];
  // what differs by less than is shown is no difference
  return `${change}${cover}erwarteter Service ${other === now ? `${now} wie bei der vorgeschlagenen` : `${other} statt ${now}`}`;
}

/** Short names of what a person should look at, by attention code; also of the reasons of a change of master data. */
export const attention: typeof english = {
  "maximum-conflict": "Menge über Höchstbestand",
  "shelf-life-conflict": "Menge läuft vor Verbrauch ab",
  "phase-out-conflict": "bleibt nach dem Auslauf übrig",
  "price-unknown": "kein Preis bekannt",
  "covers-over-a-year": "reicht über ein Jahr",
  "open-order-too-late": "offene Bestellung kommt erst nach dem Fehlbestand",
  "open-order-long-overdue": "offene Bestellung lange überfällig",
  "lead-time-longer-than-master": "Lieferzeit länger als in den Stammdaten",
  "new-item": "neuer Artikel, kurze Geschichte",
  "runs-out-before-receipt": "leer vor Wareneingang",
  "backorders-over-a-year": "mehr offen oder reserviert, als in einem Jahr gebraucht wird",
  "level-cut": "Meldebestand weit über allem, was je gebraucht wurde",
  "level-once": "erst ein einziges Mal gebraucht",
  "budget-cut": "durch das Budget gekürzt",
  "large-order": "großer Teil aller Bestellungen des Plans",
  "not-stocked": "nichts da und nichts bestellt",
  "service-far-below-target": "Service weit unter dem Ziel",
  "unit-change-suspected": "Einheitenwechsel vermutet",
  "end-of-life-suspected": "Bedarfsende vermutet",
  "unit-change": "Einheitenwechsel vermutet",
  "end-of-life": "Bedarfsende vermutet",
  unchanged: "unverändert",
  "gain-below-cost": "Änderung lohnt nicht",
  "demand-drifted": "Bedarf hat sich seit der Pflege geändert",
  "no-reorder-point": "noch kein Meldebestand gepflegt",
  "lead-time-differs": "Lieferzeit weicht ab",
  "too-little-service": "Meldebestand zu niedrig",
  "too-much-stock": "Meldebestand zu hoch",
};

function lasting({ until, years }: Reasons["enough"]): string {
  if (years !== undefined) return `, reicht länger als ${counted(quantity(years), "Jahr", "Jahre")}`;
  return until === undefined ? "" : `, reicht voraussichtlich bis ${date(until)}`;
}

/** One sentence for every reason of a suggestion. */
export const reasons: Sentences<Reasons> = {
  blocked: (r) => `Gesperrt (${wordOr(attention, r.why)}): erst klären, dann bestellen.`,
  "below-reorder-point": (r) =>
    `Verfügbar ${quantity(r.position)}, Meldebestand ${quantity(r.reorderPoint)}: ${r.blocked === true ? "zu bestellen, sobald das geklärt ist" : r.held === true ? "eine Bestellung ist fällig, es geht keine hinaus" : "jetzt bestellen"}.`,
  enough: (r) =>
    `Verfügbar ${quantity(r.position)} liegt über dem Meldebestand ${quantity(r.reorderPoint)}: nichts zu bestellen${lasting(r)}.`,
  "runs-out": (r) => `Ohne Bestellung voraussichtlich leer am ${date(r.on)}.`,
  "out-of-stock": () => "Der Bestand reicht schon heute nicht mehr.",
  late: (r) => `Sofort bestellen, spätestens ${date(r.orderBy)}: ${before(r)}.`,
  "late-for-target": (r) =>
    `Der letzte Bestelltag für das Ziel ist vorbei; nicht dringend: ${r.until === undefined ? "es reicht in 19 von 20 Fällen über zwei Jahre" : `es reicht in 19 von 20 Fällen bis ${date(r.until)}`}.`,
  "not-stocked": () =>
    "Nichts da und nichts bestellt: die kleinste Bestellmenge reicht so lange, dass erst bestellt wird, wenn jemand wartet. Menge oder Lagerhaltung klären.",
  "no-demand": () => "Es wird kein Bedarf erwartet: nichts zu bestellen.",
  "within-review": (r) =>
    `In diesem Prüfzeitraum ist schon bestellt; verfügbar ${quantity(r.position)}, Meldebestand ${quantity(r.reorderPoint)}: was seither fehlt, wartet bis zur nächsten Prüfung.`,
  "empty-before-receipt": (r) =>
    `Das Lager ist ${r.empty === undefined ? "leer" : `voraussichtlich ab ${date(r.empty)} leer`}, bis am ${date(r.on)} ${quantity(r.quantity)} aus offener Bestellung eintreffen: beim Lieferanten einen früheren Eingang klären.`,
  "supply-late": (r) =>
    `Von der offenen Bestellung zählen ${quantity(r.quantity)} noch nicht: sie kommen erst ab ${date(r.on)}${r.empty === undefined ? "" : `, leer ist das Lager voraussichtlich am ${date(r.empty)}: vorziehen lassen oder mit dieser Bestellung überbrücken`}.`,
  "known-reserved": (r) => `Für bekannte Aufträge reserviert: ${quantity(r.quantity)}.`,
  "bridge-source": (r) =>
    `Zur Überbrückung liefert ${r.supplier} bis ${date(r.on)}: ${quantity(r.quantity)}${r.amount === undefined ? "" : ` für ${money(r.amount, r.currency)}`}.`,
  "from-source": (r) =>
    `${quantity(r.quantity)} davon von ${r.supplier} (vereinbarter Anteil ${percent(r.share)}), da bis ${date(r.on)}${r.amount === undefined ? "" : `, ${money(r.amount, r.currency)}`}.`,
  "covers-closure": (r) =>
    `${r.party === "supplier" ? "Der Lieferant hat" : "Das eigene Werk hat"} von ${date(r.from)} bis ${date(r.to)} geschlossen: was jetzt bestellt wird, muss bis ${date(r.until)} reichen.`,
  "closed-keeps-demand": (r) =>
    `Das eigene Werk hat von ${date(r.from)} bis ${date(r.to)} geschlossen; trotzdem wird darin ein Bedarf von ${quantity(r.demand)} erwartet: keine vergangene Schließung im Kalender zeigt, dass er ausfällt.`,
  "cover-demand": (r) =>
    `Erwarteter Bedarf in ${counted(quantity(r.leadDays), "Tag", "Tagen")} Lieferzeit und ${counted(quantity(r.reviewDays), "Tag", "Tagen")} ${r.shut === true ? "bis zum Eingang der nächsten Bestellung" : "bis zur nächsten Prüfung"}: ${quantity(r.demand)}${r.known === undefined ? "" : ` (davon ${quantity(r.known)} schon bekannt)`}.`,
  "waits-for-order-day": (r) =>
    `Der Lieferant nimmt erst am ${date(r.on)} wieder Bestellungen an: für die Tage bis dahin kommen ${quantity(r.demand)} dazu.`,
  "lost-before-arrival": (r) =>
    `Weitere ${quantity(r.lost)} treffen bis zum Eingang voraussichtlich auf ein leeres Regal; sie gehen verloren, für sie wird nichts bestellt.`,
  "buffer-fill": (r) =>
    `Puffer ${quantity(r.buffer)}, damit ${percent(r.target)} des Bedarfs ab Lager bedient werden.`,
  "buffer-cycle": (r) =>
    `Puffer ${quantity(r.buffer)}, damit in ${percent(r.target)} der Bestellzyklen nichts fehlt.`,
  "buffer-class": (r) =>
    `Puffer ${quantity(r.buffer)}: ${percent(r.target)} des Bedarfs dieses Artikels werden ab Lager bedient, damit alle Artikel seiner Klasse zusammen mit dem kleinsten Bestand ${percent(r.classTarget)} erreichen.`,
  "buffer-cost": (r) =>
    `Puffer ${quantity(r.buffer)}: hier sind Lager- und Fehlmengenkosten zusammen am kleinsten (${percent(r.target)} ab Lager).`,
  "buffer-none": (r) =>
    `Ein Puffer über den erwarteten Bedarf hinaus ist nicht nötig: ${percent(r.target)} werden auch so erreicht.`,
  "fraction-tuned": (r) =>
    `Nach den Kosten allein wären ${percent(r.theory)} zu bedienen; Bestellungen der letzten ${quantity(r.windows)} Zeiträume der Klasse hätten bei ${percent(r.fraction)} am wenigsten gekostet, das gilt stattdessen.`,
  "level-cut": (r) =>
    r.history !== undefined
      ? `Meldebestand auf ${quantity(r.reorderPoint)} begrenzt (gerechnet ${quantity(r.wanted)}): Die Geschichte ist ${counted(quantity(r.history), "Tag", "Tage")} lang, und nach ihrem Mittel und ihrer Streuung brauchen ${counted(quantity(r.days), "Tag", "Tage")} für Lieferzeit und bis zur nächsten Überprüfung nicht mehr. Bitte prüfen, was zu erwarten ist.`
      : `Meldebestand auf ${quantity(r.reorderPoint)} begrenzt (gerechnet ${quantity(r.wanted)}): in ${counted(quantity(r.days), "Tag", "Tagen")} wurden${r.giant === undefined ? "" : `, von einem einzelnen Bedarf über ${quantity(r.giant)} abgesehen,`} nie mehr als ${quantity(r.largest)} gebraucht. Bitte die Geschichte prüfen.`,
  "level-once": (r) =>
    `Erst ein einziges Mal gebraucht, ${quantity(r.largest)}: mehr als das wird nicht vorgehalten (gerechnet ${quantity(r.wanted)}), bis es wieder gebraucht wird.`,
  "level-at-maximum": (r) =>
    `Für ${percent(r.target)} wäre ein Meldebestand von ${quantity(r.wanted)} nötig; der Höchstbestand ${quantity(r.maximumStock)} begrenzt ihn.`,
  "levels-given": (r) =>
    `Meldebestand ${quantity(r.reorderPoint)} und Höchstbestand ${quantity(r.orderUpTo)} stehen so in den Stammdaten.`,
  position: (r) =>
    `Bestand ${quantity(r.onHand)}, bestellt ${quantity(r.onOrder)}, Rückstand ${quantity(r.backorders)}.`,
  "lot-economic": (r) => `Wirtschaftliche Losgröße ${quantity(r.lot)}.`,
  "rule-minimum": (r) => `Mindestbestellmenge ${quantity(r.minimumOrder)} statt Bedarf ${quantity(r.need)}.`,
  "rule-pack": (r) => `Auf volle Gebinde zu ${quantity(r.packSize)} gerundet.`,
  "rule-maximum": (r) => `Durch den Höchstbestand ${quantity(r.maximumStock)} begrenzt.`,
  "rule-shelf-life": (r) =>
    `Durch die Haltbarkeit von ${counted(quantity(r.shelfLifeDays), "Tag", "Tagen")} begrenzt.`,
  "conflict-maximum": () =>
    "Die kleinste erlaubte Menge passt nicht unter den Höchstbestand: Mindestmenge, Gebinde oder Höchstbestand prüfen.",
  "conflict-shelf-life": () =>
    "Die kleinste erlaubte Menge wird vor ihrem Ablauf nicht aufgebraucht: Menge mit dem Lieferanten klären.",
  "conflict-phase-out": (r) =>
    `Am letzten Tag des Artikels (${date(r.on)}) sind davon voraussichtlich ${quantity(r.quantity)} übrig: eine kleinere Menge aushandeln oder den Rest des Bedarfs anders decken.`,
  sum: (r) =>
    `Rechnung: Bedarf ${quantity(r.demand)} ${upTo(r)} ${less(r.position)} ${signed(r.rounding)} ${r.limited === true ? "Begrenzung" : r.kept === true ? "Rundung und Beibehalten" : "Rundung"} = ${quantity(r.quantity)}.`,
  "sum-levels": (r) =>
    `Rechnung: bis ${quantity(r.orderUpTo)} ${less(r.position)} ${signed(r.rounding)} Rundung = ${quantity(r.quantity)}.`,
  "budget-cut": (r) =>
    `Budget: ${quantity(r.quantity)} statt ${quantity(r.wanted)}; erwarteter Service ${percent(r.service)} statt ${percent(r.serviceWanted)}.`,
  "large-order": (r) =>
    `Diese Bestellung allein macht ${percent(r.share)} vom Wert aller Bestellungen des Plans aus (${money(r.amount, r.currency)} von ${money(r.plan, r.currency)}), mehr als ${percent(r.largest)}: Menge und Preis prüfen, bevor sie hinausgeht.`,
  "next-smaller": (r) => `Nächstkleinere Menge ${quantity(r.quantity)}: ${alternative(r)}.`,
  "next-larger": (r) => `Nächstgrößere Menge ${quantity(r.quantity)}: ${alternative(r)}.`,
  "next-price-break": (r) => `Nächste Preisstaffel ab ${quantity(r.quantity)}: ${alternative(r)}.`,
  "joins-order": (r) =>
    `Geht ${counted(quantity(r.days), "Tag", "Tage")} vor der Zeit mit der Bestellung bei ${r.supplier || "diesem Lieferanten"} mit: das Vorziehen kostet ${money(r.holdingCost, r.currency)} Lagerkosten und spart ${money(r.saves, r.currency)} einer eigenen Bestellung.`,
  "quantity-frozen": (r) =>
    `Eingefrorener Zeitraum: die Menge ${quantity(r.quantity)} des vorigen Laufs bleibt (neu gerechnet ${quantity(r.fresh)}), der Service hält sein Ziel im Rahmen.`,
  "quantity-steady": (r) =>
    r.fresh === 0
      ? `Die Bestellung des vorigen Laufs über ${quantity(r.quantity)} bleibt: nach heutigem Stand ist sie etwas später fällig, und zu warten sparte weniger, als die Änderung kostet.`
      : `Menge ${quantity(r.quantity)} des vorigen Laufs beibehalten (neu gerechnet ${quantity(r.fresh)}): eine Änderung brächte weniger, als sie kostet.`,
  "levels-kept": (r) =>
    `Meldebestand ${quantity(r.reorderPoint)} des vorigen Laufs beibehalten: eine Änderung brächte fast nichts.`,
  "comes-after-end": (r) =>
    `Was jetzt bestellt wird, käme erst am ${date(r.on)}, nach dem letzten Tag des Artikels (${date(r.last)}): dafür wird nichts mehr bestellt.`,
  "phase-out": (r) =>
    `Auslaufartikel${r.on === undefined ? "" : ` ab ${date(r.on)}`}: es wird nur noch bis dahin gedeckt.`,
  "takes-over": (r) => `Übernimmt ab ${date(r.from)} den Bedarf von ${r.item}.`,
  successor: (r) => `Nachfolger ${r.successor} übernimmt ab ${date(r.from)}.`,
  "requirements-only": () => "Nur bekannte Bedarfe zählen (Planung: Bedarfe).",
  "overdue-orders": (r) =>
    `${counted(quantity(r.orders), "offene Bestellung", "offene Bestellungen")} überfällig; gerechnet wird mit Eingang am ${date(r.expected)}.`,
  "lead-time-observed": (r) =>
    `Im ERP ${counted(quantity(r.master), "Tag", "Tage")} Lieferzeit, tatsächlich ${quantity(r.observed)}: gerechnet wird mit den beobachteten Lieferungen.`,
  "lead-time-outlier": (r) =>
    r.count === 1
      ? `Eine einzelne Lieferung dauerte ${counted(quantity(r.days), "Tag", "Tage")}: als Ausreißer zählt sie mit ${counted(quantity(r.used), "Tag", "Tagen")}.`
      : `${quantity(r.count)}${r.of === undefined ? "" : ` von ${quantity(r.of)}`} Lieferungen dauerten bis zu ${counted(quantity(r.days), "Tag", "Tage")}: als Ausreißer zählen sie mit ${counted(quantity(r.used), "Tag", "Tagen")}.`,
  "decision-accept": (r) =>
    `Schon angenommen${r.quantity === undefined ? "" : ` (${quantity(r.quantity)})`}: zählt als bestellt.`,
  "decision-change": (r) => `Mit geänderter Menge ${quantity(r.quantity)} angenommen: zählt als bestellt.`,
  "decision-ordered": (r) => `Schon bestellt${r.quantity === undefined ? "" : ` (${quantity(r.quantity)})`}.`,
  "decision-reject": () => "Vom Einkauf abgelehnt: geht in keine Bestellung ein.",
};

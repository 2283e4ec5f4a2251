import { policyChoices } from "../replenish/policies/index.ts";
import type { Phrase } from "../words/phrase.ts";
import { type Check, number, oneOf, orNull, whole } from "./option-checks.ts";

/** An option of a plan: what it is when nothing is said, what it may be, and what it does. */
export interface PlanOption {
  readonly default: unknown;
  readonly check: Check<unknown>;
  readonly meaning: Phrase;
}

/** How orders are sized, bundled and guarded: part of the options of a plan. */
export const orderingOptionTable = {
  reviewDays: {
    default: 7,
    check: number(0, 3650),
    meaning: { de: "Tage zwischen zwei Bestellläufen", en: "days between two order reviews" },
  },
  holdingRatePerYear: {
    default: 0.2,
    check: number(0, 10),
    meaning: {
      de: "Lagerhaltungskostensatz je Jahr",
      en: "holding cost per year as a share of the stock value",
    },
  },
  orderCost: {
    default: 0,
    check: number(0, 1e9),
    meaning: { de: "Kosten je Bestellposition", en: "cost of one order line" },
  },
  policy: {
    default: "auto",
    check: oneOf(...policyChoices),
    meaning: {
      de: `Bestellregel: ${policyChoices.join(", ")}`,
      en: `order policy: ${policyChoices.join(", ")}`,
    },
  },
  packTolerance: {
    default: 0,
    check: number(0, 1),
    meaning: {
      de: "Anteil einer Verpackung, um den ein Bedarf überschritten werden darf, ohne eine weitere zu bestellen",
      en: "share of a pack that a need may exceed without another pack",
    },
  },
  changeCost: {
    default: 5,
    check: number(0, 1e9),
    meaning: {
      de: "Kosten einer geänderten Stammdatenzeile, je Jahr",
      en: "cost of changing one line of master data, per year",
    },
  },
  supplierOrderCost: {
    default: 0,
    check: number(0, 1e9),
    meaning: {
      de: "Kosten einer Bestellung bei einem Lieferanten, unabhängig von den Positionen; über 0 gehen bald fällige Artikel mit, wo das mehr spart als kostet",
      en: "cost of an order to a supplier, whatever its lines; above 0 items that are due soon go along where that saves more than it costs",
    },
  },
  frozenDays: {
    default: 0,
    check: whole(0, 3650),
    meaning: {
      de: "Tage ab dem vorigen Lauf (--previous), in denen seine Mengen bleiben, solange der Service höchstens 2 Punkte unter dem Ziel liegt",
      en: "days from the last run (--previous) on in which its quantities stay while the service is at most 2 points below its target",
    },
  },
  reopenDrift: {
    default: 0.25,
    check: number(0, 1e6),
    meaning: {
      de: "Änderung des Bedarfs seit der Grundlage, ab der eine Zeile der Dispositionsparameter neu geöffnet wird",
      en: "change of demand since its basis from which a row of parameters.csv is reopened",
    },
  },
  consumptionDaysBefore: {
    default: null,
    check: orNull(whole(0, 3650)),
    meaning: {
      de: "Tage vor einem bekannten Bedarf, deren Prognose er verbraucht; ohne Angabe: so viele wie danach",
      en: "days before a known requirement whose forecast it consumes; absent: as many as after it",
    },
  },
  consumptionDaysAfter: {
    default: null,
    check: orNull(whole(0, 3650)),
    meaning: {
      de: "Tage nach einem bekannten Bedarf, deren Prognose er verbraucht; ohne Angabe: bis zum Ende seines Zeitraums",
      en: "days after a known requirement whose forecast it consumes; absent: to the end of its bucket",
    },
  },
  tune: {
    default: "off",
    check: oneOf("off", "auto"),
    meaning: {
      de: "auto: wo Kosten den Bestand bestimmen, wird das kritische Verhältnis je Klasse daran berichtigt, was Bestellungen der letzten Zeiträume gekostet hätten, soweit das mehr als Zufall ist",
      en: "auto: where costs set the stock, the critical fraction of each class is corrected by what orders of the last windows would have cost, as far as that is more than chance",
    },
  },
  largestOrderShare: {
    default: 0.25,
    check: number(0, 1),
    meaning: {
      de: "Anteil am Wert aller Bestellungen des Plans, ab dem eine einzelne nachgefragt wird (Pläne mit mindestens 20 Positionen); 1: nie",
      en: "share of the value of all orders of the plan from which on a single one is asked about (plans of at least 20 order lines); 1: never",
    },
  },
  cashWeeks: {
    default: 26,
    check: whole(1, 520),
    meaning: { de: "Wochen der Zahlungsvorschau", en: "weeks that cash looks ahead" },
  },
} as const satisfies Record<string, PlanOption>;

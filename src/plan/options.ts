import { buckets } from "../calendar/bucket.ts";
import {
  boolean,
  byName,
  day,
  itemFilter,
  list,
  modelName,
  number,
  oneOf,
  orNull,
  planKey,
  region,
  serviceLevel,
  text,
  whole,
} from "./option-checks.ts";
import { orderingOptionTable, type PlanOption } from "./ordering-options.ts";
import { signalOptions } from "./signal-options.ts";

/**
 * Every option of a plan, as `--config` JSON spells them: the config of every program, what `bedarf config` prints,
 * the form of the page and the API's description all read this table. A new option is one entry here.
 */
export const planOptionTable = {
  asOf: {
    default: null,
    check: orNull(day),
    meaning: {
      de: "Stichtag JJJJ-MM-TT, letzter zählender Tag; ohne Angabe: letzte brauchbare Zeile",
      en: "as-of day YYYY-MM-DD, the last day that counts; absent: the last usable line",
    },
  },
  stockDate: {
    default: null,
    check: orNull(day),
    meaning: {
      de: "Tag, nach dessen Ende Bestand und offene Bestellungen gelten; ohne Angabe: aus den Artikeln, sonst asOf",
      en: "day after whose close stock and open orders hold; absent: from the items, else asOf",
    },
  },
  bucket: {
    default: "auto",
    check: oneOf("auto", ...buckets),
    meaning: {
      de: "Zeitraum der Planung: auto, day, week, month, quarter, year",
      en: "planning bucket: auto, day, week, month, quarter, year",
    },
  },
  horizon: {
    default: null,
    check: orNull(whole(1, 400)),
    meaning: {
      de: "Anzahl prognostizierter Zeiträume; ohne Angabe: ein Jahr und mindestens die längste Lieferzeit",
      en: "number of buckets to forecast; absent: a year, and at least the longest lead time",
    },
  },
  serviceLevel: {
    default: 0.98,
    check: serviceLevel,
    meaning: { de: "Zielservice, über 1 sind Prozent", en: "target service level; above 1 is percent" },
  },
  serviceType: {
    default: "fill",
    check: oneOf("cycle", "fill"),
    meaning: {
      de: "fill: Anteil des Bedarfs ab Lager; cycle: Wahrscheinlichkeit ohne Fehlmenge je Zyklus",
      en: "fill: share of demand served from stock; cycle: probability of no stockout in a cycle",
    },
  },
  serviceByClass: {
    default: {},
    check: byName(serviceLevel),
    meaning: {
      de: 'Zielservice je Klasse, z. B. {"A": 0.99, "CZ": 0.95}',
      en: 'target service by class, e.g. {"A": 0.99, "CZ": 0.95}',
    },
  },
  serviceScope: {
    default: "assortment",
    check: oneOf("item", "assortment"),
    meaning: {
      de: "assortment: die Artikel einer Klasse (A, B, C oder eigene) mit mindestens 30 Artikeln erreichen ihr Ziel zusammen, mit dem kleinsten Bestand; item: jeder für sich. Artikel mit eigenem Servicegrad behalten ihn",
      en: "assortment: the items of a class (A, B, C or your own) of at least 30 reach its target together, with the least stock; item: each by itself. Items with a service level of their own keep it",
    },
  },
  serviceFloorGap: {
    default: 0.1,
    check: number(0, 1),
    meaning: {
      de: "so weit darf ein einzelner Artikel unter dem Ziel seiner Klasse bleiben (serviceScope assortment)",
      en: "how far a single item may stay below the target of its class (serviceScope assortment)",
    },
  },
  withinBucket: {
    default: "even",
    check: oneOf("even", "observed"),
    meaning: {
      de: "even: Bedarf eines Zeitraums verteilt sich gleichmäßig, dann ergeben Tages- und Monatsdaten denselben Plan; observed: wie die Tage der Historie ihn bündeln, mehr Bestand bei kurzen Lieferzeiten",
      en: "even: demand of a bucket falls evenly, so that daily and monthly data give the same plan; observed: as the days of the history bundle it, more stock where lead times are short",
    },
  },
  budget: {
    default: null,
    check: orNull(number(0, 1e15)),
    meaning: { de: "höchster Bestellwert dieses Laufs", en: "largest order value of this run" },
  },
  only: {
    default: [],
    check: list(itemFilter),
    meaning: {
      de: "nur diese Artikel vorschlagen: supplier=…, group=…, owner=…",
      en: "suggest only these items: supplier=…, group=…, owner=…",
    },
  },
  key: {
    default: "item",
    check: planKey,
    meaning: {
      de: "item: Lagerorte werden zusammen geplant; item,location: jeder Artikel an jedem Lagerort für sich, er heißt dann ARTIKEL@LAGERORT",
      en: "item: locations are planned together; item,location: every item at every location by itself, under the name ITEM@LOCATION",
    },
  },
  countedStates: {
    default: [],
    check: list(text),
    meaning: {
      de: 'Status von Bestellzeilen, die zählen, z. B. ["offen", "geliefert"]; leer: nach ihren Worten',
      en: 'states of order lines that count, e.g. ["open", "shipped"]; empty: as their words say',
    },
  },
  state: {
    default: "DE",
    check: region,
    meaning: {
      de: "Feiertage des eigenen Werks: DE, DE-BW … DE-TH, AT, CH",
      en: "public holidays of the own plant: DE, DE-BW … DE-TH, AT, CH",
    },
  },
  ...orderingOptionTable,
  ...signalOptions,
  stabilise: {
    default: "auto",
    check: oneOf("off", "auto", "strong"),
    meaning: {
      de: "Prognose zum vorigen Lauf hinziehen: off, auto, strong",
      en: "draw the forecast towards the last run: off, auto, strong",
    },
  },
  rates: {
    default: {},
    check: byName(number(0, 1e12)),
    meaning: {
      de: 'Wechselkurse in die Planwährung, z. B. {"USD": 0.92}',
      en: 'exchange rates into the plan currency, e.g. {"USD": 0.92}',
    },
  },
  currency: {
    default: null,
    check: orNull(text),
    meaning: {
      de: "Währung der Preise, bei denen keine steht, z. B. EUR",
      en: "currency of prices that name none, e.g. EUR",
    },
  },
  model: {
    default: null,
    check: orNull(modelName),
    meaning: {
      de: "ein einziges Verfahren statt der Kombination",
      en: "one method instead of the combination",
    },
  },
  overridesByPerson: {
    default: false,
    check: boolean,
    meaning: {
      de: "Nutzen von Eingriffen auch je Person ausweisen (nur wenn das vereinbart ist)",
      en: "show the value of overrides for each person as well (only where that was agreed)",
    },
  },
} as const satisfies Record<string, PlanOption>;

type Table = typeof planOptionTable;

/** Options of a plan, checked. */
export type PlanOptions = { readonly [Name in keyof Table]: ReturnType<Table[Name]["check"]> };

/** The defaults of every option. */
export const defaultPlanOptions: PlanOptions = Object.fromEntries(
  Object.entries(planOptionTable).map(([name, option]) => [name, option.default]),
) as { [Name in keyof Table]: Table[Name]["default"] };

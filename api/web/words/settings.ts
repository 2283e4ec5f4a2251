import type { PlanOptions } from "../../../src/index.ts";
import { type Phrase, t } from "../language.ts";

export const settingWords = {
  title: { de: "Einstellungen", en: "Settings" },
  planning: { de: "Planung", en: "Planning" },
  planningText: {
    de: "Gilt für alle künftigen Pläne, auch die nächtlichen; jeder Plan hält fest, womit er gerechnet wurde.",
    en: "Holds for all later plans, the nightly ones too; every plan records what it was computed with.",
  },
  lastSet: { de: "Zuletzt geändert von {by}, {at}", en: "Last changed by {by}, {at}" },
  owners: { de: "Meine Artikel", en: "My items" },
  ownersText: {
    de: "Für welche Zuständigen (Disponent, Einkäufer) Sie arbeiten: Vorschläge, Signale und Mängel der Stammdaten zeigen dann zuerst Ihre Artikel; oben lässt sich auf alle umschalten.",
    en: "Which owners (planners, buyers) you work for: suggestions, signals and faults of the master data then show your items first; the switch at the top shows all.",
  },
  ownersNone: {
    de: "In den Artikeldaten steht kein Zuständiger (Spalte Disponent, Einkäufer).",
    en: "The item data name no owner (column owner, planner or buyer).",
  },
  service: { de: "Zielservice", en: "Target service" },
  serviceType: { de: "Art des Servicegrads", en: "Kind of service" },
  byClass: {
    de: "Zielservice je Klasse (ABC × XYZ), in Prozent; leer: der allgemeine",
    en: "Target service by class (ABC × XYZ), in percent; empty: the general one",
  },
  state: { de: "Feiertage des eigenen Werks", en: "Holidays of the own plant" },
  reviewDays: { de: "Tage zwischen zwei Bestellläufen", en: "Days between two order reviews" },
  holding: { de: "Lagerkostensatz je Jahr (%)", en: "Holding cost per year (%)" },
  orderCost: { de: "Kosten je Bestellposition", en: "Cost of an order line" },
  policies: {
    auto: { de: "automatisch", en: "automatic" },
    rsS: {
      de: "unter Meldebestand auf Ziel auffüllen (r,s,S)",
      en: "below the reorder point up to the target (r,s,S)",
    },
    RS: {
      de: "an jedem Bestelltag auf Ziel auffüllen (R,S)",
      en: "up to the target on every order day (R,S)",
    },
    sQ: { de: "unter Meldebestand feste Menge (s,Q)", en: "below the reorder point a fixed quantity (s,Q)" },
    sS: {
      de: "unter Meldebestand auf Ziel, täglich geprüft (s,S)",
      en: "below the reorder point up to the target, every day (s,S)",
    },
    "min-max": { de: "Min/Max aus den Stammdaten", en: "min/max of the master data" },
    need: { de: "genau der Bedarf", en: "exactly the need" },
  } satisfies Readonly<Partial<Record<PlanOptions["policy"], Phrase>>>,
  policy: { de: "Bestellregel", en: "Order policy" },
  savePlan: { de: "Speichern und neu planen", en: "Save and plan anew" },
  closures: { de: "Betriebsferien und Termine", en: "Plant holidays and events" },
  closuresText: {
    de: "Eigene Schließtage, Schließtage eines Lieferanten, Aktionen. An Schließtagen wird weder bestellt noch angenommen.",
    en: "Own closures, closures of a supplier, promotions. On closed days nothing is ordered or received.",
  },
  from: { de: "Von", en: "From" },
  to: { de: "Bis", en: "To" },
  kind: { de: "Art", en: "Kind" },
  supplier: { de: "Lieferant", en: "Supplier" },
  kinds: {
    "plant-closure": { de: "Betriebsferien", en: "plant closure" },
    "supplier-closure": { de: "Lieferant geschlossen", en: "supplier closed" },
    promotion: { de: "Aktion", en: "promotion" },
    event: { de: "Ereignis", en: "event" },
  },
  add: { de: "Hinzufügen", en: "Add" },
  remove: { de: "Entfernen", en: "Remove" },
  saved: { de: "Gespeichert.", en: "Saved." },
  tokens: { de: "Zugänge", en: "Tokens" },
  tokensText: {
    de: "Solange es keinen Zugang gibt, ist der Server nur von diesem Rechner aus erreichbar. Ab dem ersten braucht jeder einen.",
    en: "While there is no token the server answers this computer only. From the first one on, everybody needs one.",
  },
  tokenOnce: { de: "Dieses Token wird nur jetzt gezeigt:", en: "This token is shown only now:" },
  name: { de: "Name", en: "Name" },
  scopes: { de: "Rechte", en: "Scopes" },
  expires: { de: "Gültig bis", en: "Expires" },
  used: { de: "Zuletzt benutzt", en: "Last used" },
  revoke: { de: "Sperren", en: "Revoke" },
  revoked: { de: "gesperrt", en: "revoked" },
  create: { de: "Token anlegen", en: "Create a token" },
  signOut: { de: "Abmelden", en: "Sign out" },
  scopeNames: {
    read: { de: "lesen", en: "read" },
    upload: { de: "Dateien und Pläne", en: "files and plans" },
    decide: { de: "entscheiden", en: "decide" },
    admin: { de: "verwalten", en: "administer" },
  },
  audit: { de: "Wer hat was getan", en: "Who did what" },
  auditText: {
    de: "Jeder Eintrag enthält die Prüfsumme des vorigen: Nachträgliches Ändern fällt auf.",
    en: "Every entry holds the checksum of the one before: later changes show.",
  },
  who: { de: "Wer", en: "Who" },
  action: { de: "Was", en: "What" },
  object: { de: "Woran", en: "On what" },
  when: { de: "Wann", en: "When" },
  older: { de: "Ältere zeigen", en: "Show older" },
  forbidden: {
    de: "Dafür fehlt Ihrem Zugang das Recht „verwalten“.",
    en: 'Your token lacks the scope "admin" for this.',
  },
  repairs: {
    de: "Was an den Stammdaten zu richten ist, nach Zuständigen",
    en: "What needs fixing in the master data, by owner",
  },
  repairsNone: { de: "Nichts zu richten.", en: "Nothing to fix." },
  items: { de: "Artikel", en: "Items" },
} satisfies Readonly<Record<string, Phrase | Readonly<Record<string, Phrase>>>>;

const policyWords: Readonly<Record<string, Phrase>> = settingWords.policies;

/** An order policy in words; by its own name where the page has none for it. */
export const policyName = (policy: string): string =>
  Object.hasOwn(policyWords, policy) ? t(policyWords[policy]) : policy;

const regionNames: Readonly<Record<string, string>> = {
  "DE-BW": "Baden-Württemberg",
  "DE-BY": "Bayern",
  "DE-BE": "Berlin",
  "DE-BB": "Brandenburg",
  "DE-HB": "Bremen",
  "DE-HH": "Hamburg",
  "DE-HE": "Hessen",
  "DE-MV": "Mecklenburg-Vorpommern",
  "DE-NI": "Niedersachsen",
  "DE-NW": "Nordrhein-Westfalen",
  "DE-RP": "Rheinland-Pfalz",
  "DE-SL": "Saarland",
  "DE-SN": "Sachsen",
  "DE-ST": "Sachsen-Anhalt",
  "DE-SH": "Schleswig-Holstein",
  "DE-TH": "Thüringen",
};

const countries: Readonly<Record<string, Phrase>> = {
  DE: { de: "Deutschland, bundesweit", en: "Germany, nationwide" },
  AT: { de: "Österreich", en: "Austria" },
  CH: { de: "Schweiz", en: "Switzerland" },
};

/** A region by its own name; its code where none is known. */
export function regionName(region: string): string {
  const country = Object.hasOwn(countries, region) ? countries[region] : undefined;
  if (country !== undefined) return t(country);
  return Object.hasOwn(regionNames, region) ? (regionNames[region] ?? region) : region;
}

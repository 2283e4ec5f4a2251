import type { OptionFaults } from "../../../fault.ts";
import { type Advising, counted } from "../../sentences.ts";

const either = (known: readonly string[]): string => `${known.slice(0, -1).join(", ")} oder ${known.at(-1)}`;

const planNeeds: Readonly<Record<OptionFaults["not-a-plan"]["needs"], string>> = {
  text: "muss ein Text sein",
  numbers: "muss eine Liste von Zahlen sein",
  object: "muss ein Objekt sein",
  present: "fehlt",
  bucket: "muss day, week, month, quarter oder year sein",
};

/** What is wrong with an option, a config, a name or a file that goes with a call. */
export const optionFaults: Advising<OptionFaults> = {
  "too-short": ({ model, needs, got }) =>
    `${model} braucht mindestens ${counted(`${needs}`, "Wert", "Werte")}, es sind ${got}`,
  "not-one-of": ({ name, known, got }) => `${name} muss eines sein von ${known.join(", ")}, nicht ${got}`,
  "not-either": ({ name, known, got }) => `${name} muss ${either(known)} sein, nicht ${got}`,
  "not-a-number": ({ name, got }) => `${name} muss eine Zahl sein, nicht ${got}`,
  "not-a-whole-number": ({ name, least, most, got }) =>
    `${name} muss eine ganze Zahl ${most === undefined ? `ab ${least}` : `von ${least} bis ${most}`} sein, nicht ${got}`,
  "not-positive": ({ name, got }) => `${name} muss eine Zahl über 0 sein, nicht ${got}`,
  "number-outside": ({ name, low, high, got }) =>
    `${name} muss eine Zahl von ${low} bis ${high} sein, nicht ${got}`,
  "share-outside": ({ name, got }) => `${name} muss zwischen 0 und 1 liegen, nicht ${got}`,
  "service-outside": ({ name, got }) => `${name} muss zwischen 0 und 1 (oder 100 %) liegen, nicht ${got}`,
  "no-such-day": ({ name, got }) => `${name} muss ein bestehender Tag JJJJ-MM-TT sein, nicht ${got}`,
  "not-a-boolean": ({ name }) => `${name} muss true oder false sein`,
  "numbers-expected": ({ name, got }) => `${name} muss ein Objekt von Zahlen sein, nicht ${got}`,
  "texts-expected": ({ name }) => `${name} muss in der Konfiguration ein Objekt von Texten sein`,
  "only-not-valid": ({ got }) => `only muss supplier=…, group=… oder owner=… sein, nicht ${got}`,
  "no-item-chosen": ({ only }, hint) => `Kein Artikel hat ${only.join(" und ")}${hint(": --only prüfen")}`,
  "option-of-config-unknown": ({ name }) =>
    `Die Option ${name} gibt es in der Konfiguration nicht: bedarf config zeigt alle`,
  "config-not-an-object": () =>
    "Die Konfiguration muss ein JSON-Objekt von Optionen sein: siehe bedarf config",
  "answers-not-an-object": ({ path }) => `${path} muss ein JSON-Objekt {"Frage-ID": "Antwort"} sein`,
  "export-not-an-object": () => "export muss in der Konfiguration ein Objekt sein",
  "export-unknown": ({ name }) => `export kennt suggestions und parameters, nicht ${name}`,
  "export-without-columns": ({ name }) =>
    `export.${name} braucht columns, z. B. {"Artikelnummer": "item", "Menge": "quantity"}`,
  "settings-not-an-object": () => "Die Konfiguration von serve muss ein JSON-Objekt von Einstellungen sein",
  "setting-unknown": ({ name, known }) =>
    `Die Einstellung ${name} gibt es nicht; serve kennt ${known.join(", ")}`,
  "map-not-valid": ({ got }) =>
    `--map erwartet Feld=Überschrift, nicht ${got}: z. B. --map quantity=Menge,date=Buchungsdatum`,
  "map-file-unknown": ({ option, kind, known }) =>
    `--map ${option}: Die Datei „${kind}“ gibt es nicht, nur ${known.join(", ")}`,
  "map-field-unknown": ({ option, field, kind }) =>
    `--map ${option}: Das Feld „${field}“ gibt es bei ${kind} nicht, siehe bedarf inspect`,
  "map-heading-unknown": ({ option, heading, known }) =>
    `--map ${option}: Keine Auftragsdatei hat eine Spalte „${heading}“ (vorhanden: ${known.join(", ")})`,
  "file-without-content": ({ name }) => `${name}: weder Bytes noch Pfad angegeben`,
  "not-a-plan": ({ part, needs, got }) =>
    `Das ist keine plan.json von bedarf: ${part} ${planNeeds[needs]}${got === undefined ? "" : `, nicht ${got}`}`,
  "model-unknown": ({ name, known }) =>
    `Das Verfahren ${name} gibt es nicht; bedarf kennt ${known.join(", ")}`,
  "pools-differ": () => "Die Pools wurden mit verschiedenen Horizonten gelernt: mit demselben lernen",
  "pool-not-json": () => "Der Pool ist kein lesbares JSON: mit --pool-out neu schreiben",
  "not-a-pool": () => "Die Datei ist kein Pool: mit --pool-out einen schreiben",
  "pool-version": ({ theirs, ours }) =>
    `Der Pool hat Version ${theirs}, dieses bedarf liest Version ${ours}: mit --pool-out neu schreiben`,
  "pool-damaged": () => "Der Pool ist beschädigt: mit --pool-out neu schreiben",
};

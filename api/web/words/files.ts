import { type Issue, words } from "../../../src/index.ts";
import { lang, type Phrase, t } from "../language.ts";
import { fieldName } from "./fields.ts";

export const fileWords = {
  title: { de: "Daten", en: "Data" },
  lead: {
    de: "Exporte ablegen: Bestellungen oder Lagerbewegungen, dazu Artikel, Lieferanten und offene Bestellungen, als CSV oder XLSX. Was eine Datei ist, erkennt bedarf am Inhalt.",
    en: "Drop exports: orders or stock movements, and items, suppliers, open orders, as CSV or XLSX. What a file is, bedarf sees by its content.",
  },
  drop: { de: "Dateien hier ablegen", en: "Drop files here" },
  choose: { de: "oder auswählen", en: "or choose them" },
  reading: { de: "{file} wird gelesen …", en: "Reading {file} …" },
  understood: { de: "So habe ich die Datei verstanden", en: "How I understood the file" },
  is: { de: "Das ist", en: "This is" },
  kinds: {
    orders: { de: "Bestellungen oder Bewegungen", en: "orders or movements" },
    items: { de: "Artikelstamm", en: "items" },
    suppliers: { de: "Lieferanten", en: "suppliers" },
    "open-orders": { de: "offene Bestellungen", en: "open orders" },
    requirements: { de: "bekannte Bedarfe", en: "known requirements" },
    calendar: { de: "Kalender", en: "calendar" },
    decisions: { de: "Entscheidungen", en: "decisions" },
    unknown: { de: "nicht erkannt", en: "not recognised" },
  },
  rows: { de: "{rows} Zeilen", en: "{rows} rows" },
  dialect: {
    de: "Zeichensatz {encoding}, Trennzeichen {delimiter}",
    en: "encoding {encoding}, separator {delimiter}",
  },
  workbook: { de: "Excel-Mappe", en: "Excel workbook" },
  column: { de: "Spalte der Datei", en: "Column of the file" },
  meaning: { de: "Bedeutung", en: "Meaning" },
  sure: { de: "Sicherheit", en: "Confidence" },
  samples: { de: "Beispiele", en: "Samples" },
  unused: { de: "nicht verwendet", en: "not used" },
  remembered: {
    de: "Eine Korrektur gilt für diese und alle künftigen Dateien mit denselben Überschriften.",
    en: "A correction holds for this and all later files with the same headings.",
  },
  corrected: { de: "„{column}“ gilt jetzt als {field}.", en: '"{column}" is now read as {field}.' },
  sampleRows: { de: "Die ersten Zeilen, wie sie gelesen werden", en: "The first rows as they are read" },
  take: { de: "Übernehmen und planen", en: "Import and plan" },
  takeOne: { de: "Übernehmen", en: "Import" },
  drop1: { de: "Doch nicht", en: "Leave it" },
  changes: {
    de: "{new} neu, {changed} geändert, {known} schon bekannt, {vanished} entfallen",
    en: "{new} new, {changed} changed, {known} known already, {vanished} gone",
  },
  used: { de: "{used} von {rows} Zeilen verwendet", en: "{used} of {rows} rows used" },
  headsOf: {
    de: "Bestellköpfe; die Positionen dazu stehen in {file}",
    en: "order heads; their lines are in {file}",
  },
  isField: { de: "„{column}“ ist {field}", en: '"{column}" is {field}' },
  answerAll: { de: "Alle {count}: {answer}", en: "All {count}: {answer}" },
  single: { de: "einzeln entscheiden ({count})", en: "decide one by one ({count})" },
  issues: { de: "Repariert oder ausgelassen", en: "Repaired or left out" },
  noIssues: { de: "Nichts repariert, nichts ausgelassen.", en: "Nothing repaired, nothing left out." },
  moreIssues: { de: "und {count} weitere", en: "and {count} more" },
  questions: { de: "Bitte entscheiden", en: "Please decide" },
  answered: { de: "Antwort gespeichert; sie gilt auch künftig.", en: "Answer kept; it holds from now on." },
  imports: { de: "Eingelesene Dateien", en: "Imported files" },
  noImports: { de: "Noch keine Dateien.", en: "No files yet." },
  undo: { de: "Import rückgängig machen", en: "Undo the import" },
  undone: { de: "{file}: Import rückgängig gemacht.", en: "{file}: import undone." },
  plan: { de: "Neu planen", en: "Plan anew" },
  planStarted: { de: "Plan wird gerechnet.", en: "The plan is being computed." },
  imported: { de: "{file} übernommen.", en: "{file} imported." },
  known: { de: "{file} war schon da: nichts geändert.", en: "{file} was here already: nothing changed." },
  plans: { de: "Läufe", en: "Runs" },
  states: {
    queued: { de: "wartet", en: "waiting" },
    running: { de: "läuft", en: "running" },
    held: { de: "angehalten", en: "held" },
    done: { de: "fertig", en: "done" },
    failed: { de: "gescheitert", en: "failed" },
  },
  when: { de: "Wann", en: "When" },
  file: { de: "Datei", en: "File" },
  kind: { de: "Art", en: "Kind" },
  asOf: { de: "Stichtag", en: "As of" },
  state: { de: "Zustand", en: "State" },
  current: { de: "gilt", en: "in use" },
  replaced: { de: "ersetzt", en: "replaced" },
  report: { de: "Bericht", en: "Report" },
  force: { de: "Trotzdem planen", en: "Plan all the same" },
  whoRepairs: { de: "Was an den Daten zu richten ist", en: "What needs fixing in the data" },
} satisfies Readonly<Record<string, Phrase | Readonly<Record<string, Phrase>>>>;

const kinds: Readonly<Record<string, Phrase>> = fileWords.kinds;

/** A kind of file as people call it. */
export const kindName = (kind: string): string =>
  Object.hasOwn(kinds, kind) ? t(kinds[kind] ?? fileWords.kinds.unknown) : kind;

/** An issue for readers of the page: fields by their names, without advice that is for the command line. */
export function pageSentence(issue: Issue): string {
  const named = "field" in issue ? { ...issue, field: fieldName(issue.field) } : issue;
  return words.issueSentence(named, lang(), words.withoutOptions);
}

import type { EndFaults, Guard, Guards, PlaceFaults } from "../../../fault.ts";
import { type Sentences, said, wordOr } from "../../sentences.ts";
import { format } from "../format.ts";

const { date, quantity } = format;

/** Was ein Lauf an Menge misst. */
const measures: Readonly<Record<string, string>> = {
  rows: "Zeilen",
  items: "Artikel",
  quantity: "Menge",
  value: "Wert",
};

/** Was eine Datei enthält. */
const kinds: Readonly<Record<string, string>> = {
  orders: "Bestellungen oder Bewegungen",
  items: "Artikelstamm",
  suppliers: "Lieferanten",
  openOrders: "offene Bestellungen",
  requirements: "bekannte Bedarfe",
  calendar: "Kalender",
  decisions: "Entscheidungen",
};

export const guardSentences: Sentences<Guards> = {
  "as-of-goes-back": ({ from, to }) => `der Stichtag geht vom ${date(from)} auf den ${date(to)} zurück`,
  "volume-shrank": ({ kind, measure, percent, now, before }) =>
    `${wordOr(kinds, kind)}: ${wordOr(measures, measure)} ${percent} % unter dem letzten Lauf (${quantity(now)} nach ${quantity(before)})`,
  "history-scaled": ({ factor, count, of }) =>
    `der Bedarf von ${count} von ${of} Artikeln ist das ${factor}-fache dessen, was der letzte Lauf für dieselbe Zeit kannte: eine andere Einheit, oder Zahlen anders gelesen?`,
  "history-gone": ({ buckets, first, last }) =>
    buckets === 1
      ? `ab ${date(first)} ist kaum noch Bedarf da, den der letzte Lauf kannte`
      : `von ${buckets} Zeiträumen von ${date(first)} bis ${date(last)}, die der letzte Lauf kannte, ist kaum noch Bedarf da`,
  "history-shrank": ({ percent }) => `${percent} % des Bedarfs, den der letzte Lauf kannte, fehlen`,
  "history-grew": ({ percent }) =>
    `${percent} % mehr Bedarf in der Zeit, die der letzte Lauf kannte: eine weitere Datei, oder Zeilen doppelt?`,
};

const guardsSentence = (guards: readonly Guard[]): string =>
  guards.map((guard) => said(guardSentences, guard)).join("; ");

/** What is wrong with a path, a port or the folder of a store. */
export const placeFaults: Sentences<PlaceFaults> = {
  "path-missing": ({ path }) => `${path} gibt es nicht: den Pfad prüfen`,
  "inbox-missing": ({ path }) => `${path} gibt es nicht: --inbox prüfen`,
  "path-is-folder": ({ path }) => `${path} ist ein Ordner: eine Datei nennen`,
  "json-not-valid": ({ path, why }) => `${path} ist kein gültiges JSON: ${why}`,
  "folder-not-made": ({ folder, errno }) =>
    `${folder} lässt sich nicht anlegen (${errno}): einen anderen Ordner nennen`,
  "out-is-file": ({ path }) => `${path} ist eine Datei: einen Ordner für die Ergebnisse nennen`,
  "file-open-elsewhere": ({ path }) =>
    `${path} ist in einem anderen Programm geöffnet: dort schließen und denselben Befehl noch einmal ausführen`,
  "port-in-use": ({ port }) =>
    `Port ${port} ist belegt: das andere Programm beenden oder einen anderen --port nehmen`,
  "no-free-port": ({ first, last }) => `kein freier Port von ${first} bis ${last}: mit --port einen nennen`,
  "token-needed": ({ folder }) =>
    `Ohne Zugang antwortet bedarf nur diesem Rechner: mit bedarf token create --data ${folder} --name NAME --scope admin einen anlegen oder --host weglassen`,
  "no-store": ({ folder }) => `${folder} enthält keine Ablage: --data prüfen`,
  "store-is-file": ({ path }) => `${path} ist eine Datei: --data nimmt einen Ordner`,
  "store-on-network": ({ folder }) =>
    `${folder} liegt auf einem Netzlaufwerk, wo SQLite nicht sicher sperren kann: einen lokalen Ordner nehmen`,
  "store-in-use": ({ folder }) =>
    `Ein anderes bedarf serve arbeitet an ${folder}: beenden oder mit --data einen anderen Ordner nennen`,
  "store-damaged": ({ path, why }) =>
    `${path} ist beschädigt (${why}): mit bedarf restore --data ORDNER --from SICHERUNG eine Sicherung an seine Stelle setzen`,
  "store-without-files": ({ folder, missing, count }) =>
    `In ${folder} fehlt alles aus ${missing}/ (${count}): zurücklegen oder mit bedarf restore --data ORDNER --from SICHERUNG eine Sicherung an seine Stelle setzen (serve --despite-loss startet ohne)`,
  "store-log-gone": ({ path, found }) =>
    `${path} fehlt, und damit, was ein abgebrochener Server zuletzt schrieb: neben die Ablage zurücklegen oder mit bedarf restore --data ORDNER --from SICHERUNG eine Sicherung an ihre Stelle setzen (${found} löschen, um ohne zu beginnen)`,
  "store-of-another-program": ({ path }) =>
    `${path} gehört einem anderen Programm: einen anderen Ordner nennen`,
  "store-newer": ({ path, theirs, ours }) =>
    `${path} hat ein neueres bedarf geschrieben (Schema ${theirs}, dieses kennt ${ours}): bedarf aktualisieren`,
  "copy-damaged": ({ path, why }) => `${path} ist beschädigt${why === undefined ? "" : `: ${why}`}`,
  "copy-without-file": ({ folder, missing }) => `In ${folder} fehlt ${missing}`,
  "references-broken": ({ path }) => `${path} hat Verweise ins Leere`,
  "audit-broken": ({ path, entry }) => `${path}: Das Protokoll wurde bei Eintrag ${entry} verändert`,
  "backup-not-empty": ({ folder }) => `${folder} ist nicht leer: einen Ordner nennen, den es noch nicht gibt`,
  "backup-running": ({ folder }) =>
    `Nach ${folder} wird gerade schon gesichert oder wiederhergestellt: warten, bis das zu Ende ist`,
  "backup-unfinished": ({ folder, missing }) => `${folder} ist keine fertige Sicherung: ${missing} fehlt`,
  "backup-without-file": ({ folder, missing }) =>
    `In ${folder} fehlt ${missing}: eine andere Sicherung nehmen`,
  "link-refused": ({ path }) => `${path} ist eine Verknüpfung: die Datei oder den Ordner selbst ablegen`,
  "restore-unfinished": ({ folder, found }) =>
    `${folder} hat keinen Speicher, aber ${found} liegt daneben: eine Wiederherstellung brach ab, bedarf restore noch einmal ausführen (oder es wegräumen, um neu zu beginnen)`,
  "no-space": () => "Der Datenträger ist voll: Platz schaffen und noch einmal ausführen",
  "store-not-writable": ({ folder }) =>
    `${folder} lässt sich nicht beschreiben: dem Benutzer dieses Prozesses das Recht geben oder Platz schaffen`,
  "files-address-not-valid": ({ got }) => `--files nimmt einen Ordner oder s3://BUCKET/PREFIX, nicht ${got}`,
  "postgres-missing": () => "PostgreSQL braucht das Paket pg: npm install pg",
  "postgres-unreachable": ({ place, why }) => `${place} ist nicht benutzbar: ${why}`,
  "store-address-not-valid": () =>
    "--store nimmt eine Adresse wie postgres://NUTZER@RECHNER/NAME, und kein --data daneben",
  "files-missing": ({ command }) =>
    `${command} mit --store braucht --files ORDNER: einen Ordner, den alle Server und Arbeiter sehen`,
  "copy-differs": ({ what, from, to }) =>
    `${what} stimmen nicht überein: dort ${from}, hier ${to}: noch einmal ausführen`,
  "store-not-empty": ({ place }) => `${place} enthält schon eine Ablage: eine leere Datenbank nennen`,
  "backup-damaged": ({ path }) => `${path} ist beschädigt: eine andere Sicherung nehmen`,
};

/** Warum der Prozess eines Plans endete. */
const diedOf = (why: "crash" | "memory" | "time", detail: string | undefined): string =>
  why === "crash"
    ? (detail ?? "")
    : why === "memory"
      ? "zu wenig Speicher"
      : "zu lange: Daten teilen oder mehr Zeit geben";

/** Why a job ended without a plan. */
export const endFaults: Sentences<EndFaults> = {
  "import-undone": () => "Eine Datei des Plans wurde zurückgenommen, während er lief: neu bestellen",
  "volume-guard": ({ guards }) => guardsSentence(guards),
  "job-held": ({ guards }) =>
    `${guardsSentence(guards)}: den Auszug prüfen oder in config.json "force": true setzen`,
  "job-died": ({ why, detail }) =>
    why === "starts"
      ? "Der Plan wurde zu oft begonnen"
      : `Der Plan wurde aufgegeben: sein Prozess endete (${diedOf(why, detail)})`,
  "disk-full": () => "Der Plan wurde aufgegeben: die Festplatte ist voll",
  internal: ({ why }) => `interner Fehler: ${why ?? "siehe Protokoll des Servers"}`,
  cancelled: () => "abgebrochen",
};

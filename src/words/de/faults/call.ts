import type { CallFaults } from "../../../fault.ts";
import type { Sentences } from "../../sentences.ts";
import { value } from "../values.ts";

/** What is wrong with a call of a command or of the server. */
export const callFaults: Sentences<CallFaults> = {
  "command-unknown": ({ name, known }) =>
    `Den Befehl ${name} gibt es nicht; bedarf kennt ${known.join(", ")}`,
  "option-unknown": ({ option, command }) =>
    `Die Option ${option} gibt es nicht: siehe bedarf ${command} --help`,
  "option-without-value": ({ option, command }) =>
    `Der Option ${option} fehlt ihr Wert: siehe bedarf ${command} --help`,
  "option-takes-no-value": ({ option, command }) =>
    `Die Option ${option} nimmt keinen Wert: siehe bedarf ${command} --help`,
  "one-file": () => "eine Datei, oder - für die Standardeingabe",
  "inspect-without-file": () => "bedarf inspect braucht eine Datei, oder - für die Standardeingabe",
  "models-with-file": () => "bedarf models nimmt keine Datei",
  "cells-or-rows": () => "--cells und --rows schließen einander aus: nur eines nennen",
  "orders-missing": ({ command }) => `${command} braucht mindestens eine Datei mit Auftragszeilen`,
  "out-missing": ({ command }) => `${command} braucht --out ORDNER: den Ordner für die Ergebnisse`,
  "date-missing": ({ command, option }) => `${command} braucht --${option} DATUM`,
  "folders-missing": ({ command, options }) =>
    `${command} braucht ${options.map((name) => `--${name} ORDNER`).join(" und ")}`,
  "store-missing": ({ command }) => `${command} braucht --data ORDNER: den Ordner der Ablage`,
  "origins-missing": () => "bedarf backtest braucht --origins N und --horizon H",
  "others-columns": ({ missing }) =>
    `Prognosen anderer brauchen die Spalten unique_id, ds, cutoff und je Verfahren eine; es fehlt: ${missing.join(", ")}`,
  "horizon-missing": () => "Eine CSV braucht --horizon N",
  "csv-not-streamed": () => "Eine CSV lässt sich nicht zeilenweise beantworten: --pool weglassen",
  "csv-date": ({ line, got }) => `Zeile ${line}: ds muss ein Datum JJJJ-MM-TT sein, nicht ${got}`,
  "csv-number": ({ line, got }) => `Zeile ${line}: y muss eine Zahl sein, nicht ${got}`,
  "pool-none-alone": () => "--pool none verträgt sich mit keinem anderen --pool",
  "nothing-learned": () => "--pool-out hat nichts zu schreiben: --pool none lernt nichts",
  "runs-missing": () => "bedarf kpis braucht Ergebnisordner: --runs ORDNER…, der älteste zuerst",
  "no-plan-of-runs": ({ folder }) =>
    `${folder} enthält keine plan.json: --runs nimmt Ergebnisordner von plan`,
  "no-tables": ({ folder }) => `${folder}: kein Ergebnisordner mit run.json und Tabellen`,
  "not-a-part": ({ path, kind, ours }) => `${path}: keine Datei eines Teils (${kind}) von bedarf ${ours}`,
  "package-missing": ({ name, what }) => `${what} braucht das Paket ${name}: npm install ${name}`,
  "not-piped-rows": ({ line }) =>
    `Zeile ${line} der Standardeingabe: weder eine Zeile Arrow IPC noch ein JSON-Objekt mit dem Nötigen (Teile: name, state)`,
  "python-missing": ({ found }) => `${found} lässt sich nicht starten: Spark braucht Python mit pyspark`,
  "shared-missing": () => "--shared S fehlt: die Datei, die der vorige Schritt geschrieben hat",
  "stage-unknown": ({ got, known }) => `Schritt ${got} gibt es nicht: ${known.join(", ")}`,
  "stage-out-of-order": ({ got, name }) =>
    `Schritt ${got} ist nicht an der Reihe: als Nächstes kommt ${name}`,
  "too-many-items": ({ most }) =>
    `plan.json fasst höchstens ${most}: wählen Sie Artikel mit --items, oder lesen Sie die Tabellen`,
  "no-plan-of-previous": ({ folder }) =>
    `${folder} enthält keine plan.json: --previous nimmt einen Ergebnisordner von plan`,
  "buckets-differ": ({ folder, bucket, first, firstBucket }) =>
    `${folder} plant je ${value(bucket)}, ${first} je ${value(firstBucket)}: nicht vergleichbar`,
  "runs-out-of-order": ({ folder, asOf, before }) =>
    `${folder} ist vom ${asOf} und damit älter als ${before}: Läufe bitte vom ältesten an nennen`,
  "span-outside": ({ from, to }) => `--from ${from} und --to ${to} müssen innerhalb der Historie liegen`,
  "batch-running": ({ folder }) => `Ein anderes bedarf batch schreibt nach ${folder}`,
  "certificate-incomplete": () => "--tls-cert und --tls-key gehören zusammen: beide Dateien nennen",
  "scope-missing": ({ known }) => `token create braucht --scope: ${known.join(",")}`,
  "scope-unknown": ({ name, known }) => `Das Recht ${name} gibt es nicht; es gibt ${known.join(", ")}`,
  "token-without-name": () => "token create braucht --name NAME",
  "token-to-revoke-missing": () => "token revoke braucht den NAMEN des Zugangs",
  "token-unknown": ({ name }) => `Es gibt keinen gültigen Zugang namens ${name}: siehe bedarf token list`,
  "token-action-unknown": () => "token kennt create, list und revoke: siehe bedarf token --help",
  "token-name-not-valid": () =>
    "Der Name eines Zugangs hat 1 bis 80 Buchstaben, Ziffern, Leerzeichen oder . _ @ -",
  "tenant-name-not-valid": () => "Der Name eines Mandanten hat 1 bis 80 Buchstaben, Ziffern oder . _ -",
  "token-exists": ({ name }) =>
    `Einen Zugang namens ${name} gibt es schon: sperren oder einen anderen Namen nehmen`,
  "start-option-unknown": ({ got }) => `npm start kennt --port N, nicht ${got}`,
};

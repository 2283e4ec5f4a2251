/** What is wrong with files, folders and the store: the English sentence, the German one; `{name}` is taken over. */
export const storeErrors: readonly (readonly [en: string, de: string])[] = [
  ["{path} does not exist: check the path", "{path} gibt es nicht: den Pfad prüfen"],
  ["{path} is a folder: name a file", "{path} ist ein Ordner: eine Datei nennen"],
  ["{path} is not valid JSON: {why}", "{path} ist kein gültiges JSON: {why}"],
  [
    "{folder} cannot be made ({code}): name another folder",
    "{folder} lässt sich nicht anlegen ({code}): einen anderen Ordner nennen",
  ],
  [
    "{folder} is a file: name a folder for the results",
    "{folder} ist eine Datei: einen Ordner für die Ergebnisse nennen",
  ],
  [
    "{file} is open in another program: close it there and run the same command again",
    "{file} ist in einem anderen Programm geöffnet: dort schließen und denselben Befehl noch einmal ausführen",
  ],
  [
    "without a token bedarf serves this computer only: make one with {command}, or leave --host out",
    "Ohne Zugang antwortet bedarf nur diesem Rechner: mit {command} einen anlegen oder --host weglassen",
  ],
  [
    "port {port} is in use: stop the other program or take another --port",
    "Port {port} ist belegt: das andere Programm beenden oder einen anderen --port nehmen",
  ],
  ["{path} is damaged: {why}", "{path} ist beschädigt: {why}"],
  ["{path} is damaged: take another backup", "{path} ist beschädigt: eine andere Sicherung nehmen"],
  ["{path} is damaged", "{path} ist beschädigt"],
  ["{path} has broken references", "{path} hat Verweise ins Leere"],
  ["{folder} lacks {file}: take another backup", "In {folder} fehlt {file}: eine andere Sicherung nehmen"],
  ["{folder} lacks {file}", "In {folder} fehlt {file}"],
  ["the audit log was changed at entry {entry}", "Das Protokoll wurde bei Eintrag {entry} verändert"],
  ["{folder} holds no store: check --data", "{folder} enthält keine Ablage: --data prüfen"],
  [
    "{folder} is not empty: name a folder that does not exist yet",
    "{folder} ist nicht leer: einen Ordner nennen, den es noch nicht gibt",
  ],
  ["{folder} is no finished backup: it has no {file}", "{folder} ist keine fertige Sicherung: {file} fehlt"],
  [
    "{path} is damaged ({why}): put a backup in its place with {command}",
    "{path} ist beschädigt ({why}): mit {command} eine Sicherung an seine Stelle setzen",
  ],
  ["{folder} is a file: --data takes a folder", "{folder} ist eine Datei: --data nimmt einen Ordner"],
  [
    "{folder} lies on a network drive, where SQLite cannot lock safely: use a local folder",
    "{folder} liegt auf einem Netzlaufwerk, wo SQLite nicht sicher sperren kann: einen lokalen Ordner nehmen",
  ],
  [
    "{path} belongs to another program: name another folder",
    "{path} gehört einem anderen Programm: einen anderen Ordner nennen",
  ],
  [
    "{path} was written by a newer bedarf (schema {theirs}, this one knows {ours}): update bedarf",
    "{path} hat ein neueres bedarf geschrieben (Schema {theirs}, dieses kennt {ours}): bedarf aktualisieren",
  ],
  [
    "another bedarf serve works on {folder}: stop it or name another --data folder",
    "Ein anderes bedarf serve arbeitet an {folder}: beenden oder mit --data einen anderen Ordner nennen",
  ],
];

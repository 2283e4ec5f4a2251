/** What was called wrongly: the English sentence of the engine, the German one; `{name}` is taken over. */
export const usageErrors: readonly (readonly [en: string, de: string])[] = [
  ["--lang must be de or en, got {got}", "--lang muss de oder en sein, nicht {got}"],
  ["unknown command {name}: bedarf knows {names}", "Den Befehl {name} gibt es nicht; bedarf kennt {names}"],
  ["Unknown option '{name}': see {help}", "Die Option {name} gibt es nicht: siehe {help}"],
  [
    "Option '{name}' does not take an argument: see {help}",
    "Die Option {name} nimmt keinen Wert: siehe {help}",
  ],
  ["Option '{name}' needs a value: see {help}", "Der Option {name} fehlt ihr Wert: siehe {help}"],
  ["Option '{name}' argument missing: see {help}", "Der Option {name} fehlt ihr Wert: siehe {help}"],
  ["{first} must be a JSON object {shape}", "{first} muss ein JSON-Objekt {shape} sein"],
  [
    "bedarf backtest needs --origins N and --horizon H",
    "bedarf backtest braucht --origins N und --horizon H",
  ],
  ["{name} must be yes or no, got {got}", "{name} muss yes oder no sein, nicht {got}"],
  ["backup needs --data DIR and --to DIR", "backup braucht --data ORDNER und --to ORDNER"],
  [
    "another bedarf batch (process {owner}) works on {folder}: wait for it",
    "Ein anderes bedarf batch (Prozess {owner}) arbeitet an {folder}: warten, bis es fertig ist",
  ],
  ["batch needs --inbox DIR and --outbox DIR", "batch braucht --inbox ORDNER und --outbox ORDNER"],
  ["no item has {only}: check --only", "kein Artikel hat {only}: --only prüfen"],
  ["{path} does not exist: check --inbox", "{path} gibt es nicht: --inbox prüfen"],
  ["{name} must lie in (0, 1), got {got}", "{name} muss zwischen 0 und 1 liegen, nicht {got}"],
  [
    "{name} must be a whole number from {least} on, got {got}",
    "{name} muss eine ganze Zahl ab {least} sein, nicht {got}",
  ],
  [
    "{name} must be a whole number from {least} to {most}, got {got}",
    "{name} muss eine ganze Zahl von {least} bis {most} sein, nicht {got}",
  ],
  ["one file, or - for standard input", "eine Datei, oder - für die Standardeingabe"],
  ["a CSV needs --horizon N", "Eine CSV braucht --horizon N"],
  ["--pool none goes with no other --pool", "--pool none verträgt sich mit keinem anderen --pool"],
  ["{name} must be auto, yes or no, got {got}", "{name} muss auto, yes oder no sein, nicht {got}"],
  [
    "a CSV cannot be streamed: leave --pool out",
    "Eine CSV lässt sich nicht zeilenweise beantworten: --pool weglassen",
  ],
  [
    "--pool-out has nothing to write: --pool none learns nothing",
    "--pool-out hat nichts zu schreiben: --pool none lernt nichts",
  ],
  [
    "bedarf inspect needs a file, or - for standard input",
    "bedarf inspect braucht eine Datei, oder - für die Standardeingabe",
  ],
  [
    "--cells and --rows exclude each other: name one of them",
    "--cells und --rows schließen einander aus: nur eines nennen",
  ],
  [
    "{folder} holds no plan.json: --runs takes result folders of plan",
    "{folder} enthält keine plan.json: --runs nimmt Ergebnisordner von plan",
  ],
  [
    "bedarf kpis needs result folders: --runs DIR…, oldest first",
    "bedarf kpis braucht Ergebnisordner: --runs ORDNER…, der älteste zuerst",
  ],
  [
    "{other} plans by {theirs}, {first} by {ours}: not comparable",
    "{other} plant je {theirs}, {first} je {ours}: nicht vergleichbar",
  ],
  ["bedarf models takes no file", "bedarf models nimmt keine Datei"],
  [
    "--map takes field=Heading, got {got}: e.g. {example}",
    "--map erwartet Feld=Überschrift, nicht {got}: z. B. {example}",
  ],
  [
    "{folder} holds no plan.json: --previous takes a result folder of plan",
    "{folder} enthält keine plan.json: --previous nimmt einen Ergebnisordner von plan",
  ],
  ["{name} must be a number, got {got}", "{name} muss eine Zahl sein, nicht {got}"],
  ["{name} must be a number above 0, got {got}", "{name} muss eine Zahl über 0 sein, nicht {got}"],
  [
    "{name} must be a number from {low} to {high}, got {got}",
    "{name} muss eine Zahl von {low} bis {high} sein, nicht {got}",
  ],
  [
    "{name} needs --out DIR: the folder for the results",
    "{name} braucht --out ORDNER: den Ordner für die Ergebnisse",
  ],
  [
    "{name} needs at least one file with order lines",
    "{name} braucht mindestens eine Datei mit Auftragszeilen",
  ],
  ["replay needs {name} DATE", "replay braucht {name} DATUM"],
  ["{name} must be a date YYYY-MM-DD, got {got}", "{name} muss ein Datum JJJJ-MM-TT sein, nicht {got}"],
  ["{name} must be a day YYYY-MM-DD, got {got}", "{name} muss ein Tag JJJJ-MM-TT sein, nicht {got}"],
  [
    "{name} must be an existing day YYYY-MM-DD, got {got}",
    "{name} muss ein bestehender Tag JJJJ-MM-TT sein, nicht {got}",
  ],
  [
    "--bucket must be auto, day, week or month, got {got}",
    "--bucket muss auto, day, week oder month sein, nicht {got}",
  ],
  ["restore needs --data DIR and --from DIR", "restore braucht --data ORDNER und --from ORDNER"],
  [
    "serve needs --data DIR: the folder of its store",
    "serve braucht --data ORDNER: den Ordner seiner Ablage",
  ],
  ["token needs --data DIR: the folder of the store", "token braucht --data ORDNER: den Ordner der Ablage"],
  [
    "--tls-cert and --tls-key go together: name both files",
    "--tls-cert und --tls-key gehören zusammen: beide Dateien nennen",
  ],
  [
    "bedarf signals takes one file, or - for standard input",
    "bedarf signals nimmt eine Datei, oder - für die Standardeingabe",
  ],
  ["token create needs --scope: {scopes}", "token create braucht --scope: {scopes}"],
  ["unknown scope {name}: there are {names}", "Das Recht {name} gibt es nicht; es gibt {names}"],
  ["token create needs --name NAME", "token create braucht --name NAME"],
  ["token revoke needs the NAME of the token", "token revoke braucht den NAMEN des Zugangs"],
  [
    "there is no valid token named {name}: see bedarf token list",
    "Es gibt keinen gültigen Zugang namens {name}: siehe bedarf token list",
  ],
  [
    "token knows create, list and revoke: see bedarf token --help",
    "token kennt create, list und revoke: siehe bedarf token --help",
  ],
  [
    "a token's name has 1 to 80 letters, digits, blanks or . _ @ -",
    "Der Name eines Zugangs hat 1 bis 80 Buchstaben, Ziffern, Leerzeichen oder . _ @ -",
  ],
  [
    "a tenant's name has 1 to 80 letters, digits or . _ -",
    "Der Name eines Mandanten hat 1 bis 80 Buchstaben, Ziffern oder . _ -",
  ],
  [
    "a token named {name} exists: revoke it or take another name",
    "Einen Zugang namens {name} gibt es schon: sperren oder einen anderen Namen nehmen",
  ],
  ["export must be an object in the config", "export muss in der Konfiguration ein Objekt sein"],
  [
    "export knows suggestions and parameters, not {name}",
    "export kennt suggestions und parameters, nicht {name}",
  ],
  ["export.{name} needs columns, e.g. {example}", "export.{name} braucht columns, z. B. {example}"],
  [
    "the config of serve must be a JSON object of settings",
    "Die Konfiguration von serve muss ein JSON-Objekt von Einstellungen sein",
  ],
  [
    "unknown setting {name}: serve knows {names}",
    "Die Einstellung {name} gibt es nicht; serve kennt {names}",
  ],
  ["{name} must be one of {names}, got {got}", "{name} muss eines sein von {names}, nicht {got}"],
  ["{name} must be an object of numbers, got {got}", "{name} muss ein Objekt von Zahlen sein, nicht {got}"],
  [
    "{name} must lie between 0 and 1 (or 100 %), got {got}",
    "{name} muss zwischen 0 und 1 (oder 100 %) liegen, nicht {got}",
  ],
  [
    "only must be supplier=…, group=… or owner=…, got {got}",
    "only muss supplier=…, group=… oder owner=… sein, nicht {got}",
  ],
  ["{name} must be true or false", "{name} muss true oder false sein"],
  ["{name} must be true or false in the config", "{name} muss in der Konfiguration true oder false sein"],
  [
    "{name} must be an object of texts in the config",
    "{name} muss in der Konfiguration ein Objekt von Texten sein",
  ],
  [
    "the config must be a JSON object of options: see bedarf config",
    "Die Konfiguration muss ein JSON-Objekt von Optionen sein: siehe bedarf config",
  ],
  [
    "unknown option {name} in the config: bedarf config prints all of them",
    "Die Option {name} gibt es in der Konfiguration nicht: bedarf config zeigt alle",
  ],
  [
    "{folder} is of {day}, before {other}: name the runs oldest first",
    "{folder} ist vom {day} und damit älter als {other}: Läufe bitte vom ältesten an nennen",
  ],
  ["no item has {only}: check --only", "Kein Artikel hat {only}: --only prüfen"],
  [
    "--from {from} and --to {to} must lie inside the history",
    "--from {from} und --to {to} müssen innerhalb der Historie liegen",
  ],
  [
    '--map {name}: unknown file "{file}", one of {names}',
    "--map {name}: Die Datei „{file}“ gibt es nicht, nur {names}",
  ],
  [
    '--map {name}: unknown field "{field}" of {kind}, see bedarf inspect',
    "--map {name}: Das Feld „{field}“ gibt es bei {kind} nicht, siehe bedarf inspect",
  ],
  [
    '--map {name}: no orders file has a column "{heading}" (it has {known})',
    "--map {name}: Keine Auftragsdatei hat eine Spalte „{heading}“ (vorhanden: {known})",
  ],
  ["this is no plan.json of bedarf: {why}", "Das ist keine plan.json von bedarf: {why}"],
  [
    "horizon must be a whole number from 0 on, got {got}",
    "horizon muss eine ganze Zahl ab 0 sein, nicht {got}",
  ],
  ["level must lie in (0, 1), got {got}", "level muss zwischen 0 und 1 liegen, nicht {got}"],
  ["unknown model {name}", "Das Verfahren {name} gibt es nicht"],
  ["unknown model {name}: bedarf knows {names}", "Das Verfahren {name} gibt es nicht; bedarf kennt {names}"],
  [
    "the pools were learned with different horizons: learn them with the same one",
    "Die Pools wurden mit verschiedenen Horizonten gelernt: mit demselben lernen",
  ],
  [
    "the pools were learned for different horizons: learn them with the same one",
    "Die Pools wurden für verschiedene Horizonte gelernt: mit demselben lernen",
  ],
  [
    "the pool is not readable JSON: write it again with --pool-out",
    "Der Pool ist kein lesbares JSON: mit --pool-out neu schreiben",
  ],
  [
    "the file is not a pool: write one with --pool-out",
    "Die Datei ist kein Pool: mit --pool-out einen schreiben",
  ],
  [
    "the pool has version {theirs}, this bedarf reads version {ours}: write it again with --pool-out",
    "Der Pool hat Version {theirs}, dieses bedarf liest Version {ours}: mit --pool-out neu schreiben",
  ],
  [
    "the pool is damaged: write it again with --pool-out",
    "Der Pool ist beschädigt: mit --pool-out neu schreiben",
  ],
  ["npm start knows --port N, got {got}", "npm start kennt --port N, nicht {got}"],
  [
    "no free port from {first} to {last}: name one with --port",
    "kein freier Port von {first} bis {last}: mit --port einen nennen",
  ],
];

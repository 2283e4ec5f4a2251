import type { signals as english } from "../en/signals.ts";

/** Words of flagged fluctuations. */
export const signals: typeof english = {
  title: "Signale",
  lead: "{count} Auffälligkeiten, das meiste Geld zuerst.",
  nothing: "Keine Signale",
  nothingText: "Zu dieser Auswahl gibt es nichts zu melden.",
  showPast: "{count} vergangene ansehen",
  states: {
    open: "Offen",
    snoozed: "Zurückgestellt",
    confirmed: "Bestätigt",
    closed: "Geschlossen",
    past: "Vergangen",
  },
  snooze: "Zurückstellen",
  confirm: "Bestätigen",
  shut: "Schließen",
  answers: "Gilt ab dem nächsten Plan.",
  effects: {
    level: "Der Plan rechnet mit dem neuen Niveau.",
    single: "Die Prognose lässt diesen Zeitraum aus.",
    ended: "Es wird nicht mehr bestellt.",
    unit: "Der Plan rechnet alte Mengen um; die Position ist wieder frei.",
  },
  blocks: "sperrt eine Position",
  noted: "{item}: vermerkt, gilt ab dem nächsten Plan.",
  onlyItem: "Nur {item}. Alle Signale zeigen",
  snoozeText: "In vier Wochen wieder, früher bei starkem Wachstum.",
  shutText: "Der Plan rechnet ohne diese Auffälligkeit.",
  grown: "seit {at} um die Hälfte gewachsen",
  reopen: "Wieder öffnen",
  kind: "Art",
  happened: "geschehen {at}, erkannt {seen}",
};

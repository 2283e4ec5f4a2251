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
  answers:
    "Bestätigen: Es stimmt, der Plan rechnet damit (neues Niveau, Spitze ausgelassen, keine Bestellung bei ausgelaufenem Bedarf). Zurückstellen: in vier Wochen wieder, früher, wenn die Änderung um die Hälfte wächst. Schließen: keine Auffälligkeit, der Plan rechnet ohne sie. Gilt ab dem nächsten Plan.",
  confirmText: "Es stimmt: Der Plan rechnet damit.",
  snoozeText: "In vier Wochen wieder, früher, wenn die Änderung um die Hälfte wächst.",
  shutText: "Keine Auffälligkeit: Der Plan rechnet ohne sie und meldet sie nicht wieder.",
  grown: "seit {at} um die Hälfte gewachsen",
  reopen: "Wieder öffnen",
  kind: "Art",
  happened: "geschehen {at}, erkannt {seen}",
};

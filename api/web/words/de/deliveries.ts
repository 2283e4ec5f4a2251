import type { deliveries as english } from "../en/deliveries.ts";

/** Words of the orders under way. */
export const deliveries: typeof english = {
  title: "Lieferungen",
  text: "Was bestellt ist, danach, was damit zu tun ist.",
  none: "Nichts ist unterwegs",
  noneText: "In den Dateien stehen keine offenen Bestellungen.",
  late: "Verspätet um",
  write: "An {supplier} schreiben ({count})",
  subject: "Offene Bestellungen bei {supplier}",
  groups: {
    expedite: "Beschleunigen",
    confirm: "Überfällig: Termin bestätigen lassen",
    postpone: "Kann später kommen",
    cancel: "Kann storniert werden",
    keep: "Wie geplant",
  },
  meanings: {
    expedite: "Der Bestand endet, ehe diese Bestellungen kommen.",
    confirm: "Der Termin ist vorbei und nichts kam; gerechnet wird mit einem späteren.",
    postpone: "Das braucht wochenlang niemand.",
    cancel: "Bestand und andere Bestellungen reichen ohne diese über ein Jahr.",
    keep: "Diese Bestellungen kommen rechtzeitig.",
  },
  asks: {
    expedite: "wir brauchen diese Bestellungen früher. Wann können Sie frühestens liefern?",
    confirm: "diese Bestellungen sind überfällig. Bitte bestätigen Sie uns den Liefertermin.",
    postpone:
      "wir brauchen diese Bestellungen später als vereinbart. Können Sie einige Wochen später liefern?",
    cancel: "wir brauchen diese Bestellungen nicht mehr. Können sie storniert werden?",
    keep: "diese Bestellungen bleiben wie vereinbart.",
  },
};

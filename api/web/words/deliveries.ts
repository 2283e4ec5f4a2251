import { said } from "../language.ts";

/** Words of the orders under way. */
export const deliveriesWords = said({
  en: {
    title: "Deliveries",
    text: "What is on order, by what should be done about it.",
    none: "Nothing is on order",
    noneText: "The files name no open orders.",
    late: "Late by",
    write: "Write to {supplier} ({count})",
    subject: "Open orders with {supplier}",
    groups: {
      expedite: "Bring forward",
      confirm: "Overdue: have a date confirmed",
      postpone: "Can come later",
      cancel: "Can be cancelled",
      keep: "As planned",
    },
    meanings: {
      expedite: "The stock ends before these orders arrive.",
      confirm: "The day has passed and nothing came; plans reckon with a later one.",
      postpone: "Nobody needs these for weeks.",
      cancel: "Stock and other orders last for more than a year without these.",
      keep: "These orders come in time.",
    },
    asks: {
      expedite: "we need these orders earlier. Which is the earliest day on which you can deliver?",
      confirm: "these orders are overdue. Please confirm the day of delivery.",
      postpone: "we need these orders later than agreed. Can you deliver some weeks later?",
      cancel: "we no longer need these orders. Can they be cancelled?",
      keep: "these orders stay as agreed.",
    },
  },
  de: {
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
  },
});

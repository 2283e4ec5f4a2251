import { number, whole } from "./option-checks.ts";

/** Options of what is told as a signal, entries of the table in options.ts. */
export const signalOptions = {
  fdr: {
    default: 0.05,
    check: number(0, 1),
    meaning: {
      de: "Anteil falscher Meldungen, der erlaubt ist",
      en: "share of false signals that is allowed",
    },
  },
  signalLeastChange: {
    default: 0.05,
    check: number(0, 1),
    meaning: {
      de: "kleinste Veränderung, die gemeldet wird, als Anteil (0,05: fünf Prozent)",
      en: "least change that is told, as a share (.05: five percent)",
    },
  },
  signalLeastImpact: {
    default: 0,
    check: number(0, 1e12),
    meaning: {
      de: "kleinster Betrag, um den es bei einer Meldung geht; gilt für Artikel mit Preis",
      en: "least amount of money at stake in a signal; holds for items with a price",
    },
  },
  alarmBudget: {
    default: 50,
    check: whole(0, 1e9),
    meaning: { de: "höchstens so viele offene Meldungen je Lauf", en: "at most so many open signals a run" },
  },
} as const;

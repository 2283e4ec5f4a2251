import type { Signal, SignalKind } from "../../signal.ts";
import { isNewest, times, up } from "../signal-parts.ts";
import { format } from "./format.ts";

const { date, money, percent, quantity } = format;

/** The size of a change without its sign. */
const share = (size: number): string => percent(Math.abs(size), Math.abs(size) < 0.1 ? 1 : 0);

/** An amount against what it was before: "rund 40 % mehr als üblich", "das 4,8-Fache des Üblichen". */
function against(signal: Signal, before: { readonly than: string; readonly of: string }): string {
  const { size, direction } = signal;
  if (direction !== "up" || size < 1) return `${amount(signal)} ${before.than}`;
  return `${amount(signal)} ${before.of}`;
}

const usual = { than: "als üblich", of: "des Üblichen" } as const;
const foreseen = { than: "als zuvor absehbar", of: "des zuvor Absehbaren" } as const;

/** "das Dreifache" liest sich besser als "200 % mehr". */
function amount({ size, direction }: Signal): string {
  const more = direction === "up";
  if (more && size >= 1) return `das ${quantity(times(size))}-Fache`;
  return `rund ${share(size)} ${more ? "mehr" : "weniger"}`;
}

/** What is at stake, with the words before it. */
function stake({ impact, impactUnit }: Signal): string {
  if (!(impact > 0)) return "";
  const priced = /^[A-Z]{3}$/.test(impactUnit);
  const value = priced
    ? money(impact, impactUnit, 0)
    : `${quantity(impact)}${impactUnit === "" ? "" : ` ${impactUnit}`}`;
  return priced ? `; ${value} Bestellwert betroffen` : `; Menge ${value} betroffen`;
}

/** One sentence a kind: what happened, since when, how much, what is at stake. */
export const signals: Readonly<Record<SignalKind, (signal: Signal) => string>> = {
  spike: (s) => `Einmalige Spitze im Zeitraum ab ${date(s.at)}: ${against(s, usual)}${stake(s)}.`,
  dip: (s) =>
    `Einbruch im Zeitraum ab ${date(s.at)}: ${against(s, usual)}${isNewest(s) ? "; ob es so bleibt, zeigt der nächste" : ", danach wieder normal"}${stake(s)}.`,
  "level-shift": (s) => `Seit ${date(s.at)} dauerhaft ${amount(s)}${stake(s)}.`,
  passing: (s) =>
    `Von ${date(s.at)} bis ${date(s.until ?? s.at)} ${amount(s)}, seither wieder wie vorher: eine Ausnahme, die für die Prognose nicht zählt${stake(s)}.`,
  "trend-break": (s) =>
    `Seit ${date(s.at)} ${up(s) ? "steigt" : "fällt"} der Bedarf: bisher ${against(s, foreseen)}${stake(s)}.`,
  "season-change": (s) =>
    `Das Saisonmuster ist seit ${date(s.at)} ein anderes; die Spitzen liegen woanders oder sind anders hoch.`,
  "variance-change": (s) =>
    `Seit ${date(s.at)} schwankt der Bedarf ${up(s) ? "stärker" : "weniger"} (Streuung ${share(s.size)} ${up(s) ? "höher" : "niedriger"}).`,
  "intermittency-change": (s) =>
    `Seit ${date(s.at)} kommt Bedarf ${up(s) ? "häufiger" : "seltener"} (${share(s.size)} ${up(s) ? "mehr" : "weniger"} Zeiträume mit Bedarf)${stake(s)}.`,
  "end-of-life": (s) =>
    `Kein Bedarf mehr seit ${date(s.at)}: vermutlich ausgelaufen, es wird nichts bestellt${stake(s)}.`,
  bias: (s) =>
    `Die Prognose liegt seit ${date(s.at)} anhaltend zu ${up(s) ? "niedrig" : "hoch"} (im Mittel ${share(s.size)})${stake(s)}.`,
  "unit-change": (s) =>
    `Seit ${date(s.at)} ${amount(s)}: das sieht nach einer anderen Mengeneinheit aus, nicht nach anderem Bedarf. Bitte prüfen.`,
};

/** The name of each kind. */
export const signalNames: Readonly<Record<SignalKind, string>> = {
  spike: "Ausreißer nach oben",
  dip: "Einbruch",
  "level-shift": "Niveausprung",
  "trend-break": "Trendbruch",
  passing: "vorübergehend",
  "season-change": "Saisonwechsel",
  "variance-change": "Schwankung geändert",
  "intermittency-change": "Bestellrhythmus geändert",
  "end-of-life": "Auslauf",
  bias: "Prognose einseitig",
  "unit-change": "Einheitenwechsel",
};

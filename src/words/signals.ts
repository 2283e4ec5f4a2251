import type { Signal, SignalKind } from "../signal.ts";
import type { Lang, Sentence } from "./lang.ts";
import { money, percent, quantity } from "./numbers.ts";

/** "about 40 % more": the size of a change without its sign. */
function share(size: number, lang: Lang): string {
  const value = Math.abs(size);
  return percent(value, lang, value < 0.1 ? 1 : 0);
}

const times = (size: number): number => Number((1 + size).toPrecision(2));

/** An amount against what it was before: "about 40 % more than usual", "4.8 times the usual". */
function against(signal: Signal, lang: Lang, before: { readonly than: string; readonly of: string }): string {
  const { size, direction } = signal;
  if (direction !== "up" || size < 1) return `${amount(signal, lang)} ${before.than}`;
  return lang === "de"
    ? `${amount(signal, lang)} ${before.of}`
    : `${quantity(times(size), lang)} times ${before.of}`;
}

const usual = {
  de: { than: "als üblich", of: "des Üblichen" },
  en: { than: "than usual", of: "the usual" },
} as const;

const foreseen = {
  de: { than: "als zuvor absehbar", of: "des zuvor Absehbaren" },
  en: { than: "than before", of: "what it was before" },
} as const;

/** "three times as much" reads better than "200 % more". */
function amount({ size, direction }: Signal, lang: Lang): string {
  const more = direction === "up";
  if (more && size >= 1) {
    return lang === "de"
      ? `das ${quantity(times(size), lang)}-Fache`
      : `${quantity(times(size), lang)} times as much`;
  }
  if (lang === "de") return `rund ${share(size, lang)} ${more ? "mehr" : "weniger"}`;
  return `about ${share(size, lang)} ${more ? "more" : "less"}`;
}

/** What is at stake, with the words before it. */
function stake({ impact, impactUnit }: Signal, lang: Lang): string {
  if (!(impact > 0)) return "";
  const priced = /^[A-Z]{3}$/.test(impactUnit);
  const value = priced
    ? money(impact, impactUnit, lang, 0)
    : `${quantity(impact, lang)}${impactUnit === "" ? "" : ` ${impactUnit}`}`;
  if (lang === "de") return priced ? `; ${value} Bestellwert betroffen` : `; Menge ${value} betroffen`;
  return priced ? `; ${value} of orders affected` : `; quantity affected: ${value}`;
}

/** Seen in its own bucket: what follows is not known yet. */
const isNewest = ({ at, seen }: Signal): boolean => seen <= at;

const up = (signal: Signal) => signal.direction === "up";

/** One sentence a kind: what happened, since when, how much, what is at stake. Dates stay ISO here. */
export const signalWords: { readonly [K in SignalKind]: Sentence<Signal> } = {
  spike: {
    de: (s) => `Einmalige Spitze im Zeitraum ab ${s.at}: ${against(s, "de", usual.de)}${stake(s, "de")}.`,
    en: (s) => `One-off peak in the period of ${s.at}: ${against(s, "en", usual.en)}${stake(s, "en")}.`,
  },
  dip: {
    de: (s) =>
      `Einbruch im Zeitraum ab ${s.at}: ${against(s, "de", usual.de)}${isNewest(s) ? "; ob es so bleibt, zeigt der nächste" : ", danach wieder normal"}${stake(s, "de")}.`,
    en: (s) =>
      `${isNewest(s) ? "Dip" : "One-off dip"} in the period of ${s.at}: ${against(s, "en", usual.en)}${isNewest(s) ? "; the next one shows whether it stays" : ", normal afterwards"}${stake(s, "en")}.`,
  },
  "level-shift": {
    de: (s) => `Seit ${s.at} dauerhaft ${amount(s, "de")}${stake(s, "de")}.`,
    en: (s) => `Lastingly ${amount(s, "en")} since ${s.at}${stake(s, "en")}.`,
  },
  "trend-break": {
    de: (s) =>
      `Seit ${s.at} ${up(s) ? "steigt" : "fällt"} der Bedarf: bisher ${against(s, "de", foreseen.de)}${stake(s, "de")}.`,
    en: (s) =>
      `Demand has been ${up(s) ? "rising" : "falling"} since ${s.at}: so far ${against(s, "en", foreseen.en)}${stake(s, "en")}.`,
  },
  "season-change": {
    de: (s) =>
      `Das Saisonmuster ist seit ${s.at} ein anderes; die Spitzen liegen woanders oder sind anders hoch.`,
    en: (s) => `The seasonal pattern has been different since ${s.at}: its peaks moved or changed in height.`,
  },
  "variance-change": {
    de: (s) =>
      `Seit ${s.at} schwankt der Bedarf ${up(s) ? "stärker" : "weniger"} (Streuung ${share(s.size, "de")} ${up(s) ? "höher" : "niedriger"}).`,
    en: (s) =>
      `Demand has varied ${up(s) ? "more" : "less"} since ${s.at} (spread ${share(s.size, "en")} ${up(s) ? "higher" : "lower"}).`,
  },
  "intermittency-change": {
    de: (s) =>
      `Seit ${s.at} kommt Bedarf ${up(s) ? "häufiger" : "seltener"} (${share(s.size, "de")} ${up(s) ? "mehr" : "weniger"} Zeiträume mit Bedarf)${stake(s, "de")}.`,
    en: (s) =>
      `Demand has come ${up(s) ? "more" : "less"} often since ${s.at} (${share(s.size, "en")} ${up(s) ? "more" : "fewer"} periods with demand)${stake(s, "en")}.`,
  },
  "end-of-life": {
    de: (s) =>
      `Kein Bedarf mehr seit ${s.at}: vermutlich ausgelaufen, es wird nichts bestellt${stake(s, "de")}.`,
    en: (s) =>
      `No demand since ${s.at}: probably at the end of its life, nothing is ordered${stake(s, "en")}.`,
  },
  bias: {
    de: (s) =>
      `Die Prognose liegt seit ${s.at} anhaltend zu ${up(s) ? "niedrig" : "hoch"} (im Mittel ${share(s.size, "de")})${stake(s, "de")}.`,
    en: (s) =>
      `The forecast has been too ${up(s) ? "low" : "high"} since ${s.at} (by ${share(s.size, "en")} on average)${stake(s, "en")}.`,
  },
  "unit-change": {
    de: (s) =>
      `Seit ${s.at} ${amount(s, "de")}: das sieht nach einer anderen Mengeneinheit aus, nicht nach anderem Bedarf. Bitte prüfen.`,
    en: (s) =>
      `${amount(s, "en")} since ${s.at}: this looks like another unit of measure, not like other demand. Please check.`,
  },
};

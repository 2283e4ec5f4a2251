import { dayNumber, weekday } from "./date.ts";
import type { Region } from "./regions.ts";

/** Day number of Easter Sunday (Gregorian; Meeus/Jones/Butcher). @example easter(2025) // 2025-04-20 */
export function easter(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Wednesday before 23 November. */
function repentanceDay(year: number): number {
  const day = dayNumber(year, 11, 22);
  return day - ((weekday(day) + 4) % 7);
}

interface Rule {
  readonly regions: readonly string[];
  readonly from?: number;
  readonly to?: number;
  on(year: number): number;
}

const fixed = (month: number, day: number) => (year: number) => dayNumber(year, month, day);
const fromEaster = (days: number) => (year: number) => easter(year) + days;
const everywhere = ["DE", "AT", "CH"];

/**
 * Public holidays: German federal and state law as of 2026, Austria (Feiertagsruhegesetz), Switzerland (days that
 * nearly every canton keeps). Municipal holidays (Mariä Himmelfahrt in parts of Bavaria, Fronleichnam in parts of
 * Saxony and Thuringia, the Augsburg peace festival) are left to the calendar file.
 */
const rules: readonly Rule[] = [
  { regions: everywhere, on: fixed(1, 1) },
  { regions: ["DE-BW", "DE-BY", "DE-ST", "AT"], on: fixed(1, 6) },
  { regions: ["DE-BE"], from: 2019, on: fixed(3, 8) },
  { regions: ["DE-MV"], from: 2023, on: fixed(3, 8) },
  { regions: ["DE", "CH"], on: fromEaster(-2) },
  { regions: ["DE-BB"], on: fromEaster(0) },
  { regions: everywhere, on: fromEaster(1) },
  { regions: ["DE", "AT"], on: fixed(5, 1) },
  { regions: ["DE-BE"], from: 2020, to: 2020, on: fixed(5, 8) },
  { regions: ["DE-BE"], from: 2025, to: 2025, on: fixed(5, 8) },
  { regions: everywhere, on: fromEaster(39) },
  { regions: ["DE-BB"], on: fromEaster(49) },
  { regions: everywhere, on: fromEaster(50) },
  { regions: ["DE-BW", "DE-BY", "DE-HE", "DE-NW", "DE-RP", "DE-SL", "AT"], on: fromEaster(60) },
  { regions: ["CH"], on: fixed(8, 1) },
  { regions: ["DE-SL", "AT"], on: fixed(8, 15) },
  { regions: ["DE-TH"], from: 2019, on: fixed(9, 20) },
  { regions: ["DE"], from: 1990, on: fixed(10, 3) },
  { regions: ["AT"], on: fixed(10, 26) },
  { regions: ["DE-BB", "DE-MV", "DE-SN", "DE-ST", "DE-TH"], on: fixed(10, 31) },
  { regions: ["DE-HB", "DE-HH", "DE-NI", "DE-SH"], from: 2018, on: fixed(10, 31) },
  { regions: ["DE"], from: 2017, to: 2017, on: fixed(10, 31) },
  { regions: ["DE-BW", "DE-BY", "DE-NW", "DE-RP", "DE-SL", "AT"], on: fixed(11, 1) },
  { regions: ["DE-SN"], on: repentanceDay },
  { regions: ["AT"], on: fixed(12, 8) },
  { regions: everywhere, on: fixed(12, 25) },
  { regions: everywhere, on: fixed(12, 26) },
];

/**
 * Day numbers of the public holidays of a year, ascending.
 * @example holidays("DE", 2025).length // 9
 */
export function holidays(region: Region, year: number): number[] {
  const country = region.slice(0, 2);
  const days = rules
    .filter((rule) => (rule.from ?? year) <= year && year <= (rule.to ?? year))
    .filter((rule) => rule.regions.includes(region) || rule.regions.includes(country))
    .map((rule) => rule.on(year));
  return [...new Set(days)].sort((a, b) => a - b);
}

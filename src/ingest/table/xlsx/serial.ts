const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (value: number): string => String(value).padStart(2, "0");

/** Days between serial 0 of the 1904 system and of the 1900 system. */
const offset1904 = 1462;

/** Civil date of a day number of the 1900 system after February 1900 (61 = 1900-03-01). */
function civil(day: number): string {
  let rest = day - 61 + 59;
  let year = 1900;
  for (let days = 365; rest >= days; days = isLeap(year) ? 366 : 365) {
    rest -= days;
    year++;
  }
  let month = 0;
  for (; ; month++) {
    const days = daysOfMonth[month] + (month === 1 && isLeap(year) ? 1 : 0);
    if (rest < days) break;
    rest -= days;
  }
  return `${year}-${two(month + 1)}-${two(rest + 1)}`;
}

/**
 * ISO date of an Excel serial number, with its time where it has one. Days are counted, never `Date`: no time zone
 * can move them, and a time never rounds up into the next day. Undefined for day 60 of the 1900 system
 * (1900-02-29 never was), negative numbers and those beyond year 9999.
 * @example serialDate(45000, false) // "2023-03-15"
 */
export function serialDate(serial: number, in1904: boolean): string | undefined {
  const day = Math.floor(serial) + (in1904 ? offset1904 : 0);
  if (!(day >= 1) || day > 2_958_465 || (day === 60 && !in1904)) return undefined;
  // before March 1900 the 1900 system is one day behind
  const date = civil(day < 60 && !in1904 ? day + 1 : day);
  const seconds = Math.min(86_399, Math.round((serial - Math.floor(serial)) * 86_400));
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

/** @example clock(3661) // "01:01:01" */
export const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** The shortest decimal of a number, without an exponent. @example plainDecimal(1e21) // "1000000000000000000000" */
export function plainDecimal(value: number): string {
  const text = String(value);
  const at = text.indexOf("e");
  if (at < 0) return text;
  const exponent = Number(text.slice(at + 1));
  const [whole = "", part = ""] = text.slice(0, at).replace("-", "").split(".");
  const digits = whole + part;
  const point = whole.length + exponent;
  const sign = value < 0 ? "-" : "";
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}

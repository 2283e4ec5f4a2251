import { type CsvDialect, formatOf } from "../format.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Numbers and dates in English. */
export const format = formatOf({
  decimalMark: ".",
  groupMark: ",",
  percentSign: "%",
  months,
  money: (amount, sign) => (amount.startsWith("\u2212") ? `\u2212${sign}${amount.slice(1)}` : sign + amount),
  date: (year, month, day) => `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`,
  shortDay: (month, day) => `${Number(day)} ${months[Number(month) - 1] ?? month}`,
  week: (year, week) => `week\u00a0${week}, ${year}`,
});

/** What everything but German Excel opens. */
export const csv: CsvDialect = { mark: "", delimiter: ",", decimal: "." };

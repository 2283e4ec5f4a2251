import { type CsvDialect, formatOf } from "../format.ts";

/** Numbers and dates in German. */
export const format = formatOf({
  decimalMark: ",",
  groupMark: ".",
  percentSign: "\u00a0%",
  months: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
  money: (amount, sign) => `${amount}\u00a0${sign}`,
  date: (year, month, day) => `${day}.${month}.${year}`,
  shortDay: (month, day) => `${day}.${month}.`,
  week: (year, week) => `KW\u00a0${week}/${year}`,
});

/** What German Excel opens with a double click. */
export const csv: CsvDialect = { mark: "\ufeff", delimiter: ";", decimal: "," };

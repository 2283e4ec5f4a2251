import type { IsoDate } from "../../../src/order.ts";

export type WriteNumber = (value: number, decimals: number) => string;
export type WriteDate = (date: IsoDate) => string;

/** Digits in groups of three, e.g. grouped(".", ",")(-1234.5, 2) = "-1.234,50". */
export const grouped =
  (group: string, decimal: string): WriteNumber =>
  (value, decimals) => {
    const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
    const digits = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return `${value < 0 ? "-" : ""}${digits}${part === undefined ? "" : `${decimal}${part}`}`;
  };

export const plainPoint: WriteNumber = (value, decimals) => value.toFixed(decimals);
export const plainComma: WriteNumber = (value, decimals) => value.toFixed(decimals).replace(".", ",");

/** "12,00-": the sign behind the number, as SAP prints it. */
export const trailingMinus: WriteNumber = (value, decimals) => {
  const text = grouped(".", ",")(Math.abs(value), decimals);
  return value < 0 ? `${text}-` : text;
};

const parts = (date: IsoDate) => date.split("-") as [string, string, string];

export const isoDates: WriteDate = (date) => date;
export const germanDates: WriteDate = (date) => parts(date).reverse().join(".");
export const compactDates: WriteDate = (date) => parts(date).join("");
/** "3/14/2025". */
export const americanDates: WriteDate = (date) => {
  const [year, month, day] = parts(date);
  return `${Number(month)}/${Number(day)}/${year}`;
};

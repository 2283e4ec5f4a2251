import { uniqueLabel } from "../column-names.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";

/** From this share of the rows on arithmetic proves what a column is. */
const proof = 0.95;
const fewestRows = 2;

/**
 * A mapping with the number of pieces that a price is for, where no heading names it: a column of 1, 10, 100, 1000 by
 * which quantity x price / it = amount, and not without it.
 */
export const withPriceUnit: (
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
) => Mapping = (mapping, header, profile, said) => {
  const at = (field: Field): number | undefined => mapping.fields.get(field);
  const [quantity, price, amount] = [at("quantity"), at("price"), at("amount")];
  if (quantity === undefined || price === undefined || amount === undefined) return mapping;
  if (mapping.fields.has("priceUnit") || said.has("price")) return mapping;
  const taken = new Set(mapping.fields.values());
  const valuesOf = (column: number): number[] => profile.head.map(numbersOfColumn(profile, column));
  const units = profile.columns.filter(
    ({ index, texts, filled }) =>
      !taken.has(index) && filled > 0 && texts.every((text) => /^\u0001?10{0,4}([.,]0+)?$/.test(text)),
  );
  if (units.length === 0) return mapping;
  const [pieces, prices, amounts] = [quantity, price, amount].map(valuesOf);
  const found = units.find(({ index }) => {
    const per = valuesOf(index);
    let [rows, hits, telling] = [0, 0, 0];
    per.forEach((unit, k) => {
      const product = ((pieces?.[k] ?? 0) * (prices?.[k] ?? 0)) / unit;
      if (Number.isNaN(product) || Number.isNaN(amounts?.[k] ?? Number.NaN)) return;
      rows++;
      if (Math.abs(product - (amounts?.[k] ?? 0)) > 0.0051 + 1e-6 * Math.abs(product)) return;
      hits++;
      if (unit !== 1 && product !== 0) telling++;
    });
    return telling >= 1 && rows >= fewestRows && hits >= proof * rows;
  });
  if (found === undefined) return mapping;
  const column = uniqueLabel(header, found.index);
  return {
    ...mapping,
    fields: new Map(mapping.fields).set("priceUnit", found.index),
    confidence: new Map(mapping.confidence).set(found.index, proof),
    issues: [
      ...mapping.issues,
      { code: "column-guessed", severity: "info", field: "priceUnit", column, confidence: proof },
    ],
  };
};

import type { Issue } from "../../../issue.ts";
import { uniqueLabel } from "../column-names.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";
import { withoutDocumentAmount } from "./document-amount.ts";
import { productOf } from "./product.ts";

/**
 * A mapping whose price and amount are those that quantity x price = amount proves, whatever their headings say; where
 * it says that another column is the quantity, that is asked. What the user named stays.
 */
export function multiplied(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
): Mapping {
  const { fields: all, fingerprint } = mapping;
  const product = productOf(profile, all.get("item"));
  const priced = product === undefined && !said.has("price") ? withoutLinePrices(all, profile) : all;
  const named = withoutDocumentAmount(priced, profile, said, product?.amount);
  if (named !== all && product === undefined) return { ...mapping, fields: named };
  const quantity = named.get("quantity");
  if (product !== undefined && quantity === undefined && !product.isOpen && named.has("item"))
    return withQuantity(mapping, header, named, product);
  if (product === undefined || quantity === undefined || said.has("quantity"))
    return { ...mapping, fields: named };
  const factors = [product.quantity, product.price];
  const isAmount = quantity === product.amount;
  const isPrice = quantity === product.price && !product.isOpen;
  const fields = new Map(named);
  if (isAmount || isPrice) {
    fields.delete("quantity");
    const candidates = [...factors, product.amount].map((column) => uniqueLabel(header, column));
    const question = { id: `column:quantity:${fingerprint}`, candidates };
    const issue: Issue = { code: "column-unclear", severity: "error", field: "quantity", question };
    return { ...mapping, fields, issues: [...mapping.issues, issue] };
  }
  if (!factors.includes(quantity)) return { ...mapping, fields: named };
  const price = factors.find((column) => column !== quantity) ?? product.price;
  if (said.has("price") || named.has("priceUnit")) return { ...mapping, fields: named };
  // Where the amount that was named is that of the document, the heading of the quantity tells the factors apart.
  const isUnnamed = !named.has("price") && !named.has("amount") && (!product.isOpen || named !== all);
  if (named.get("price") !== product.amount && !isUnnamed) return { ...mapping, fields: named };
  for (const [field, column] of named)
    if (column === price || column === product.amount) fields.delete(field);
  fields.set("price", price);
  fields.set("amount", product.amount);
  const confidence = new Map(mapping.confidence).set(price, 0.95).set(product.amount, 0.95);
  const column = uniqueLabel(header, price);
  const note: Issue = { code: "column-guessed", severity: "info", field: "price", column, confidence: 0.95 };
  return { ...mapping, fields, confidence, issues: [...mapping.issues, note] };
}

/** A mapping whose quantity no heading names: the whole number that a steady price is multiplied by. */
function withQuantity(
  mapping: Mapping,
  header: readonly string[],
  named: Mapping["fields"],
  { quantity, price, amount }: { readonly quantity: number; readonly price: number; readonly amount: number },
): Mapping {
  const own = [quantity, price, amount];
  const fields = new Map([...named].filter(([, column]) => !own.includes(column)));
  fields.set("quantity", quantity).set("price", price).set("amount", amount);
  const confidence = new Map(mapping.confidence);
  for (const column of own) confidence.set(column, 0.95);
  const column = uniqueLabel(header, quantity);
  const note: Issue = {
    code: "column-guessed",
    severity: "info",
    field: "quantity",
    column,
    confidence: 0.95,
  };
  const issues = mapping.issues.filter(
    (issue) => !(issue.code === "column-unclear" && issue.field === "quantity"),
  );
  return { ...mapping, fields, confidence, issues: [...issues, note] };
}

/** Lines of an item in several quantities that show whether a price is that of a piece or of the line. */
const fewestLines = 2;
/** So much of a price may be lost by rounding. */
const cent = 0.0051;

/**
 * Fields whose price is an amount: inside every item that stands in several quantities it grows with them, and is
 * never the same. Other fields as they are.
 */
function withoutLinePrices(all: Mapping["fields"], profile: TableProfile): Mapping["fields"] {
  const [item, quantity, price] = (["item", "quantity", "price"] as const).map((field) => all.get(field));
  if (item === undefined || quantity === undefined || price === undefined) return all;
  if (all.has("amount") || all.has("priceUnit")) return all;
  const [priceOf, quantityOf] = [numbersOfColumn(profile, price), numbersOfColumn(profile, quantity)];
  const lines = Map.groupBy(
    profile.head.filter((cells) => priceOf(cells) > 0 && quantityOf(cells) > 0),
    (cells) => cells[item] ?? "",
  );
  const telling = [...lines.values()].filter((own) => new Set(own.map(quantityOf)).size >= fewestLines);
  const grows = (own: TableProfile["head"]): boolean => {
    const [first = []] = own;
    const [one, pieces] = [priceOf(first), quantityOf(first)];
    const isAsMuch = own.every((cells) => {
      const times = quantityOf(cells) / pieces;
      return Math.abs(priceOf(cells) - one * times) <= cent * (1 + times);
    });
    return isAsMuch && new Set(own.map(priceOf)).size === new Set(own.map(quantityOf)).size;
  };
  if (telling.length === 0 || !telling.every(grows)) return all;
  return new Map([...all].filter(([field]) => field !== "price")).set("amount", price);
}

import type { LineKind } from "../../order.ts";

/** Places of an inventory ledger by the letters of its codes: where a line comes from, or goes to. */
const places = new Map(
  (
    [
      ["stock", "STK STOCK INV WH WHS LAG"],
      ["customer", "CUS CUST CST SHP SO KUN"],
      ["work", "MTL ASM MFG WIP JOB PRD PROD WO UKN"],
      ["supplier", "PUR VEN VND SUP SUPP PO LIEF"],
      ["count", "ADJ CNT CYC INVENT"],
      ["returned", "RMA RET"],
      ["scrap", "SCR SCRAP REJ DMR"],
      ["held", "INS QC INSP"],
    ] as const
  ).flatMap(([place, codes]) => codes.split(" ").map((code) => [code, place] as const)),
);

/** Issues and receipts with what they are for: "ISS-SO", "RCT-WO". */
const issued = new Map<string, LineKind>([
  ["SO", "sale"],
  ["WO", "issue"],
  ["UNP", "issue"],
  ["CHL", "issue"],
  ["FAS", "issue"],
  ["TR", "transfer"],
]);
const received = new Map<string, LineKind>([
  ["PO", "receipt"],
  ["WO", "receipt"],
  ["UNP", "receipt"],
  ["CHL", "receipt"],
  ["FAS", "receipt"],
  ["TR", "transfer"],
  ["SOR", "return"],
  ["RS", "return"],
]);

/**
 * What a code of two places moves, as ledgers write it; undefined where a place is unknown.
 * @example fromTo("STK-CUS") // "sale"
 */
export function fromTo(text: string): LineKind | undefined {
  const [, first = "", second = ""] = /^([A-Z]{2,6})[-_>/]{1,2}([A-Z]{2,6})$/.exec(text.trim()) ?? [];
  if (first === "ISS") return issued.get(second);
  if (first === "RCT") return received.get(second);
  const [from, to] = [places.get(first), places.get(second)];
  if (from === "count" || to === "count") return "adjustment";
  if (from === undefined || to === undefined) return undefined;
  if (to === "scrap") return "scrap";
  if (from === "returned") return "return";
  if (from === "customer" && to === "stock") return "return";
  if (from === "supplier" && to === "customer") return "sale";
  if (from === "supplier" || (from === "work" && to === "stock")) return "receipt";
  if (to === "customer") return "sale";
  if (from === "stock" && to === "work") return "issue";
  return from === "work" || to === "supplier" ? undefined : "transfer";
}

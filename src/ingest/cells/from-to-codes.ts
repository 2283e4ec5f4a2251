import type { LineKind } from "../../order.ts";

/** Places of an inventory ledger by the letters of its codes: where a line comes from, or goes to. */
const places = new Map(
  (
    [
      ["stock", "STK STOCK INV INVENTORY WH WHS WAREHOUSE LAG LAGER"],
      ["customer", "CUS CUST CST SHP SO KUN CUSTOMER CUSTOMERS KUNDE KUNDEN"],
      [
        "work",
        "MTL ASM MFG WIP JOB PRD PROD WO UKN MATERIAL ASSEMBLY PRODUCTION MANUFACTURING FERTIGUNG PRODUKTION",
      ],
      ["supplier", "PUR VEN VND SUP SUPP PO LIEF PURCHASE SUPPLIER VENDOR LIEFERANT EINKAUF"],
      ["count", "ADJ CNT CYC INVENT"],
      ["returned", "RMA RET"],
      ["scrap", "SCR SCRAP REJ DMR"],
      ["held", "INS QC INSP"],
    ] as const
  ).flatMap(([place, codes]) => codes.split(" ").map((code) => [code, place] as const)),
);

/** Words of ledgers for what leaves the stock and what comes into it, before the kind of its document. */
const ways = new Map(
  (
    [
      ["out", "ISS ISSUE SHIP SHP GI"],
      ["in", "RCT RCV REC RCPT GR"],
    ] as const
  ).flatMap(([way, codes]) => codes.split(" ").map((code) => [code, way] as const)),
);

/** What "ISS-SO" or "RCT-PO" moves; undefined for a document that nobody knows. */
function byDocument(way: "out" | "in", document: string): LineKind | undefined {
  if (/^(TR|TRF|XFR|TRANS)$/.test(document)) return "transfer";
  if (way === "out") {
    if (/^(SO|CO|DO|INV|SHIP)$/.test(document)) return "sale";
    return /^(WO|JOB|MO|PRO|UNP|UNPL|FAS|MISC|CC|PROJ)$/.test(document) ? "issue" : undefined;
  }
  if (/^(SOR|RMA|RET|RTN)$/.test(document)) return "return";
  return /^(PO|WO|JOB|MO|UNP|UNPL|MISC|ASN|PRO)$/.test(document) ? "receipt" : undefined;
}

/**
 * What a code of two places moves, as ledgers write it; undefined where a place is unknown.
 * @example fromTo("STK-CUS") // "sale", as "Stock to Customer"
 */
export function fromTo(text: string): LineKind | undefined {
  const found =
    /^([A-Z]{2,6})[-_>/]{1,2}([A-Z]{2,6})$/.exec(text.trim()) ??
    /^(\p{L}{3,13}) (?:to|nach|an|->|→) (\p{L}{3,13})$/iu.exec(text.trim());
  const [first = "", second = ""] = (found ?? []).slice(1).map((place) => place.toUpperCase());
  const [from, to] = [places.get(first), places.get(second)];
  if (from === "count" || to === "count") return "adjustment";
  if (/^(CYC|TAG|PHYS|COUNT)$/.test(first)) return "adjustment";
  const way = ways.get(first);
  if (way !== undefined) return byDocument(way, second);
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

import { documentOfSupplier } from "./words/supplier-documents.ts";

/** A step of one sale or purchase: what was ordered is delivered, and what was delivered is invoiced. */
export type Stage = "order" | "delivery" | "invoice";

const stages: readonly (readonly [RegExp, Stage])[] = [
  [
    /(rechnung|faktur|invoice|^bill$|^bill(ing)? doc|facture|factura|fattura|fatura|factuur|szamla|lasku$|^racun|^rg$|счет|инвойс|請求|发票|청구|τιμολογιο)/,
    "invoice",
  ],
  [
    /(liefer|deliver|shipment|shipping|shipped|fulfil|dispatch|despatch|packing ?(slip|list)|livraison|^bl$|^albaran|remision|remito|^ddt$|documento di trasporto|consegna|bolla|levering|leverans|pakbon|paklijst|^wz$|dodaci|dodaky|folgeseddel|foljesedel|guia de (remessa|transporte)|nota de entrega|irsaliye|szallitolevel|dostawa|isporuka|toimitus|^ls$|накладная|отгрузк|納品|出荷|发货|送货|출하|납품|αποστολη)/,
    "delivery",
  ],
  [
    /(auftrag|bestell|^order|order$|order (confirmation|acknowledge?ment)|^(sales|customer|purchase) ?order|commande|pedido|encomenda|ordine|^ordre|ordrebek|orderbev|orderbek|zamowien|objednavk|tilaus|siparis|megrendel|rendeles|comanda|narudzb|^ab$|заказ|замовлення|注文|受注|订单|주문|παραγγελ)/,
    "order",
  ],
];

const turned =
  /(storn|cancel|return|retour|retur|ruck|credit|kredit|avoir|abono|gutschrift|refund|anul|annul|korrekt|correct|proforma|pro forma|angebot|quot|revers|undo|void|zaloh|zalicz|acconto|acompte|anticip|avans|eloleg|anzahl|abschlag|vorauszahl|down ?payment|deposit|prepay|advance)/;

/** Documents of a supplier, in languages that call them by the words of a sale. */
const bought =
  /(satin ?al|alis (irs|fat)|d'achat|de compra|di acquisto|inkoop|inkop|indkob|zakup|nakup|nabav|beszerz|ostolasku|kredit[oa]r|lieferant|supplier|vendor|fournisseur|proveedor|(^| )(an|ein)lieferung|поступл|закуп)/;

/**
 * Step of a sale or purchase that a kind of document is; undefined for other words, and for what takes one back.
 * @example stageOf("Lieferschein") // "delivery"
 */
export function stageOf(text: string): Stage | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[\s_-]+/g, " ");
  if (word.length > 40 || turned.test(word) || bought.test(word)) return undefined;
  if (documentOfSupplier(word) !== undefined) return undefined;
  return stages.find(([pattern]) => pattern.test(word))?.[1];
}

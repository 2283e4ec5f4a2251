import type { LineKind } from "../../order.ts";
import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import type { Field } from "../columns/fields.ts";

/** What lines are where no column says it, and the heading that shows it ("" when nothing does). */
export interface DefaultMovement {
  readonly kind: LineKind;
  readonly because: string;
}

const sales = keyPattern(
  /(rechnung|invoice|verkauf|absatz|customer|kunde|salesorder|sold|sellto|^auftrag|^vk|umsatz|revenue|sales|^saledate|^solddate)/,
);
const issues = keyPattern(/(verbrauch|consumption|entnahme|abgang|bedarf|demand|usage|ausgang|issued)/);
const purchases = keyPattern(
  /(einkauf|purchas|(?<!mindest)bestellmenge|(?<!minimum)order(?=quantity)|quantityordered|^ebeln|^bedat|^lifnr|^lieferant|vendor|supplier|wareneingang|gelieferte|orderline(?!nummer|id$|$)|bestellbestatigung|buyfrom|^a0empf|^ekbel|^dateorder|transactiondate|scheduledate|quantityreceived|receivedquantity|(planned|expected|promised)receipt)/,
);

/** Customers and what is sold, suppliers and what is bought, in other languages. */
const salesAbroad = keyPattern(
  /(client|cliente|clienti|clientes|klant|klantnaam)$|^(debiteur|client|klant|kundn|nabywc|odbiorc|odberatel|vevo|musteri|asiakas)|(ventes?$|^vendu|devente$|ventas?$|deventa$|vendit[ae]$|vendas?$|davenda|verkoop|verkocht|sprzedaz|prodej|prodan|eladas|forsalj|^salg|salgs|myynti|satis(tarihi|miktari|fiyati)|venduta|vendida|vendue)/,
);
const purchasesAbroad = keyPattern(
  /(fournisseur|proveedor|fornitor|fornecedor|leverancier|leverantor|leverandor|toimittaja|dostawc|dodavatel|szallito|furnizor|dobavljac|tedarik|achats?$|dachat$|compras?$|decompra$|acquist|inkoop|inkop|indkob|zakup|nakup|beszerz|satinalma)/,
);

/** Words of a marketplace or a shop, whose own customers buy. */
const strongSales = keyPattern(
  /(customer|kunde|retailer|buyer|kaufer|kupujac|kupujici|comprador|acheteur|acquirente|^koper|^kopare|^kober|alici$|salesorder|saleschannel|^paymentsdate$|shipto|shipcity|shippostalcode|shipcountry|shippingcity|shippingzip|billingname|lineitem|soldfor|debitor|rechnungsempfanger|lieferanschrift|^vk|marketplace|^(offer|seller|merchant|shop)sku|^commission|sellto|refunded|quantityshipped|shippedquantity)/,
);
/** What was taken out of the stock. */
const taken = keyPattern(/(entnahme|verbrauch|consumption|issued)/);
/** The day of a list of what customers sent back. */
const returned =
  /^(retouren?|rucksende|rucknahme|ruckgabe|return|returned|rma|gutschrifts?)(datum|date|day|tag|am|on)$/;
/** Words that one firm writes over what it sells, the next over what it buys. */
const weakPurchases = keyPattern(
  /^(purchasedate|purchasedat|quantitypurchased|quantityordered|quantityorder|dateordered|datepurchased|(total)?orderquantity)$/,
);

/** The number of an order of a customer: what is ordered under it is sold. */
const ownOrder = keyPattern(
  /(salesorder|verkaufsauftrag|kundenauftrag|verkooporder|commandeclient|commandedevente|ordinecliente|ordinedivendita|pedidodeventa|pedidodecliente|pedidocliente|zamowienieklienta|zamowieniesprzedazy)/,
);
const orderedQuantity = keyPattern(
  /^(bestellmenge|orderquantity|quantitecommandee|cantidadpedida|quantitaordinata|besteldeaantal|besteldehoeveelheid)$/,
);

/** Beside the number of the order itself, that of a purchase order is the customer's. */
const ownNumber = keyPattern(/^(order|salesorder|auftrags|invoice|rechnungs)(id|nummer|name)?$/);
const numberOfCustomer = keyPattern(/^(customer|kunden)?(po|purchaseorder)(nummer|id)?$/);

const masterFields: readonly Field[] = ["leadTimeDays", "onHand", "minimumOrder", "packSize", "reorderPoint"];
const orderFields: readonly Field[] = [
  "order",
  "line",
  "receiptDate",
  "receivedQuantity",
  "dueDate",
  "openQuantity",
];

/**
 * Kind of lines from the headings: a customer or an invoice makes sales, consumption issues, a supplier or a
 * purchase document purchases.
 */
export function defaultMovement(header: readonly string[], fields: ReadonlySet<Field>): DefaultMovement {
  const keyed = header.map((heading) => ({ heading: heading.trim(), key: normaliseHeading(heading).key }));
  // A shop that heads its lines so calls the brand of an article its vendor.
  const isShop = keyed.some(({ key }) => /^lineitem(sku|name|quantity|price)$/.test(key));
  const isBrand = (key: string): boolean => isShop && key === "vendor";
  const by = (pattern: RegExp) => keyed.find(({ key }) => pattern.test(key) && !isBrand(key))?.heading;
  // The day of a purchase is the customer's in a shop, and the firm's in a list of orders.
  const isBoughtAbroad = ({ key }: { readonly key: string }): boolean =>
    purchasesAbroad.test(key) && !/^(dat|fecha|dzien|dag|giorno|jour)|tarihi$/.test(key);
  const came = keyed.find(({ key }) => returned.test(key));
  if (
    came !== undefined &&
    !keyed.some(({ key }) => /^(bestell|auftrags?|order|rechnungs|sales|sale)(datum|date|day)$/.test(key))
  )
    return { kind: "return", because: came.heading };
  const customer = fields.has("customer") ? "customer" : undefined;
  const issue = by(issues);
  // Beside lead times and stocks the supplier is master data of the item, not the receiver of an order.
  const isMaster =
    masterFields.some((field) => fields.has(field)) && !orderFields.some((field) => fields.has(field));
  const purchase = isMaster
    ? undefined
    : (by(purchases) ??
      keyed.find(isBoughtAbroad)?.heading ??
      ((fields.has("supplier") && !isShop) || fields.has("receiptDate") ? "supplier" : undefined));
  const ordered = keyed.find(({ key }) => ownOrder.test(key))?.heading;
  const strong = ordered ?? keyed.find(({ key }) => strongSales.test(key))?.heading;
  const hasOwnNumber = keyed.some(({ key }) => ownNumber.test(key));
  const isWeak = (key: string): boolean =>
    weakPurchases.test(key) ||
    (ordered !== undefined && orderedQuantity.test(key)) ||
    (hasOwnNumber && numberOfCustomer.test(key));
  const firm = keyed.find(({ key }) => purchases.test(key) && !isWeak(key) && !isBrand(key));
  if (strong !== undefined && firm === undefined && (isShop || !fields.has("supplier")) && !isMaster)
    return { kind: "sale", because: strong };
  // "Auftragsart" beside what was taken is the kind of a maintenance order.
  const onlyOrders = keyed.filter(({ key }) => sales.test(key)).every(({ key }) => key.startsWith("auftrag"));
  if (
    issue !== undefined &&
    customer === undefined &&
    purchase === undefined &&
    onlyOrders &&
    taken.test(normaliseHeading(issue).key)
  )
    return { kind: "issue", because: issue };
  const sale = customer ?? by(sales) ?? by(salesAbroad);
  // "QTYORDERED" beside "SALESID" is what was sold.
  const isOnlyWeak =
    firm === undefined &&
    !fields.has("supplier") &&
    keyed.some(({ key }) => isWeak(key)) &&
    by(sales) !== undefined;
  if (isOnlyWeak && sale !== undefined && !keyed.some(isBoughtAbroad) && !fields.has("receiptDate"))
    return { kind: "sale", because: sale };
  if (sale !== undefined && (purchase === undefined || customer !== undefined))
    return { kind: "sale", because: sale };
  if (issue !== undefined && (purchase === undefined || !fields.has("order")))
    return { kind: "issue", because: issue };
  if (purchase !== undefined) return { kind: "purchase", because: purchase };
  return { kind: "issue", because: "" };
}

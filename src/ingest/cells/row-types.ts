import { bareText } from "./cells.ts";
import { isMissing } from "./numbers.ts";

const itemRowWords =
  /^(artikel|item|inventory|lagerartikel|2|nichtlagerartikel|non-inventory|art[ií]culo|producto|article|produit|articolo|prodotto|artigo|produto|vare|vara|tuote|zboží|tovar|towar|termék|cikk|produs|articol)$/iu;

const goodsWords =
  /^(products?|produkte?|goods|ware|(standard|stock)[ -]?items?|(spare )?parts?|teile?|ersatzteile?|material(ien)?|materials|matériel|pièces?|pezz[oi]|ricamb[io]|piezas?|repuestos?|onderdel?en|onderdeel|materiaal|physical|merchandise|marchandise|mercancía|merce)$/iu;
const serviceWords =
  /^(shipping|shipment|delivery|freight|postage|carriage|handling|voucher|coupon|discount|gift ?(card|voucher)|surcharge|fees?|tax(es)?|tips?|gratuity|service charge|trinkgeld|pourboire|propina|mancia|fooi|comment|note|text|payment|versand(kosten|position)?|porto|fracht|gutschein|rabatt|aufschlag|gebühr|kommentar|hinweis|livraison|frais( de port)?|port|remise|bon|envío|portes|descuento|cupón|spedizione|sconto|verzending|verzendkosten|korting|labou?r|work|services?|arbeit(szeit|slohn|swert)?|lohn|dienstleistung|leistung|fremdleistung|subcontract(ing)?|travel|fahrt(kosten)?|anfahrt|pauschale|(additional |misc(ellaneous)? )?charges?|free[ -]?text|main d['’]œ?o?e?uvre|manodopera|mano de obra|arbeid)([ -](line|row|item|zeile))?$/iu;

/** A line of goods where all others are charges: "Sale" beside "Tip". */
const soldWords = /^(sales?|verkauf|vente|venta|vendita|venda|verkoop|sprzedaż|prodej|försäljning)$/iu;

/** True for a word that says of its line that it is postage, a voucher and the like. */
export const isService = (text: string): boolean => serviceWords.test(text);

/**
 * True where some of the texts say of their line that it is an item: "Artikel" beside "Konto", "Product" where the rest
 * is postage, vouchers and the like.
 */
export function nameItemRows(texts: readonly string[]): boolean {
  const bare = [...new Set(texts.map((text) => bareText(text).trim()))];
  if (bare.some((text) => itemRowWords.test(text))) return true;
  const isGoods = (text: string): boolean => goodsWords.test(text) || soldWords.test(text);
  const others = bare.filter((text) => !isMissing(text) && !isGoods(text));
  return bare.some(isGoods) && others.length > 0 && others.every((text) => serviceWords.test(text));
}

const kitWords =
  /^(kit|kits|set|bundle|bundle (head|parent)|parent|parent item|stückliste|stücklistenkopf|assembly|baugruppe|sales bom|bom|kopfartikel|setartikel|set-artikel|main item|kopf|main)$/i;
const partWords =
  /^(comp|component|components|kit component|bundle (component|item)|child|child item|komponente|bestandteil|stücklistenposition|setbestandteil|set-bestandteil|kit item|unterposition|unterartikel|teil|part)$/i;

/** True for words of which some mean a kit and some its components: both are items, and count one sale twice. */
export const nameKitsAndParts = (texts: readonly string[]): boolean =>
  texts.some((text) => kitWords.test(bareText(text).trim())) &&
  texts.some((text) => partWords.test(bareText(text).trim()));

/** True for a line whose type column says that it is no item (text, account, resource). */
export function isOtherRow(text: string): boolean {
  const bare = bareText(text).trim();
  return (
    !isMissing(bare) &&
    ![itemRowWords, goodsWords, soldWords, kitWords, partWords].some((words) => words.test(bare))
  );
}

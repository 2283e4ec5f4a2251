/** What the figures of a table are, by its title, its sheet or the name of its file. */
export type Subject = "sale" | "issue" | "purchase" | "return" | "actual" | "plan" | "stock" | "money";

/** Words that mean it where they are the whole name of a sheet or file, but for a year or a number. */
const names: readonly (readonly [Subject, string])[] = [
  [
    "sale",
    "verkauf|verkäufe|verkaufszahlen|absatz|absätze|sales|sales (?:orders?|order lines?|lines?|history|invoices?)|customer orders?|verkaufsaufträge|kundenaufträge|verkaufsrechnungen|commandes? clients?|ordini clienti|pedidos de (?:venta|clientes?)|ventes?|ventas?|vendite|vendas?|verkoop|verkopen|sprzedaż|prodej|predaj|försäljning|salg|myynti|satış(lar)?|eladás|vânzări|prodaja|продажи|продажі|売上|销售|판매",
  ],
  [
    "issue",
    "(lager|waren|material)?(abgang|abgänge|ausgang|ausgänge)|verbrauch|verbräuche|entnahmen?|issues|goods issues?|outbound|usage|consumption|sorties?|consommations?|salidas?|consumos?|saídas?|uscite|scarichi|consumi|uitgiften?|verbruik|rozchody?|wydania|zużycie|výdeje?|výdaje|spotřeba|uttag|utleveranser?|udlevering(er)?|forbrug|çıkış(lar)?|расход|出庫|出库|출고",
  ],
  [
    "purchase",
    "einkauf|einkäufe|zukäufe|purchases?|purchase (?:orders?|order lines?|lines?|history|invoices?)|einkaufsbestellungen|po|open (?:purchase orders?|pos?)|open orders to suppliers|(?:offene )?(?:lieferantenbestellungen|einkaufsbestellungen)|offene bestellungen|bestellobligo|commandes? (?:fournisseurs? )?en cours|pedidos (?:de compra )?pendientes|ordini (?:fornitori )?aperti|(?:openstaande )?inkooporders|commandes? fournisseurs?|ordini fornitori|pedidos de compra|achats?|compras?|acquisti|inkoop|inkopen|zakupy?|nákupy?|inköp|indkøb|innkjøp|ostot|satın ?alma(lar)?|beszerzés|achiziții|nabava|закупки|仕入|采购",
  ],
  [
    "return",
    "retouren?|rücksendungen|rücklieferungen|kundenretouren|gutschriften|returns|customer returns|refunds|credit notes|retours|avoirs|devoluciones|devoluções|resi|zwroty|vratky|returer|palautukset|iadeler|возвраты|返品|退货|반품",
  ],
  [
    "actual",
    "ist|istwerte|istzahlen|actuals?|real|réel|réalisé|effettivo|consuntivo|skutečnost|wykonanie|toteuma|gerçekleşen|факт|実績|实际|실적",
  ],
  [
    "plan",
    "plan|planung|planzahlen|planwerte|absatzplan|absatzplanung|budget|forecasts?|prognosen?|absatzprognose|vorschau|soll|ziele?|targets?|prévisions?|previsioni?|previsión|previsiones|presupuesto|begroting|prognoza|plán|predpověď|ennuste|tahmin|прогноз|план|予測|計画|预测|计划|예측|계획",
  ],
];
const receipts =
  "(?:waren|lager|material)?(?:zugang|zugänge|eingang|eingänge)|goods received(?: notes?)?|goods receipts?|(?:stock )?receipts|inbound|entrées|entradas|entrate|carichi|ontvangsten|przyjęcia|příjmy|příjem|girişler|inleveranser|приход|入庫|入库|입고";
const stocks =
  "(?:anfangs|eröffnungs)(?:lager)?best(?:and|ände)|(?:opening|initial) (?:stock|balance|inventory)|stock initial|existencias iniciales|saldo inicial|giacenza iniziale|beginvoorraad|(?:lager)?best(?:and|ände)(?:e|s(?:verlauf|entwicklung|liste|übersicht|historie))?|stocks?(?: (?:levels?|history|balances?|on hand|positions?))?|inventory(?: (?:levels?|history|balances?|positions?|on hand))?|voorra(?:ad|den)(?:stand)?|giacenz[ae]|existencias|(?:niveaux? de|état des) stocks?|stany magazynowe|stavy? (?:skladu|zásob)|lagersaldo|lagerbeholdning|varastosaldo|stok durumu|estoque|остатки|在庫(?:数|推移)?|库存|재고";
const money =
  "umsatz|umsätze|umsatzerlöse|erlöse|revenues?|turnover|net sales|chiffre d'affaires|fatturato|facturación|omzet|omsättning|omsætning|omsetning|obrót|obroty|tržby|ciro|выручка|売上高|销售额|매출액";

/** Names of sheets that hold money beside others that do not. */
const moneySheets = `${money}|(?:umsatz|absatz|verkaufs|lager|waren)?wert(?:e|ig)?|betrag|beträge|values?|(?:sales )?amounts?|eur|euro|€|usd|chf|valeurs?|importes?|valor(?:es)?|valore|valori|waarde|wartość|hodnota|värde|verdi|kosten|costs?|preise?|prices?`;

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, "iu");
const ofMoneySheets = whole(moneySheets);
const first = (words: string): RegExp => new RegExp(`^(?:${words})(?!\\p{L})`, "iu");
const byName = [
  ...names.map(([subject, words]) => [subject, whole(words)] as const),
  ["purchase", whole(receipts)] as const,
  ["stock", whole(stocks)] as const,
  ["money", whole(money)] as const,
];
const byTitle: readonly (readonly [Subject, RegExp])[] = [
  ["purchase", first(receipts)],
  ["stock", first(stocks)],
  [
    "plan",
    first(
      "absatzplan(?:ung)?|absatzprognose|(?:sales |demand )?forecast|budget|prognose|prévisions? des ventes",
    ),
  ],
  ["money", first(money)],
];
/** A title that says in which money its figures are. */
const currency =
  /(?<!\p{L})(?:in|en|w|v) (?:t|k|tsd\.? )?(?:eur|euro|€|usd|us\$|\$|chf|gbp|£|pln|zł|czk|kč|sek|nok|dkk|try|₺)(?!\p{L})|[([](?:in )?(?:t|k)?(?:eur|€|usd|\$|chf|gbp|£)[)\]]/iu;
/** Words beside which the others mean something else: prices in money, stock and what left it. */
const beside =
  /(preis|price|prix|precio|prezzo|betrag|beträge|amount|value|werte?(?!\p{L})|currency|währung|verbrauch|absatz|verk[aä]uf|entnahme|abg[aä]ng|bewegung|sales|usage|consum|demand|issue|movement|moves|transaction|sortie|salida|uscit|menge|stück|qty|quantit|units)/iu;
const longest = 80;

/** Names of sheets of lines that were taken back. */
const cancelled =
  /^(storno|stornos|stornier\p{L}*|cancell?ed|cancell?ations|annul\p{L}*|anul\p{L}*|cancelad\p{L}*|geannul\p{L}*|zrus\p{L}*|iptal\p{L}*|makul\p{L}*|voided)( \p{L}+)?$/iu;

/** A name without its years, numbers and endings. */
const bare = (name: string): string =>
  name
    .replace(/\.(?:csv|tsv|txt|xlsx?|xlsb|ods|gz|parquet)$/gi, "")
    .replace(/[\d_.,;()-]+/g, " ")
    .trim();

/** What the name of a sheet or a file says its figures are; undefined for other names. @example subjectOfName("Einkauf 2025") // "purchase" */
export const subjectOfName = (name: string): Subject | undefined =>
  name.length > longest ? undefined : byName.find(([, words]) => words.test(bare(name)))?.[0];

const isMoneySheet = (name: string): boolean =>
  ofMoneySheets.test(bare(name)) || ofMoneySheets.test(name.trim());

/** Which of sheets of one shape are read: those of money are not, where another one is none. */
export function withoutMoney(names: readonly string[]): boolean[] {
  const areMoney = names.map(isMoneySheet);
  return areMoney.map((isMoney) => !isMoney || areMoney.every(Boolean));
}

/** A line above a table without the delimiters of its empty cells. @example titleText("Umsatz in EUR;;;") // "Umsatz in EUR" */
export function titleText(line: string): string {
  let end = line.length;
  while (end > 0 && ";,|\t ".includes(line[end - 1] ?? "")) end--;
  return line.slice(0, end).trim();
}

/** What a line above a table says its figures are. @example subjectOfTitle("Lagerbestand je Monatsende") // "stock" */
export function subjectOfTitle(line: string): Subject | undefined {
  const text = titleText(line);
  if (text.length > longest || beside.test(text)) return undefined;
  return byTitle.find(([, words]) => words.test(text))?.[0] ?? (currency.test(text) ? "money" : undefined);
}

/** True for a line above a table that names the money of its figures. */
export const namesMoney = (line: string): boolean =>
  line.length <= longest && !beside.test(line) && currency.test(line);

/**
 * The column that sheets of one shape make by their names, where these say different things of the lines: purchases
 * beside sales, a plan beside what came of it. A name that nobody knows beside them is asked about. Undefined for others.
 * @example sheetKinds(["Einkauf", "Verkauf"]) // { heading: "Bewegungsart", values: ["purchase", "sale"] }
 */
export function sheetKinds(
  sheets: readonly string[],
): { readonly heading: string; readonly values: readonly string[] } | undefined {
  const subjects = sheets.map(subjectOfName);
  const planned = subjects.map((one) => one === "plan");
  if (planned.includes(true) && planned.includes(false))
    return { heading: "Status", values: planned.map((isPlan) => (isPlan ? "forecast" : "actual")) };
  const areCancelled = sheets.map((name) => cancelled.test(bare(name)));
  if (areCancelled.includes(true) && areCancelled.includes(false))
    return { heading: "Status", values: areCancelled.map((isOut) => (isOut ? "cancelled" : "active")) };
  const isTold = subjects.some((one) => one === "purchase" || one === "return" || one === "stock");
  // What lies there beside what moved is no movement.
  const values = subjects.map((one, k) =>
    one === undefined ? (sheets[k] ?? "") : one === "stock" ? "adjustment" : one,
  );
  return isTold && new Set(values).size > 1 ? { heading: "Bewegungsart", values } : undefined;
}

import type { LineKind } from "../../../order.ts";

/**
 * Words of movements in French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Hungarian, Romanian, the languages
 * of the south and the north; without accents.
 */
export const movementsAbroad: readonly (readonly [LineKind, string])[] = [
  [
    "sale",
    `vente|ventes|facture|bon de livraison|livraison|expedition|commande client|venta|ventas|factura|albaran|pedido de venta|vendita|
    fattura|ddt|ordine cliente|venda|vendas|fatura|nota fiscal|verkoop|factuur|levering|verkooporder|sprzedaz|faktura|
    wz|prodej|faktura vydana|forsaljning|salg|udsalg|myynti|satis`,
  ],
  [
    "issue",
    `bon de sortie|sortie|sorties|sortie stock|sortie de stock|consommation|prelevement|salida|salidas|salida de almacen|consumo|
    scarico|uscita|prelievo|consumo interno|saida|saidas|requisicao|uitgifte|verbruik|afgifte|uitslag|uitgaand|
    wydanie|rozchod|rw|zuzycie|vydej|vydejka|spotreba|uttag|forbrug|forbruk|udlevering|utlevering|kulutus|otto|cikis|raus|
    withdrawal|withdrawn|consumed|goods out|outflow|abgabe|ausgegeben|verbraucht|entnommen`,
  ],
  [
    "receipt",
    `bon de reception|bon d'entree|entree|entrees|entree stock|entree de stock|reception|approvisionnement|entrada|entradas|entrada de almacen|
    recepcion|carico|entrata|ricevimento|entradas de estoque|recebimento|ontvangst|inslag|inkomend|goederenontvangst|
    przyjecie|przychod|pz|pw|prijem|prijemka|inleverans|mottagning|modtagelse|tilgang|varemottak|saapuminen|giris|rein|
    goods in|inflow|stocked|deposit|eingelagert|geliefert bekommen`,
  ],
  [
    "purchase",
    "achats|commande fournisseur|compras|pedido de compra|acquisti|ordine fornitore|inkooporder|zakup|zakupy|nakup|inkop|indkob|kob",
  ],
  [
    "return",
    `retour client|avoir|note de credit|devolucion de venta|devoluciones|abono|reso cliente|nota di credito|
    nota credito|devolucao|nota de credito|retour klant|retouren|creditnota|zwrot|zwrot od klienta|reembolso|remboursement|rimborso|terugbetaling|aterbetalning|tilbagebetaling|refusion|zw|korekta faktury|
    vratka|dobropis|retur|kreditnota|kreditfaktura|palautus|iade`,
  ],
  [
    "transfer",
    "transfert|virement|changement de stock|traspaso|traslado|transferencia|trasferimento|giroconto|overboeking|verplaatsing|przesuniecie|mm|prevod|flytt|overforsel|siirto",
  ],
  [
    "adjustment",
    `ajustement|regularisation|inventaire|ajuste|inventario|regularizacion|rettifica|acerto|correctie|telling|voorraadtelling|
    voorraadcorrectie|korekta|inwentaryzacja|inwentura|inventura|oprava|justering|inventering|lagertelling`,
  ],
  [
    "scrap",
    "rebut|casse|perte|merma|rotura|perdida|scarto|rottura|quebra|perda|afval|breuk|afboeking|strata|zlom|likwidacja|kassation|svinn|damaged|spoilage|lost|beschadigt|verdorben",
  ],
  [
    "sale",
    `prodaja|predaj|eladas|ertekesites|szamla|vanzare|prodano|myynnit|verzending|verkoopverzending|verkooplevering|
    verkoopfactuur|expedice|wysylka|invio|envio|salgsfaktura|salgsleverance|shipments|customer shipment|продажа|
    реализация|отгрузка|продаж|売上|販売|出荷|销售|銷售|판매|출하|πωληση`,
  ],
  [
    "issue",
    `kiadas|felhasznalas|izlaz|izdatnica|potrosnja|izdaja|lahto|kaytto|tuketim|iesire|consum|spotrebovani|utleverans|
    forbrukning|uttak|outgo|consumption|расход|списание в производство|видаток|витрата|出庫|払出|使用|出库|领用|출고|
    사용|εξαγωγη|assembly consumption|material consumption|kitting|component issue|production issue`,
  ],
  [
    "receipt",
    `bevetelezes|bevet|beveteles|bevetel|ulaz|primka|prejem|tulo|vastaanotto|mal kabul|intrare|receptie|receipts|
    inkoopontvangst|приход|поступление|оприходование|прихiд|прихід|надходження|入庫|入荷|受入|入库|收货|입고|입하|εισαγωγη|
    assembly output|assembly build|production output|wejscie|przyjecie zewnetrzne|naskladneni|indlevering|innlevering`,
  ],
  [
    "purchase",
    `bill|bills|vendor bill|beszerzes|vetel|nabava|osto|ostot|satin alma|alis|achizitie|nakup|innkjop|закупка|покупка|
    закупівля|仕入|発注|采购|採購|구매|매입|αγορα`,
  ],
  [
    "return",
    `sales credit|credit return|customer returns|customerreturns|credit note|creditnote|creditmemo|visszaru|visszavet|povrat|palautus|
    sztorno szamla|sztornoszamla|storno szamla|helyesbito szamla|factura rectificativa|facture rectificative|
    fattura annullata|facture annulee|factura storno|iptal fatura|iptal faturasi|fatura anulada|faktura korygujaca|
    korekta sprzedazy|opravny danovy doklad|hyvityslasku|creditfactuur|factura de abono|storno racun|
    hyvitys|kreditering|возврат|возврат от покупателя|повернення|返品|退货|退貨|반품|επιστροφη|vraceni`,
  ],
  [
    "transfer",
    `atadas|attarolas|raktarkozi|medjuskladisnica|premjestaj|prenos|przesuniecie mm|whsetransfers|warehouse transfer|
    internal transfer|перемещение|переміщення|移動|调拨|調撥|转移|이동|이관|μεταφορα|flytning|overforing|transfert interne`,
  ],
  [
    "adjustment",
    `leltar|korrekcio|inventura|uskladenje|uzgodnienie|sayim|duzeltme|inventar|adjustments|adjusted|stocktake|cycle count|
    positieve correctie|negatieve correctie|positieve aanpassing|negatieve aanpassing|positif (ajust.)|negatif (ajust.)|
    ajustement positif|ajustement negatif|opregulering|nedregulering|positiv justering|negativ justering|
    rettifica positiva|rettifica negativa|ajuste positivo|ajuste negativo|инвентаризация|корректировка|інвентаризація|
    棚卸|調整|盘点|调整|盤點|재고조정|조정|실사|απογραφη|inventointi`,
  ],
  [
    "scrap",
    "selejt|otpis|havikki|fire|hurda|casare|vendor returns|disposed|disposals|damaged|списание|списання|廃棄|报废|報廢|폐기",
  ],
  [
    "sale",
    "otpremnica|racun|dobavnica|dodaci list|szallitolevel|aviz|aviz de insotire|verkaufsbeleg|следва|експедиция",
  ],
  ["issue", "bon consum|bon de consum|vydajka|prevodka na strediska|trebovanje|razduzenje|uttaksseddel"],
  ["receipt", "mottak|prevzemnica|prijemka|nir|nota de receptie|bevetelezesi bizonylat|zaduzenje|inkommande"],
  ["transfer", "medjuskladisnica|prevodka|aviz de transfer|interni prenos|lagerflyt"],
];

/** Pairs of single letters that say which way a line goes, in and out: I/O, E/A, Z/A, E/S, E/U, C/S, P/W. */
export const letterPairs: readonly (readonly [string, string])[] = [
  ["i", "o"],
  ["e", "a"],
  ["z", "a"],
  ["e", "s"],
  ["e", "u"],
  ["c", "s"],
  ["in", "out"],
  ["rein", "raus"],
];

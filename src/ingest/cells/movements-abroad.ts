import type { LineKind } from "../../order.ts";

/** Words of movements in French, Spanish, Italian, Portuguese, Dutch, Polish, Czech and the north; without accents. */
export const movementsAbroad: readonly (readonly [LineKind, string])[] = [
  [
    "sale",
    `vente|ventes|facture|livraison|expedition|commande client|venta|ventas|factura|albaran|pedido de venta|vendita|
    fattura|ddt|ordine cliente|venda|vendas|fatura|nota fiscal|verkoop|factuur|levering|verkooporder|sprzedaz|faktura|
    wz|prodej|faktura vydana|forsaljning|salg|udsalg|myynti|satis`,
  ],
  [
    "issue",
    `sortie|sorties|sortie stock|sortie de stock|consommation|prelevement|salida|salidas|salida de almacen|consumo|
    scarico|uscita|prelievo|consumo interno|saida|saidas|requisicao|uitgifte|verbruik|afgifte|uitslag|uitgaand|
    wydanie|rozchod|rw|zuzycie|vydej|vydejka|spotreba|uttag|forbrug|forbruk|udlevering|kulutus|otto|cikis|raus|
    withdrawal|withdrawn|consumed|goods out|outflow|abgabe|ausgegeben|verbraucht|entnommen`,
  ],
  [
    "receipt",
    `entree|entrees|entree stock|entree de stock|reception|approvisionnement|entrada|entradas|entrada de almacen|
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
    nota credito|devolucao|nota de credito|retour klant|retouren|creditnota|zwrot|zwrot od klienta|zw|korekta faktury|
    vratka|dobropis|retur|kreditnota|kreditfaktura|palautus|iade`,
  ],
  [
    "transfer",
    "transfert|traspaso|traslado|transferencia|trasferimento|giroconto|overboeking|verplaatsing|przesuniecie|mm|prevod|flytt|overforsel|siirto",
  ],
  [
    "adjustment",
    `ajustement|regularisation|inventaire|ajuste|inventario|regularizacion|rettifica|acerto|correctie|telling|
    voorraadcorrectie|korekta|inwentaryzacja|inwentura|inventura|oprava|justering|inventering|lagertelling`,
  ],
  [
    "scrap",
    "rebut|casse|perte|merma|rotura|perdida|scarto|rottura|quebra|perda|afval|breuk|afboeking|strata|zlom|likwidacja|kassation|svinn|damaged|spoilage|lost|beschadigt|verdorben",
  ],
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

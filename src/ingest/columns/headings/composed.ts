import type { Field, FileKind } from "../fields.ts";

/** Headings that are made of two words of a language: every first with every second, "_" for the one that is joined on. */
type Pairs = readonly (readonly [first: string, second: string])[];

const items: Pairs = [
  [
    "Code |Réf. |Référence |Numéro |N° |Sigle |Clé |Identifiant |Id ",
    "article|produit|pièce|matière|matériel|marchandise|composant|de l'article|du produit",
  ],
  [
    "Código |Cód. |Referencia |Ref. |Nº |Código de |Código del |Clave |Clave de |Id ",
    "artículo|producto|material|pieza|mercancía|componente|ítem",
  ],
  [
    "Código |Cód. |Referência |Ref. |Nº |Código do |Código da ",
    "artigo|produto|material|peça|item|mercadoria|componente",
  ],
  [
    "Codice |Cod. |Riferimento |Numero |N. |Sigla |Id ",
    "articolo|prodotto|materiale|pezzo|merce|componente|art.",
  ],
  ["Artikel|Product|Materiaal|Onderdeel|Goederen", "code|nummer|nr|nr.|referentie"],
  [
    "Kod |Indeks |Numer |Nr |Symbol |Skrót |Identyfikator |Id |Oznaczenie ",
    "towaru|produktu|artykułu|materiału|wyrobu|części|asortymentu|kartoteki|materiałowy",
  ],
  [
    "Kód |Číslo |Označení |Označenie |Zkratka |Skratka |Kat. číslo |Katalogové číslo |Č. |Klíč |Id ",
    "zboží|produktu|položky|materiálu|artiklu|artikla|dílu|dielu|výrobku|tovaru",
  ],
  ["Artikel|Produkt|Material|Varu|Detalj|Artikkel|Vare|Del|Materiale|Produkt", "nummer|nr|nr.|kod|kode"],
  ["Tuote|Nimike|Materiaali|Artikkeli", "numero|koodi|tunnus|nro"],
  ["Cikk|Termék|Anyag|Áru|Tétel", "szám|kód|kódja| kód| szám"],
  ["Cod |Cod. |Referință |Număr ", "produs|articol|material|marfă|piesă"],
  ["Šifra |Kod |Broj |Oznaka ", "artikla|proizvoda|robe|materijala|artikel|izdelka|materiala|blaga"],
  ["Stok |Ürün |Malzeme |Parça |Mal |Hammadde ", "Kodu|No|Numarası|Kod"],
  [
    "Код |Номер |Артикул |Шифр ",
    "товара|номенклатуры|материала|изделия|детали|продукта|ТМЦ|товару|номенклатури|матеріалу|виробу",
  ],
  ["商品|品目|製品|部品|部材|資材|材料|アイテム", "コード|番号|CD|No|No."],
  ["商品|产品|物料|货品|材料|零件|存货|產品|貨品|料件|品項", "编码|编号|代码|号|編號|代碼|代號|料號|料号"],
  ["상품|품목|제품|자재|부품", "코드|번호| 코드| 번호"],
  ["料号|料號|品號|品号|品番|型番|図番|存货编码|JANコード|Артикул|Šifra|Varekode|Tuote|Ürün|Stok", ""],
];

const dates: Pairs = [
  [
    "Date |Date de |Date d'|Date du |Dt ",
    "facturation|facture|sortie|mouvement|mvt|vente|expédition|expéd.|BL|pièce|opération|document|consommation|enlèvement|comptable|comptabilisation|commande",
  ],
  [
    "Fecha |Fecha de |Fecha del |F. ",
    "salida|albarán|movimiento|contable|contabilización|documento|operación|consumo|emisión|venta|factura|pedido|envío|despacho",
  ],
  [
    "Data |Data de |Data da |Data do |Dt. ",
    "saída|nota|NF|emissão|movimento|lançamento|documento|venda|consumo|faturação|faturamento|fatura|requisição|encomenda|expedição",
  ],
  [
    "Data |Data di |Data del ",
    "DDT|bolla|documento|doc.|registrazione|reg.|uscita|scarico|prelievo|consumo|fattura|vendita|movimento|mov.|ordine|operazione|spedizione",
  ],
  ["Uitgifte|Verkoop|Boekings|Afname|Mutatie|Verbruiks|Document|Transactie|Verzend|Order|Factuur", "datum"],
  [
    "Data |Dt. ",
    "wydania|sprzedaży|dokumentu|dok.|rozchodu|operacji|zużycia|księgowania|transakcji|wystawienia|WZ|faktury|zamówienia|wysyłki|ruchu",
  ],
  [
    "Datum |Dátum ",
    "výdeje|výdaja|dokladu|prodeje|predaja|pohybu|účtování|účtovania|vystavení|vystavenia|spotřeby|spotreby|objednávky|faktury|expedice|expedície|transakce",
  ],
  [
    "Uttags|Order|Faktura|Försäljnings|Transaktions|Bokförings|Förbruknings|Utleverans|Verifikations",
    "datum",
  ],
  [
    "Ordre|Salgs|Bogførings|Faktura|Forbrugs|Forbruks|Udleverings|Afgangs|Bilags|Transaktions|Uttaks|Posterings|Bokførings",
    "dato",
  ],
  ["Fatura |Sipariş |Satış |Çıkış |İşlem |Hareket |Belge |Sevk |İrsaliye |Kayıt |Evrak |Tüketim ", "Tarihi"],
  [
    "Дата ",
    "отгрузки|расхода|реализации|документа|операции|продажи|заказа|списания|проводки|накладной|движения|відвантаження|документу|продажу",
  ],
  ["売上|出荷|出庫|受注|伝票|計上|販売|取引|払出|注文|使用|処理", "日|日付|年月日"],
  ["销售|出库|发货|订单|单据|领料|领用|过账|下单|交易|开票|銷售|出庫|出貨|訂單|單據|領料", "日期|时间|時間"],
  ["판매|출고|주문|출하|거래|전표", "일자|일|날짜| 일자"],
];

const quantities: Pairs = [
  [
    "Quantité |Qté |Qte |Qté. |Nombre ",
    "sortie|sorties|vendue|vendues|achetée|achetées|consommée|livrée|facturée|expédiée|prélevée|de sortie|d'unités",
  ],
  [
    "Cantidad |Cant. |Cant |Uds. |Unidades ",
    "vendida|vendidas|comprada|compradas|salida|consumida|facturada|servida|pedida|despachada|de salida|consumidas",
  ],
  [
    "Quantidade |Qtd |Qtde |Qtd. |Qtde. ",
    "vendida|comprada|saída|consumida|faturada|requisitada|expedida|pedida|de saída",
  ],
  [
    "Quantità |Q.tà |Qta |Qtà |Q.ta ",
    "venduta|acquistata|uscita|scaricata|consumata|fatturata|evasa|prelevata|ordinata|spedita|scarico",
  ],
  ["Aantal |Hoeveelheid ", "verkocht|gekocht|verbruikt|uitgegeven|afgenomen|geleverd|besteld"],
  ["Verkocht |Verbruikt |Uitgegeven |Verkochte ", "aantal|hoeveelheid"],
  ["Ilość ", "wydana|rozchodu|zużyta|sprzedana|zakupiona|kupiona|zamówiona|wydanych|sztuk"],
  ["Sprzedana |Wydana |Zużyta ", "ilość"],
  ["Množství |Počet |Množstvo ", "vydané|prodané|spotřebované|kusů|ks|výdej|predané|vydáno"],
  ["Vydané |Prodané |Predané |Spotřebované ", "množství|množstvo|ks"],
  [
    "Antal |Kvantitet |Antall |Mængde |Mengde ",
    "uttagna|uttaget|uttag|köpta|köpt|sålda|sålt|levererat|solgt|solgte|udleveret|forbrugt|forbrukt|stk|st",
  ],
  [
    "Sålt |Sålda |Såld |Solgt |Solgte |Uttaget |Förbrukat |Forbrugt |Udleveret ",
    "antal|antall|kvantitet|mængde|mengde",
  ],
  ["Satış |Çıkış |Tüketim |Sevk |Satılan |Çıkan |Kullanılan ", "Miktarı|Miktar|Adedi|Adet"],
  ["Количество |Кол-во |К-во ", "отгружено|продано|списано|расход|шт|расхода|товара"],
  ["Beställt |Beställda |Beställd |Bestilt |Bestilte |Ordrad ", "antal|antall|kvantitet|mængde|mengde"],
  ["Outwards |Outward ", "Quantity|Qty|Qty.|"],
  ["Actual ", "Usage|Usage Qty|Consumption"],
  ["Istverbrauch|Ist-Verbrauch|Tatsächlicher Verbrauch", ""],
  ["販売|出荷|出庫|売上|払出|使用|受注|消費", "数|数量"],
  ["销售|出库|发货|订购|领用|消耗|实发|出貨|銷售", "数量|數量|量"],
  ["판매|출고|주문|사용", "수량| 수량"],
  ["Расход|Отгружено|Продано|Списано|К-во|出库数|実績数量", ""],
];

const stocks: Pairs = [
  ["Stock |Stock_|Qté en |Quantité en ", "réel|physique|théorique|dispo|stock|actuel (qté)"],
  [
    "En stock|Stock réel|Stock físico|Stock real|Stock total|Existencia|Cantidad en stock|Stock físico actual",
    "",
  ],
  ["Giacenza |Esistenza |Quantità in |Scorta ", "attuale|totale|giacenza|fisica|contabile|finale"],
  [
    "Esistenza|Scorta|Estoque atual|Stock atual|Saldo em estoque|Qtd em stock|Quantidade em estoque|Estoque físico",
    "",
  ],
  ["Voorraadaantal|Actuele voorraad|Technische voorraad|Op voorraad|Voorraad aantal|Vrije voorraad", ""],
  [
    "Stan aktualny|Ilość na stanie|Zapas|Stan bieżący|Stav zásob|Na skladě|Množství na skladě|Na sklade|Stav na skladě",
    "",
  ],
  [
    "I lager|På lager|Lagerantal|Lager antal|Disponibelt saldo|Fysisk lager|Antal på lager|Antall på lager",
    "",
  ],
  ["Stok Miktarı|Eldeki Miktar|Mevcut Miktar|Güncel Stok|Kalan|Bakiye|Saldo", ""],
  [
    "Остатки|Остаток на складе|Количество на складе|Свободный остаток|Конечный остаток|Кон. остаток|Залишок|Залишки",
    "",
  ],
  [
    "在庫|現在庫|現在庫数|在庫数量|有効在庫|有効在庫数|库存数量|现存量|当前库存|可用库存|结存数量|期末库存|庫存|庫存數量|재고수량|현재고",
    "",
  ],
  [
    "Unrestricted|Unrestricted stock|Unrestr.|Frei verwendbar|Verfügbarer Bestand|Freier Bestand|Closing Stock|Closing balance|Physical Inventory|Balance Qty|Balance Quantity|Closing Qty|Closing Quantity|Ending Qty|Ending Quantity",
    "",
  ],
];

const leadTimes: Pairs = [
  [
    "Délai |Délai de |Délai d'",
    "fournisseur|réappro|réapprovisionnement|appro|approvisionnement|livraison|obtention",
  ],
  [
    "Plazo|Prazo|Delai|Délai jours|Plazo de aprovisionamiento|Días de entrega|Plazo días|Tiempo de entrega|Prazo dias|Tempo de reposição|Prazo reposição",
    "",
  ],
  [
    "Lead time |Tempo di |Tempi di |Giorni di |Giorni ",
    "approvvigionamento|consegna|fornitore|gg|giorni|riordino",
  ],
  [
    "Levertijd |Leveringstermijn|Leveringstid |Leveranstid |Levertermijn|Ledtid|Ledtid |Genanskaffelsestid|Anskaffningstid",
    "|dagen|dager|dagar|dage",
  ],
  [
    "Czas realizacji|Termin dostawy|Czas dostawy dni|Czas dostawy|Doba dodání|Termín dodání|Dodací lhůta dny|Dodacia doba",
    "",
  ],
  [
    "Temin Süresi|Tedarik Süresi Gün|Termin Süresi|Срок поставки|Срок поставки дн|Срок поставки дней|Термін поставки|Время поставки",
    "",
  ],
  [
    "リードタイム|調達期間|納期日数|調達リードタイム|発注リードタイム|采购周期|提前期|交货期|采购提前期|交期|採購週期|前置時間|리드타임|조달기간",
    "",
  ],
  [
    "Plnd Deliv. Time|Pl. Deliv. Time|Planned delivery|PDT|Supplier lead time|LT days|Lead days|Replenishment time|Vendor lead time",
    "",
  ],
];

const stockDates: Pairs = [
  ["Inventory |Count |Counting |Snapshot |Balance |Valuation |As of ", "date"],
  ["Lager|Optællings|Opgørelses|Status|Beholdnings", "dato"],
  [
    "Opgjort den|Opgjort|Per dato|Per datum|Saldodatum|Inventeringsdatum|Peildatum|Teldatum|Voorraaddatum",
    "",
  ],
  ["Date |Date de |Date d'|Date du ", "stock|inventaire|l'inventaire|situation"],
  [
    "Fecha |Fecha de |Data |Data do |Data de ",
    "inventario|stock|existencias|corte|inventário|estoque|giacenza|stanu|inwentaryzacji|spisu",
  ],
  [
    "Stan na dzień|Na dzień|Stav ke dni|Ke dni|K datu|Дата остатка|Дата остатков|На дату|Sayım Tarihi|Stok Tarihi|棚卸日|在庫日|盘点日期|库存日期|基準日",
    "",
  ],
];

const ofKind: Partial<Record<FileKind, Partial<Record<Field, Pairs>>>> = {
  orders: { item: items, date: dates, quantity: quantities },
  items: { item: items, onHand: stocks, leadTimeDays: leadTimes, stockDate: stockDates },
  "open-orders": { item: items },
};

/**
 * Headings of a field that are made of a word of the field and one of the thing, in the languages of Europe and the
 * East.
 * @example composed("orders", "date") // [… "Data DDT", "Datum výdeje", …]
 */
export const composed = (kind: FileKind, field: Field): readonly string[] =>
  (ofKind[kind]?.[field] ?? []).flatMap(([first, second]) =>
    first.split("|").flatMap((one) => second.split("|").map((other) => `${one}${other}`)),
  );

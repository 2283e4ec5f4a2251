import { normaliseHeading } from "../cells/heading-key.ts";
import { type Field, type FileKind, fieldsOf } from "./fields.ts";
import { abroad } from "./headings/abroad.ts";
import { composed } from "./headings/composed.ts";
import { calendar, decisions, openOrders, requirements, suppliers } from "./headings/of-kinds.ts";
import { headingsOfSystems } from "./headings/of-systems.ts";

/**
 * Headings of real exports by field, in order of preference: the earlier heading is taken where a file has
 * several. Normalisation makes "Art.-Nr." and "Artikelnummer" one, so each stands once.
 */
const shared: Partial<Record<Field, string>> = {
  item: `item|Artikelnummer|Art.Nr.|Inventory ID|InventoryID|Stock ID|Materialnummer|Material|MATNR|Item No.|item_code|item_id|itemNumber|Teilenummer|
    Teil|Teile-Nr.|Produktnummer|Product Number|Prod|ProductID|product_id|product code|order_line/product_id|
    order_line/product_id/default_code|Artikelcode|Artikel-ID|Artikel Nr|Sachnummer|Ident-Nr.|Identnummer|Part Number|itemnum|partnum|
    part no|partnumber|part_id|StockCode|stock code|SKU|itemId|lineObjectNumber|Artikel|Produkt|Product|
    Interne Referenz|Internal Reference|Referencia interna|Référence interne|Riferimento interno|Interne referentie|default_code|Artikelschlüssel|Interner Schlüssel|Komponente|Ware|article|
    article number|article no|material number|material_id|item code|Part|unique_id|Produkt-ID|Produktcode|Warennummer|Ident|Artikel-Key|Materialcode|Part #|Teilecode|Lineitem sku|Line Item SKU|
    Custom Label|Custom Label (SKU)|Seller SKU|Merchant SKU|Offer SKU|id_offer|Offer ID|Shop SKU|Ihre SKU|Your SKU|Eigene SKU|Ihre Artikelnummer|Your Item Number|Eigene Artikelnummer|artnr|artnum|Variant SKU|Product SKU|Bestandseinheit|MSKU|Variant code|Custom SKU|Item Variation ID|Variation ID|Varianten-ID|Variation Number|Variationsnummer|Variant code / SKU|Variantennummer|Stock item|Reference article|
    Code article|Codice articolo|Codice|Código|Codigo de articulo|Artikelcode klant|Product/Internal Reference|Model Number|PZN|products_model|product_model|Sygnatura oferty|Sygnatura produktu|Product/Service|Produit/Service|Producto/Servicio|Prodotto/Servizio|Produto/Serviço|Produkt/Dienstleistung|Produkt/Leistung|Artikel/Leistung|Product/dienst|Produkt/usługa|Produkt/tjänst|Product title|
    Order Lines/Product/Internal Reference|Indeks|Артикул|商品コード|物料编号|Nr.|Zeilenbeschriftungen|Row Labels|
    Étiquettes de lignes|Etiquetas de fila|Etichette di riga|Rijlabels|Etykiety wierszy|Popisky řádků|Rótulos de Linha|
    Radetiketter|Rækkenavne|Riviotsikot|Sorcímkék|Satır Etiketleri|Названия строк|Rækkeetiketter|Popisky riadkov|Etichete de rânduri`,
  unit: `unit|Basismengeneinheit|Lagermengeneinheit|LagerME|Lager-ME|BME|Mengeneinheit|ME|Einheit|Einheitencode|MEINS|
    Artikel-Mengeneinheit|uom|stock_uom|UnitMeasureCode|unit of measure|base unit|base unit of measure|
    Unit of Measure Code|Bestellmengeneinheit|ErfassungsMngEinh|ErfassME|ERFME|BSTME|Order Unit|
    Unit of Entry|Mengeneinh|Einh|Maßeinheit|Basis-ME|Basis-Mengeneinheit|Basiseinheit|product_uom|order_line/product_uom`,
  currency: "currency|Währung|Waehrung|WKZ|WAERS|Currency Code|Währungscode|Wrg|WKZ Umsatz|Whg|Hauswährung",
  priceUnit: `priceUnit|Preiseinheit|PE|Pro|Preis pro Anzahl|PEINH|Price Unit|price per|per|Preis pro`,
  supplier: `supplier|Lieferantennummer|Lieferant Nr.|Lieferanten-Nr.|Lieferanten-ID|Kreditorennummer|Kreditor|LIFNR|
    Eink. von Kred.-Nr.|Buy-from Vendor No.|Vendor No.|Vendor Number|VendorID|supplierID|supplier_id|supplier no|
    A0Empfaenger|partner_id|Lieferant|Vendor|Supplier Number|BusinessEntityID|Hauptlieferant|Lieferantencode|
    Partei|Bezugsquelle|Vendor Code|Preferred Vendor|Preferred Supplier|Default Vendor|Default Supplier|Primary Vendor|Primary Supplier|Standardlieferant|Stammlieferant`,
  supplierAndName:
    "Lieferant/Lieferwerk|Lieferant / Lieferwerk|Vendor/supplying plant|Supplier/Supplying Plant",
  supplierName: `supplierName|Lieferantenname|Lieferanten Firmenname|Eink. von Name|Vendor Name|Supplier Name|Firma|
    Name Lieferant|Name des Lieferanten|Kreditorname|Buy-from Vendor Name|Default Vendor Name|partner_id/name|Lieferantenbezeichnung|
    Lieferant|Vendor|Supplier`,
  location: `location|Werk|Plant|WERKS|Lagerort|LOrt|Lagerortcode|LGORT|Warenlager|warehouse|Location Code|Lager|
    Storage Location|SLoc|Standort|Filiale|LocationID|store|Lagername|Lagernummer|store_id|Store Number|
    Store No.|shop_id|Filialnummer|Filial-Nr.|Niederlassung|Branch|site|Site ID|Depot|Outlet|Verkaufsstelle`,
  project:
    "project|Projekt|Projektnummer|PSP-Element|Kostenträger|Kommission|Project No.|Job No.|WBS Element",
  name: `name|Artikelbezeichnung|Produktbeschreibung|Artikelbeschreibung|Produktbezeichnung|Bezeichnung|Bezeichnung 1|Kurztext|Mat.kurztext|Materialkurztext|Artikelname|
    Lokaler Artikelname|Beschreibung|TXZ01|MAKTX|Short Text|Description|item_name|productName|articleName|Product Name|
    Produktname|Artikeltext|Artikelbeschreibung|Materialbezeichnung|Bezeichnung 2|Kurzbezeichnung|Item Description|
    Teilebezeichnung|Artikelbez.|Bez.|Material Description|Benennung|Artikel|Produkt|Product|Item|Text|title|Lineitem name|Line Item Name`,
  group: `group|Warengruppe|Warengruppen-Name|Artikelgruppe|Produktkategorie|item group|item_group|category|
    Materialgruppe|Warengr.|MATKL|Product Category|Material Group|Produktgruppe|Kategorie|Hauptwarengruppe|
    categoryID|Item Category Code|Artikelkategoriencode|Warengr.-Kurzbez.|product group|categ_id`,
  owner: `owner|Disponent|Einkäufer|Einkäufergruppe|Buyer|Planner|MRP Controller|Purchasing Group|EKGRP|DISPO|
    Purchaser Code|Einkäufercode|Sachbearbeiter`,
  supplierItem: `supplierItem|Lieferantenartikelnummer|Lieferanten-Artikelnummer|Lieferantenmaterialnr.|
    Lieferantenproduktnummer|Artikelnummer Lieferant|HAN|Vendor Item No.|Kred.-Artikelnr.|IDNLF|supplier item|
    supplier_item_id|supplier part no|Bestellnummer Lieferant|Lief.-Artikelnr.|Lieferantenartikelnr|
    Vendor Material Number|Supplier Product Code|Lieferanten-Artikelcode|Herstellerartikelnummer|Default Vendor Code`,
  purchaseUnit: `purchaseUnit|Bestelleinheit|Einkaufseinheit|Einkaufsmengeneinheit|Purchase Unit|
    Purch. Unit of Measure|Einkaufseinheitencode|purchase_uom|Bestellmengeneinheit|BSTME|Purchase Unit of Measure`,
  unitsPerPurchaseUnit: `unitsPerPurchaseUnit|Umrechnungsfaktor|Umrechnung|Faktor Bestelleinheit|Inhalt|
    units per purchase unit|Menge pro Einheit|Qty. per Unit of Measure|conversion_factor|UMREZ`,
  onHand: `onHand|Lagerbestand|Bestand|Aktueller Bestand|Frei verwendbar|Frei verwendbarer Bestand|LABST|
    Unrestricted|Unrestricted-use stock|unitsInStock|fLagerbestand|Verfügbarer Bestand|quantity_on_hand|Qty on Hand|
    Quantity on Hand|on hand|stock on hand|stock_on_hand|stock|Inventory|Bestandsmenge|Istbestand|
    Physischer Bestand|Bewerteter Bestand|qty_available|actual_qty|Gesamtbestand|Lagerbestand Menge|current stock|Verfügbare Menge|Vorrätige Menge|Available Quantity|Quantity Available|Qty Available|Lagerbestand gesamt|
    Physical Stock|Physical Inventory|Physischer Lagerbestand|Available Stock|Stock Quantity|Available|Verfügbar`,
  onOrder: `onOrder|Bestellbestand|Offene Bestellmenge|Offene Bestellungen|Menge in Bestellung|unitsOnOrder|
    Qty. on Purch. Order|OnOrderQty|on order|ordered_qty|qty on order|Bestellt|Zulauf|Menge in EK-Bestellung|
    im Zulauf|open purchase qty|Bestellmenge offen`,
  backorders: "backorders|Rückstand|Rückstände|Lieferrückstand|backlog|backorder|Fehlmenge|Auftragsrückstand",
  reserved: `reserved|Reserviert|Reservierte Menge|Reservierungen|reserved_qty|Menge in Auftrag|allocated|
    Reservierter Bestand|Auftragsbestand`,
  stockDate:
    "stockDate|Bestandsdatum|Bestand per|Stichtag|Bestandsstichtag|Stock Date|stock_date|Bestand vom",
  leadTimeDays: `leadTimeDays|Vendors/Delivery Lead Time|Lieferanten/Lieferzeit|Wiederbeschaffungszeit|WBZ|LZ|LZ Tage|LZ in Tagen|Planlieferzeit|Beschaffungszeit|Lieferzeit|Lieferfrist|
    Wiederbeschaffungstage|PLIFZ|APLFZ|lead_time_days|Lead Time Calculation|Lead Time|lead time days|
    AverageLeadTime|Durchschnittliche Lieferzeit|Planned Delivery Time|Planned Deliv. Time|lead_time|
    Lieferzeit Tage|Lieferzeit in Tagen|Wiederbeschaffungszeit Tage|Gesamtwiederbeschaffungszeit|delivery lead time|
    lead time weeks|lead_time_weeks|Lieferzeit Wochen|lead time months|Lieferzeit in Wochen|WBZ Wochen|WBZ Tage|
    lead time working days|Wiederbeschaffungszeit in Tagen|Wiederbeschaffungszeit in Wochen|
    Lieferzeit Arbeitstage|Lieferzeit in Arbeitstagen|Wiederbeschaffungszeit in Arbeitstagen|WBZ in Tagen|
    WBZ in Arbeitstagen|WBZ Arbeitstage|WBZ AT|Lieferzeit Werktage|Lieferzeit Monate|delay`,
  leadTimeSdDays: `leadTimeSdDays|Streuung Lieferzeit|Standardabweichung Lieferzeit|lead time sd|lead time std|
    lead_time_sd_days|Lieferzeitstreuung|lead time standard deviation`,
  leadTimeUnit: "leadTimeUnit|Einheit Lieferzeit|WBZ-Einheit|lead time unit|lead_time_unit|Lieferzeiteinheit",
  goodsReceiptWorkingDays: `goodsReceiptWorkingDays|WE-Bearbeitungszeit|Wareneingangsbearbeitungszeit|WEBAZ|
    GR Processing Time|Goods Receipt Processing Time|Bearbeitungszeit Wareneingang|goods receipt days|Prüfzeit`,
  reviewDays: `reviewDays|Bestellrhythmus|Bestellzyklus|Dispositionsrhythmus|review days|review period|
    Überprüfungszeitraum|review_days|Überprüfungsintervall|Reorder Cycle`,
  minimumOrder: `minimumOrder|Mindestbestellmenge|MBM|Mindestlosgröße|Minimale Losgröße|Mindestabnahme|
    Mindestabnahmemenge|min_order_qty|Minimum Order Quantity|Minimum Order|MOQ|fMindestbestellmenge|MinOrderQty|
    BSTMI|Minimum Lot Size|Mindestmenge|minimum qty|min qty|Min. Bestellmenge|min_qty|Mindestauftragsmenge`,
  packSize: `packSize|VPE|VPE 1|VE|Verpackungseinheit|Verpackungsmenge|Gebinde|Gebindemenge|Packeinheit|Rundungswert|
    Losgrößenrundungsfaktor|Abnahmeintervall|BSTRF|Order Multiple|fPackeinheit|fAbnahmeintervall|pack_size|
    pack size|Packungsgröße|Rounding Value|Karton|qty_multiple|order multiple|Verpackungsgröße|Losgrößenvielfaches`,
  priceBreaks: "priceBreaks|Staffelpreise|Staffelpreis|Preisstaffel|Price Breaks|price_breaks|Staffel",
  orderCost: `orderCost|Bestellkosten|Bestellkosten je Bestellung|order cost|order_cost|ordering cost|
    bestellfixe Kosten|cost per order|Fixe Bestellkosten|order_cost_eur`,
  holdingRatePerYear: `holdingRatePerYear|Lagerhaltungskostensatz|Lagerkostensatz|Lagerhaltungskosten|holding rate|
    Lagerzinssatz|holding cost rate|carrying rate|Lagerkosten|holding_rate_per_year`,
  backorderCost: "backorderCost|Fehlmengenkosten|backorder cost|stockout cost|Fehlkosten",
  shortage: `shortage|Fehlmengenart|Fehlmengenmodell|Fehlmengenfall|shortage model|shortage type|unmet demand|
    bei Fehlmenge|stockout behaviour|stockout behavior`,
  lostShare: `lostShare|Verlustanteil|Anteil verloren|lost share|lost sales share|share lost|Anteil entgangener Verkäufe`,
  shortageCost: `shortageCost|shortage cost|Fehlmengenkosten je Stück|Fehlmengenkosten pro Stück|cost per unit short|
    shortage cost per unit|lost sales cost|Kosten je Fehlmenge|Kosten je fehlendem Stück|entgangener Deckungsbeitrag|lost margin`,
  holdingCostPerUnit: `holdingCostPerUnit|holding cost per unit|Lagerkosten je Stück|Lagerkosten pro Stück|
    Lagerhaltungskosten je Stück|Lagerhaltungskosten pro Stück|carrying cost per unit|storage cost per unit`,
  holdingPer: `holdingPer|holding per|Lagerkosten je Zeitraum|Lagerkosten Zeitraum|holding period|holding cost period|
    Zeitraum der Lagerkosten`,
  serviceLevel: `serviceLevel|Servicegrad|Lieferbereitschaftsgrad|Lieferbereitschaft|Service Level|
    Ziel-Servicegrad|service_level|Servicelevel`,
  serviceType: "serviceType|Servicegrad-Art|Service Type|Servicegradtyp|service_type",
  safetyStock: `safetyStock|Sicherheitsbestand|eiserner Bestand|Pufferbestand|safety_stock|SafetyStockLevel|
    Safety Stock|Safety Stock Quantity|EISBE|buffer stock`,
  reorderPoint: `reorderPoint|Meldebestand|Bestellpunkt|Bestellgrenze|Anforderungsbestand|Nachbestellpunkt|
    Minimalbestand|Minimale Menge|Reorder Point|warehouse_reorder_level|reorderLevel|MINBE|reorder_level|
    product_min_qty|min stock level|MinimumBeforeReorder|Minimum before reorder`,
  maximumStock: `maximumStock|Höchstbestand|Maximalbestand|Zielbestand|Sollbestand|Zielmenge|Maximum Inventory|
    Maximum Stock|max stock|MABST|Maximum Stock Level|maximum_stock|product_max_qty|order up to level|Max. Bestand`,
  shelfLifeDays: `shelfLifeDays|Mindesthaltbarkeit|MHD|Restlaufzeit|Haltbarkeit|Shelf Life|shelf_life_in_days|
    Haltbarkeit Tage|Mindestrestlaufzeit|Gesamthaltbarkeit|shelf life days`,
  planning: "planning|Planung|Planungsart|Planning|Disposition",
  successor: `successor|Nachfolger|Nachfolgeartikel|Nachfolgematerial|successor item|replaced by|
    Follow-up Material|ersetzt durch`,
  successorFrom: "successorFrom|Nachfolger ab|gültig ab Nachfolger|successor from|Follow-up Date|ersetzt ab",
  likeItem: "likeItem|Vergleichsartikel|Referenzartikel|like item|like_item|Reference Item|analogous item",
  likeFactor: "likeFactor|Vergleichsfaktor|like factor|Referenzfaktor|like_factor",
  phaseOut: `phaseOut|Auslaufartikel|Auslauf|Auslaufdatum|discontinued|phase out|phase-out|Phase Out Date|
    auslaufend|abgekündigt|Auslaufkennzeichen|DiscontinuedDate`,
  preferred: `preferred|Primäre Bezugsquelle|Hauptbezugsquelle|bevorzugt|Standardlieferant|preferred supplier|
    Hauptlieferant ja/nein|preferred vendor`,
  share: `share|Lieferanteil|Bezugsanteil|Quotierung|Quotenanteil|Anteil der Quelle|quota|supply share|source share|
    supplier share|vendor share`,
  deleted: `deleted|Löschkennzeichen|Löschvormerkung|Lösch-Kz|LOEKZ|LVORM|Deletion Indicator|gelöscht|L|D|storniert|
    Deletion Flag`,
  active: "active|Artikel aktiv|aktiv|active flag|is_active|enabled",
  direction:
    "direction|Soll/Haben-Kennzeichen|SHKZG|S/H|Soll/Haben|Debit/Credit|Debit/Credit Ind.|S/H-Kennz.",
  customer: `customer|Kunde|Kundennummer|Customer No.|CustomerID|Debitor|Debitorennummer|customer_id|KUNNR|
    Kundenname|Sell-to Customer No.|Verk. an Deb.-Nr.|Customer|EMail|E-Mail|customer name|email`,
};

const orders: Partial<Record<Field, string>> = {
  date: `date|Buchungsdatum|Buch.dat.|Posting Date|BUDAT|postingDate|Verbrauchsdatum|Entnahmedatum|Bewegungsdatum|
    Bestelldatum|Order Date|BEDAT|date_order|transaction_date|Auftragsdatum|Belegdatum|Document Date|
    InvoiceDate|Invoice Date|Rechnungsdatum|Datum|Tag|day|Kalenderwoche|KW|Woche|Week|ISO-Woche|Monat|Month|
    Kalendermonat|Kalenderjahr/Monat|yearmonth|year_month|yyyymm|JJJJMM|Monat/Jahr|Jahr/Monat|month year|anomes|año mes|Periode|Period|Buchungsperiode|Jahrmonat|Quartal|Quarter|sale date|sales date|
    Verkaufsdatum|Lieferscheindatum|consumption date|movement date|ds|timestamp|Zeitpunkt|Zeitstempel|Datum/Uhrzeit|Bedarfsdatum|
    Bestelltag|Buchungstag|order_date|purchase date|Datum Beleg|Kalendertag|Buchungstag|Datum Buchung|Erstelldatum Bestellung|Transaction Date|trans date|Warenausgangsdatum|Abgangsdatum|Bestellt am|ordered on|created on|
    Created at|Erfasst am|Sale Date|Paid on Date|Date de commande|Date|Data|Data ordine|Fecha|Fecha de pedido|Orderdatum|
    Order Reference/Order Date|Entry Date|purchase-date|RE-Datum|Rg.-Datum|LS-Datum|Transaction creation date|Created Time|Creation Time|TimeOfOrder|posted-date|Date posted|Interval|Order created date|Order creation date|Order placed|Order time|Created date|Date created|Date ordered|Ordered date|Date placed|Placed on|Placed at|Sold at|Sold on|Date sold|Due|creation date|created|erstellt am|angelegt am|Purchased On|week_start|Week Beginning|Week Commencing|week starting|week of|week_end|Week Ending|Wochenbeginn|Wochenstart|Woche vom|month_start|Month Beginning|month_end|period_start|Period Start|Periodenbeginn|Ship Date|Shipped Date|Shipping Date|Shipped at|Shipped on|Versanddatum|Versendet am|Physical date|Dte cpt.|Date comptable|Date cpt.`,
  quantity: `quantity|Menge in Lager-ME|Menge Basis|Basismenge|Menge in Basis-ME|
    Menge in BME|stock_qty|Menge|MENGE|Gesamtverbrauch|Verbrauch|Verbrauchsmenge|Bestellmenge|
    Best_Menge|Best.-Menge|Order Quantity|OrderQty|order_line/product_qty|product_qty|Qty|Menge in ErfassME|ERFMG|
    Qty in Un. of Entry|Qty in UnE|Quantity in UnE|Einteilungsmenge|Absatz|Absatzmenge|Verkaufsmenge|Auftragsmenge|Abgangsmenge|Stückzahl|
    Anzahl|Quantity Ordered|Ordered Quantity|units|demand|consumption|sales qty|quantity sold|Units Sold|Items Sold|Net Items Sold|Net Quantity|Net Quantity Sold|Net Units|Total Items Sold|Pieces Sold|Quantity Dispensed|Quantity Picked|Quantity Used|Quantity Consumed|Quantity Withdrawn|Quantity Supplied|Quantity Taken|Anz.|Verkaufte Artikel|Verkaufte Stück|Issue Qty|Qty Issued|Packungen|
    Liefermenge|Bewegungsmenge|Buchungsmenge|Entnahmemenge|Stück|y|Menge bestellt|Bedarf|Bedarfsmenge|Ausgang|
    Menge (Basis)|Abgang|Stk|Stk.|Stückzahlen|VK-Menge|Abverkauf|Verkäufe|Absatz Stück|Verbrauch Stück|Ist-Menge|Istmenge|sold|sales|usage|issued quantity|order_line/product_uom_qty|product_uom_qty|qty_ordered|Fakturierte Menge|
    Lineitem quantity|Out Qty|Qty Out|Quantité|Quantite|Qté|Quantità|Cantidad|Aantal|Ilość|Количество|数量|actual_qty|
    Order_Demand|Order Lines/Quantity`,
  kind: `kind|Bewegungsart|BwA|BwArt|Bew.Art|BewegArt|BWART|Movement Type|Postenart|Entry Type|entryType|Vorgangsart|Vorgang|
    Belegart|Buchungsart|Transaktionsart|Transaction Type|Aktion|Bewegung|Art der Bewegung|movement|MvT|
    Bestellentwicklungstyp|Document Type|type of movement|voucher_type|Postentyp|Auftragsart`,
  rowType:
    "rowType|Art|Type|Positionstyp|Zeilenart|Line Type|Positionsart|Tipo|Soort|Tipo línea|Type ligne|Tipo riga",
  unitFactor: `unitFactor|Umrechnungsfaktor|conversion_factor|Menge pro Einheit|Qty. per Unit of Measure|Faktor|
    unit factor|conversion factor|units per pack|Umrechnung|pieces per unit|units per unit|Stück je Einheit|Stück pro Einheit|Stück je ME|
    pièces par unité|piezas por unidad|pezzi per unità|stuks per eenheid|sztuk w jednostce|kusů v jednotce|antal per enhet`,
  price: `price|Nettopreis|Einzelpreis|EK-Preis|EK-Preis ohne MwSt.|EK Netto|Best_Preis|Einstandspreis|Nettopreis/ME|
    Bruttokaufpreis|NETPR|Net price|Direct Unit Cost|rate|unitCost|Unit Cost|unit_cost|unitPrice|Unit Price|
    order_line/price_unit|Preis|VK Netto|Verkaufspreis|VK-Preis|Sales Price|Stückpreis|Preis je Einheit|Einzelpreis netto|unit_cost_eur|
    Einkaufspreis|Preis pro Einheit|EP|cost price|net unit price|selling price|Lineitem price|Price Each|Item Cost|Prix unitaire|Prezzo unitario|Precio unitario|
    valuation_rate|Preis/ME`,
  order: `order|Bestellnummer|Einkaufsbeleg|EinkBeleg|Best_Nr|Belegnummer|Belegnr.|EBELN|Purchasing Document|
    Document No.|order_id|order_id/name|Auftragsreferenz|Order Reference|Materialbeleg|MBLNR|Auftragsnummer|
    InvoiceNo|Invoice No.|Rechnungsnummer|PurchaseOrderID|Purchase Order|PO Number|PO No.|Order No.|Order Number|Order Ref|Order Ref.|RE-Nr.|Rg.-Nr.|LS-Nr.|AB-Nr.|
    orderID|Beleg|Bestellung|BelID|Lieferscheinnummer|Vorgangsnummer|order_no|document number|Belegfeld 1|
    Material Document|sales order|Auftrag|VBELN|Best.-Nr.|documentNumber|voucher_no|purchase_order|Vorgangsnr|
    invoice number|invoice|invoice_id|transaction_id|receipt no`,
  line: `line|Position|Pos|Pos.|BestPos|Zeilennr.|Lfd. Nr.|EBELP|entryNumber|Positionsnummer|Line No.|Line Number|
    PurchaseOrderDetailID|line_no|Zeile|ZEILE|Material Doc.Item|Materialbelegposition|Entry No.|POSNR|Best.-Pos.|
    Belegposition|Bestellposition|order_line_id|Mat.Belegpos.|idx`,
  dueDate: `dueDate|Liefertermin|Lieferdatum|LTermin|Wunschtermin|Erwartetes Wareneingangsdatum|
    Erw. Wareneingangsdatum|Gewünschtes Wareneingangsdatum|EINDT|date_planned|schedule_date|Due Date|
    Delivery Date|Expected Receipt Date|requiredDate|Required By|Lief.datum|Wunschlieferdatum|promised date|
    Bestae_Termin|Bestätigter Termin|Requested Receipt Date|Promised Receipt Date|Zugesagtes Wareneingangsdatum|
    order_line/date_planned|Lieferdatum soll|Solltermin|expected date|due_date|Geplanter Liefertermin`,
  receiptDate: `receiptDate|Wareneingang|Wareneingangsdatum|WE-Datum|Eingangsdatum|Receipt Date|receipt_date|
    Lieferdatum ist|Zugangsdatum|date received|received date|Goods Receipt Date|Istlieferdatum|WE Datum|
    Tatsächliches Lieferdatum|date_done|effective_date|actual delivery date`,
  receivedQuantity: `receivedQuantity|Gelieferte Menge|ReceivedQty|Received Quantity|Quantity Received|WE-Menge|
    Eingangsmenge|received_qty|qty_received|Wareneingangsmenge|Gelieferte Mg.|geliefert|Delivered Quantity|
    order_line/qty_received|Menge geliefert|Quantity Delivered`,
  openQuantity: `openQuantity|noch zu liefern (Menge)|Restmenge|Offene Menge|Still to be delivered (qty)|
    Outstanding Quantity|open quantity|open qty|Offen|Menge offen|Remaining Quantity|Ausstehende Menge`,
  completed: "completed|Endlieferung|Endlieferungskennzeichen|ELIKZ|Delivery Completed|EL",
  amount: `amount|Gesamtwert|Gesamtpreis|LineTotal|Line Total|Zeilenbetrag|Betrag|Nettowert|Bestellwert|Positionswert|
    Wert|Umsatz|Total|Summe|Betrag Hauswähr|Betrag Hauswährung|Amount in LC|Line Amount|Nettobetrag|Betrag netto|
    Umsatz (ohne Soll/Haben-Kz)|costAmountActual|subtotal|revenue|sales value|total price|order_line/price_subtotal`,
  reference: `reference|Referenzbeleg|Ursprungsbeleg|Bezugsbeleg|Storno zu|Gutschrift zu|Original Invoice|
    Original Order|Reversal of|Reversed Document|Storniert Beleg|Ausgleich mit Lfd. Nr.|reversed|Stornobeleg|
    return of|return against|return_against|original document|Bezug|Ref.-Beleg`,
  entryDate:
    "entryDate|Erfassungsdatum|Entry Date|CPUDT|Erfasst am|created|create_date|Anlagedatum|ModifiedDate",
  orderQuantity: "orderQuantity|Bestellmenge|Order Quantity|qty|Menge in ErfassME",
};

const items: Partial<Record<Field, string>> = {
  stockDate: `${shared.stockDate}|Datum|Date|Bestand am|Buchungsdatum|Inventurdatum|per|as of|Stand|snapshot date`,
  unitCost: `unitCost|Einstandspreis|EK-Preis|EK Netto|Einkaufspreis|Nettopreis|unit cost|Standardpreis|
    Gleitender Durchschnittspreis|GLD|Verrechnungspreis|Bewertungspreis|NETPR|STPRS|VERPR|StandardCost|
    Standard Cost|Default Cost|StandardPrice|LastReceiptCost|Last Direct Cost|Letzter EK-Preis|cost|cost price|standard_price|
    Bruttokaufpreis|EK|valuation_rate|last_purchase_rate|Direct Unit Cost|unit_cost_eur|Durchschnittlicher EK|Moving Average Price|purchase price|Purchase Rate|Default Unit Cost|Cost per item|Cost per unit|Buying Price|Average Cost|Last Cost|
    Net price|price|Preis|Einzelpreis|unit price|unitPrice|Stückpreis|rate`,
  packSize: `${shared.packSize}|unitsPerPack|PackQty`,
};

const byKind: Readonly<Record<FileKind, Partial<Record<Field, string>>>> = {
  orders: { ...shared, ...orders },
  items: { ...shared, ...items },
  suppliers: { ...shared, ...suppliers },
  "open-orders": { ...shared, ...orders, ...openOrders },
  requirements: { ...shared, ...requirements },
  calendar: { ...shared, ...calendar },
  decisions: { ...shared, ...decisions },
};

/** A heading that names a field; the lower the rank, the more it is preferred among several. */
interface Synonym {
  readonly field: Field;
  readonly key: string;
  readonly words: readonly string[];
  readonly rank: number;
  /** Only the heading itself means the field, not what looks like it. */
  readonly isStrict: boolean;
  /** Place among all synonyms of the file. */
  readonly place: number;
}

/** In lists of items these name the item; in a line they are as often the number of its document. */
const ofItems = "Référence|Réf.|Referência|Riferimento";

function synonymsFor(kind: FileKind): Synonym[] {
  const all = fieldsOf[kind].flatMap((field) => {
    const seen = new Set<string>();
    const own = kind === "items" && field === "item" ? ofItems : "";
    const texts = [field, byKind[kind][field] ?? "", abroad(kind, field), own].join("|").split("|");
    const of =
      (isStrict: boolean) =>
      (text: string): Omit<Synonym, "place">[] => {
        const { key, words } = normaliseHeading(text.trim());
        if (key === "" || seen.has(key)) return [];
        seen.add(key);
        return [{ field, key, words, rank: seen.size - 1, isStrict }];
      };
    const asTheyStand = [...composed(kind, field), ...headingsOfSystems(kind, field)];
    return [...texts.flatMap(of(false)), ...asTheyStand.flatMap(of(true))];
  });
  return all.map((synonym, place) => ({ ...synonym, place }));
}

/** The synonyms of a file as a heading is looked up among them. */
interface SynonymIndex {
  readonly byKey: ReadonlyMap<string, readonly Synonym[]>;
  /** Those that a heading may merely look like, by their words in one text. */
  readonly byWords: ReadonlyMap<string, readonly Synonym[]>;
}

const indexes = new Map<FileKind, SynonymIndex>();

/** Every synonym of the fields of a file, by key: a table of thousands of columns asks for each of them. */
export function synonymIndex(kind: FileKind): SynonymIndex {
  const known = indexes.get(kind);
  if (known !== undefined) return known;
  const all = synonymsOf(kind);
  const likely = all.filter(({ isStrict }) => !isStrict);
  const made = {
    byKey: Map.groupBy(all, ({ key }) => key),
    byWords: Map.groupBy(likely, ({ words }) => words.join(" ")),
  };
  indexes.set(kind, made);
  return made;
}

const tables = new Map<FileKind, readonly Synonym[]>();

/** Every synonym of the fields of a file. */
export function synonymsOf(kind: FileKind): readonly Synonym[] {
  const known = tables.get(kind);
  if (known !== undefined) return known;
  const made = synonymsFor(kind);
  tables.set(kind, made);
  return made;
}

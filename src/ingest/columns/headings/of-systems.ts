import type { Field, FileKind } from "../fields.ts";

/**
 * Names of columns as the tables of merchandise systems have them (M3, JD Edwards, QAD, Baan, Oracle, SAP, Sage, Totvs
 * and others), and headings of their English lists. They mean the field only as they stand.
 */
const lines: Partial<Record<Field, string>> = {
  item: `ITNO|LITM|SDLITM|ILLITM|SDITM|2nd Item Number|sod_part|tr_part|idh_part|pt_part|t$item|Ordered Item|ITEM_NUMBER|
    SEGMENT1|OrderDtl_PartNum|PartTran_PartNum|Catalog No|Sales Part No|Sales Part|ITMREF|AR_Ref|MStockCode|D2_COD|
    C6_PRODUTO|D3_COD|Inventory Item Code|InventoryItemCode|Stock Item Code|Item ID|Part ID|Item / SKU|Style Number|
    Product Ref|Search Key|Product Search Key|Item Search Key|Product Reference|Product Key|Artikel-Code|Sachnr|Ident-Nummer|Teilnummer|SKU Code|SKU Number|SKU ID|
    Product SKU Code|Item SKU|Material Code|Material No|Goods No|Item Reference|Ersatzteil|Ersatzteilnummer|Ersatzteil-Nr.|Spare part|Spare part no|Spare part number|Tool No|Tool Number|Werkzeug|Werkzeugnummer|Gericht|Speise|Dish|Meal|Menu Item|Plat|Piatto|Plato|Verbrauchsmaterial|Consumable|OZ|Ordnungszahl|Futtermittel|Saatgut|Dünger|Düngemittel|Pflanzenschutzmittel|Betriebsmittel|Zutat|Ingredient|Ingrediente|Ingrédient|Medikament|Arzneimittel|Präparat|Medication|Medicine|Medicament|Rohstoff|Raw Material|Hilfsstoff|Verbrauchsgut|Feed|Fertilizer|Seed|Chemical|Aliment|Mangime|Pienso|
    Component|Component Item|Component Part|Component No.|Component Code|Component Item No.|Component Material|Component Product|Component SKU|Komponentennummer|Komponenten-Nr.|Composant`,
  date: `ORDT|RGDT|TRDT|SDTRDJ|ILTRDJ|so_ord_date|tr_effdate|tr_date|ih_inv_date|t$odat|ORDERED_DATE|Ordered Date|
    OrderHed_OrderDate|PartTran_TranDate|TranDate|Date Entered|ERDAT|AUDAT|FKDAT|WADAT_IST|DocDate|IPTDAT|ORDDAT|INVDAT|
    DO_Date|TrnDate|D2_EMISSAO|D3_EMISSAO|ord_dt|DATEPHYSICAL|CREATEDDATETIME|Order created date|Order creation date|
    Order created at|Order created|Order placed date|Order placed on|Order placed|Ordered at|Date ordered|Date of order|
    Order entry date|Order Day|Order time|Order datetime|Auftragseingang|Auftragseingangsdatum|Bestelleingang|
    Anlagedatum|Erfassungsdatum|create_date|CPUDT|Angelegt am|Effective|Effective date|Txn Date|Ledger date|
    Movement posting date|Stock date`,
  quantity: `ORQT|DLQT|IVQT|TRQT|SDUORG|SDSOQS|ILTRQT|sod_qty_ord|sod_qty_ship|tr_qty_loc|tr_qty_chg|idh_qty_inv|t$qoor|
    TRANSACTION_QUANTITY|PRIMARY_QUANTITY|Transaction Qty|Primary Qty|OrderDtl_OrderQty|PartTran_TranQty|TranQty|
    BUY_QTY_DUE|KWMENG|FKIMG|LFIMG|QTYSTU|DL_Qte|MOrderQty|TrnQty|D2_QUANT|C6_QTDVEN|D3_QUANT|SALESQTY|Sales Quantity|
    Menge gesamt|Gesamtmenge|Total quantity|Qty total|Anz.|Mng.|Mge.|Qnt.|Qtty|Quant.|Ieșiri|Ieșire|Iesiri|Iesire|Izlaz|Izlazi|Change|Net change|Net Qty|Qty Delta|Delta|Loc Qty Change|Qty Change|Quantity Change|Change Qty|Txn Qty|Transaction Quantity|Amount used|Amount consumed|Amount issued|Amount dispensed|Amount withdrawn|Quantity Purchased|Qty Purchased|Total usage|Total Consumption|Gesamtverbrauch`,
  kind: "TTYP|tr_type|Tran Type|TranType|Txn Type|Trx Type|TRSTYP|Doc Ty|Do Ty|Or Ty|Order Ty|TRANSACTION_TYPE_NAME",
  order: `ORNO|RIDN|SDDOCO|ILDOC|sod_nbr|tr_nbr|t$orno|OrderHed_OrderNum|OrderDtl_OrderNum|DocNum|VCRNUM|SOHNUM|DO_Piece|
    SALESID|INVOICEID|co_num|D2_DOC|C6_NUM|id_order|id_pedido|id_commande|id_ordine`,
  line: "PONR|SDLNID|sod_line|t$pono|OrderDtl_OrderLine|LINENUM|DL_Ligne|Trans ID|Transaction Number|Rel No",
  customer: `CUNO|SDAN8|Sold To|Sold-To|Sold To Party|Sold To Customer|CardCode|CardName|
    BPCORD|DO_Tiers|Customer Account`,
  price: "SAPR|SDUPRC|sod_price|UNIT_SELLING_PRICE|Unit Selling Price|UnitAmount|DL_PrixUnitaire|SALESPRICE",
  amount:
    "LNAM|SDAEXP|LINEAMOUNT|NETWR|Extended Amount|Ext Amount|Extended Price|Ext Price|DL_MontantHT|GP|Ges.-Preis|Gesamtpr.",
  dueDate: `DWDT|REQUEST_DATE|Request Date|Requested Date|Need By|Need By Date|Wanted Delivery Date|Delivery deadline|
    Deadline|Ship By|Ship By Date|Requested Ship Date|Requested Delivery Date|Promise Date|Date Promised|Date Required|Bedarfstermin|Requirement Date|Requirements Date|Reqmts Date|Reqmt Date`,
  location: "WHLO|SDMCU|ILMCU|sod_loc|tr_site|Branch/Plant|STOFCY|DE_No",
  name: "ITDS|ITMDES|DL_Design|Dscription|SDDSC1",
  unit: "ALUN|UNMS|SDUOM|sod_um|ORDER_QUANTITY_UOM|VRKME|SALESUNIT|STU",
};

/** @example headingsOfSystems("orders", "item") // ["ITNO", "LITM", …] */
export const headingsOfSystems = (kind: FileKind, field: Field): readonly string[] =>
  kind === "orders" ? (lines[field]?.split("|") ?? []) : [];

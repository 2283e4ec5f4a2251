import type { Field } from "../fields.ts";

// Headings of suppliers, open orders, requirements, calendar and decisions, where they go before the shared ones; those of
// orders and items stand in synonyms.ts.

export const suppliers: Partial<Record<Field, string>> = {
  name: `name|Firma|Lieferantenname|Name|Name 1|NAME1|companyName|Company Name|Vendor Name|Supplier Name|Bezeichnung|
    Lieferanten Firmenname|supplier_name|Matchcode|Lieferant Name|
    Nom|Raison sociale|Nombre|Razón social|Ragione sociale|Denominazione|Naam|Bedrijfsnaam|Nazwa|Nazwa dostawcy|Název|Název dodavatele|Namn|Leverantörsnamn`,
  minimumValue: `minimumValue|Mindestbestellwert|Min.bestellwert|minimum order value|min_order_value|minimum value|
    Mindestauftragswert|Minimum Order Amount|MINBW|
    Minimum de commande|Montant minimum|Franco minimum|Pedido mínimo|Importe mínimo|Ordine minimo|Importo minimo|Minimale orderwaarde|
    Minimum orderbedrag|Minimalna wartość zamówienia|Minimalne zamówienie|Minimální objednávka|Minsta ordervärde`,
  freeFreightValue: `freeFreightValue|Frei-Haus-Grenze|Freihausgrenze|Frachtfrei ab|frei Haus ab|free freight|
    free freight limit|free freight value|Porto frei ab|free shipping from|
    Franco de port|Franco de port à partir de|Portes gratis desde|Portes pagados desde|Porto franco da|
    Franco da|Franco vanaf|Vrachtvrij vanaf|Darmowa dostawa od|Doprava zdarma od|Fraktfritt från|Fri frakt från`,
  surcharge:
    "surcharge|Mindermengenzuschlag|Kleinmengenzuschlag|Mindermengenaufschlag|small order surcharge|Porto",
  orderDays: `orderDays|Bestelltage|Bestelltag|order days|order_days|Liefertage|ordering days|
    Jours de commande|Días de pedido|Giorni di ordine|Besteldagen|Dni zamówień|Dny objednávek|Beställningsdagar`,
  state:
    "state|Bundesland|Region|holiday calendar|Feiertagskalender|Land/Bundesland|Fabrikkalender|region code",
  paymentDays: `paymentDays|Zahlungsziel|Zahlungsziel Tage|Zahlungsziel (Tage)|payment days|payment term|
    net days|payment_days|Nettotage|Zahlungsfrist|
    Délai de paiement|Délai de règlement|Días de pago|Plazo de pago|Giorni di pagamento|Termini di pagamento|
    Betalingstermijn|Betaaltermijn|Termin płatności|Dni płatności|Splatnost|Betalningsvillkor|Betalningsdagar`,
  discountPercent: `discountPercent|Skonto|Skonto %|Skontosatz|Skonto Prozent|discount %|cash discount|discount_percent|
    Escompte|Descuento pronto pago|Sconto cassa|Betalingskorting|Skonto procent|Kassarabatt`,
  discountDays: "discountDays|Skontotage|Skontofrist|discount days|discount_days|Skonto Tage",
  depositPercent: "depositPercent|Anzahlung|Anzahlung %|deposit|deposit %|deposit_percent|Anzahlungssatz",
};

export const openOrders: Partial<Record<Field, string>> = {
  date: `date|Due|Due On|Fällig|Fällig am|Promised|Confirmed Date|Confirmed Delivery Date|Confirmed Receipt Date|Bestätigtes Lieferdatum|Bestätigter Liefertermin|
    Best. Liefertermin|Liefertermin bestätigt|Liefertermin|Lieferdatum|Erwartetes Wareneingangsdatum|Erw. Wareneingangsdatum|Bestätigter Termin|
    Bestae_Termin|dueDate|Due Date|Delivery Date|Expected Receipt Date|EINDT|LTermin|Wunschtermin|date_planned|
    schedule_date|expected date|Zugesagtes Wareneingangsdatum|Geplanter Liefertermin|Gewünschtes Wareneingangsdatum|
    promised date|Promise Date|Voraussichtlicher Liefertermin|
    Voraussichtliches Lieferdatum|Geplantes Lieferdatum|Erwartetes Lieferdatum|Erwarteter Liefertermin|Erwartet am|Anlieferdatum|
    Expected On|Est. Arrival|Estimated Arrival|Estimated Delivery|Arrival Date|Scheduled Date|Deliver By|Expected Date|Expected Delivery Date|Expected Arrival|Expected Delivery|Termin|requiredDate|receipt date|Wareneingang|Datum|arrival|eta|due_date|Wunschlieferdatum|
    Livraison prévue|Date de livraison prévue|Date prévue|Date de réception prévue|Fecha prevista|Entrega prevista|Fecha de entrega prevista|
    Fecha de entrega|Consegna prevista|Data prevista|Data consegna prevista|Data di consegna|Verwachte leverdatum|Verwachte levering|Verwacht op|Leverdatum|
    Planowana dostawa|Planowana data dostawy|Termin dostawy|Data dostawy|Termín dodání|Plánované dodání|Očekávané dodání|Datum dodání|
    Förväntad leverans|Förväntat leveransdatum|Beräknad leverans|Leveransdatum|Forventet levering|Leveringsdato`,
  quantity: `quantity|noch zu liefern (Menge)|Offene Menge|Restmenge|Still to be delivered (qty)|Outstanding Quantity|
    open quantity|open qty|openQuantity|Ausstehende Menge|Menge offen|Quantity Remaining|Remaining Quantity|Qty Remaining|
    Remaining|Qty Outstanding|Outstanding|Outstanding Qty|Balance Qty|Qty Open|Quantity Open|Offen|Noch offen|Qty to Receive|
    Quantity to Receive|To Receive|Qty Due|Rest|Restbestellmenge|Menge|Bestellmenge|Best_Menge|Order Quantity|
    OrderQty|Qty|product_qty|Einteilungsmenge|Anzahl|ordered|Menge in Lager-ME|
    Reste à livrer|Reste à recevoir|Qté restante|Quantité restante|Solde à livrer|Cantidad pendiente|Pendiente|Pendiente de recibir|
    Pendiente de entrega|Quantità residua|Residuo|Da ricevere|Da consegnare|Qtà residua|Openstaand|Openstaand aantal|Nog te ontvangen|Nog te leveren|
    Pozostało|Ilość pozostała|Do dostarczenia|Do odbioru|Zbývá|Zbývá dodat|K dodání|Återstår|Återstående antal|Restantal|Kvar att leverera|Restnoteret`,
  dueDate: `dueDate|Requested Date|Requested Delivery Date|Wunschtermin|Wunschlieferdatum|Liefertermin|Due Date|Delivery Date|
    Gewünschtes Wareneingangsdatum|Required Date|Requested Receipt Date`,
  receivedQuantity: `receivedQuantity|Receipt Quantity|Receipted Quantity|Quantity Fulfilled/Received|Quantity Received|
    Received Quantity|Qty Received|Received|Received so far|Gelieferte Menge|Geliefert|Menge geliefert|Delivered|Quantity Delivered|
    Delivered Quantity|Qty Rcvd|Rcvd Qty|qty_received|received_qty|order_line/qty_received|WE-Menge|Eingangsmenge|Bereits geliefert|
    Qté reçue|Quantité reçue|Reçu|Qté livrée|Cantidad recibida|Recibido|Quantità ricevuta|Ricevuto|Ontvangen|Ontvangen aantal|Geleverd|
    Otrzymano|Dostarczono|Ilość dostarczona|Dodáno|Přijato|Dodané množství|Mottaget|Levererat|Inlevererat`,
  status:
    "status|Status|State|Order Status|PO Status|Bestellstatus|Line Status|Zustand|Auftragsstatus|Belegstatus",
  orderDate: `orderDate|Order Created Date|PO Date|Date Ordered|Bestelldatum|Order Date|Belegdatum|BEDAT|date_order|transaction_date|Document Date|
    Date commande|Date de commande|Fecha de pedido|Fecha pedido|Data ordine|Besteldatum|Data zamówienia|Datum objednávky|Orderdatum`,
};

export const requirements: Partial<Record<Field, string>> = {
  date: `date|Due|Due On|Fällig|Fällig am|Bedarfsdatum|Bedarfstermin|Liefertermin|Wunschtermin|Lieferdatum|Required By|requirement date|
    due date|delivery date|Datum|Termin|Bedarf_vom|requested date|requiredDate|ship date|Warenausgangsdatum`,
  quantity: `quantity|Bedarfsmenge|Menge|Auftragsmenge|Offene Menge|qty|Bedarf|order quantity|Anzahl|open quantity|
    Restmenge|required qty`,
  kind: "kind|Bedarfsart|Art|Typ|type|Belegart|Auftragsart",
  reference: `reference|Auftragsnummer|Auftrag|Kundenauftrag|Fertigungsauftrag|Beleg|Belegnr.|order|sales order|
    production order|Order No.|Referenz|order_no|Auftragsreferenz`,
};

export const calendar: Partial<Record<Field, string>> = {
  from: "from|von|Beginn|Start|ab|Datum von|start date|date|Datum|gültig ab|first day|von Datum|begin",
  to: "to|bis|Ende|End|Datum bis|end date|gültig bis|last day|bis Datum|until",
  kind: "kind|Art|Typ|type|Ereignisart|Kategorie|event",
  scope: "scope|Geltungsbereich|Bereich|gilt für|Name|Bezeichnung|Beschreibung",
  state: "state|Bundesland|Region",
  factor: "factor|Faktor|uplift|Wirkung|Multiplikator",
};

export const decisions: Partial<Record<Field, string>> = {
  action: "action|Aktion|Entscheidung|decision|Maßnahme|Status",
  quantity: "quantity|Menge|Bestellmenge|qty|Anzahl",
  reason: "reason|Grund|Begründung|comment|Kommentar|Bemerkung",
  order: "order|Bestellnummer|Bestellung|Order No.|Beleg|Belegnr.|PO Number|Einkaufsbeleg",
  date: "date|Datum|entschieden am|decided at|decision date|Bestelldatum|timestamp",
  by: "by|von|Benutzer|user|entschieden von|Bearbeiter|decided by",
};

import type { Field, FileKind } from "../fields.ts";
import { headingsOfScripts } from "./of-scripts.ts";

/**
 * Headings of order lines and stock lists in other languages of Europe: French, Spanish, Portuguese, Italian, Dutch,
 * Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Turkish, Lithuanian,
 * Latvian, Estonian. They stand behind the German and English ones.
 */
const headingsAbroad: Partial<Record<Field, string>> = {
  item: `Référence produit|product_reference|Clave|Clave artículo|Clave del artículo|SKU artículo|Réf. article|Référence article|Code produit|Réf. produit|N° article|Code article|Código artículo|
    Código de artículo|Código producto|Código de producto|Cód. artículo|Ref.|Referencia|Referencia artículo|
    Código do produto|Código do artigo|Referência|Cód. produto|Codice articolo|Codice prodotto|Cod. articolo|
    Cod. art.|Artikelcode|Artikelnr|Productcode|Artikelnummer|Artnr|Varenr|Varenr.|Varenummer|Produktnummer|
    Tuotenumero|Tuotekoodi|Nimikenumero|Kod towaru|Indeks towaru|Kod produktu|Symbol towaru|Nr artykułu|Kód zboží|Katalog|Katalogové číslo|Registrační číslo|Regis. číslo|Reg. číslo|Sygnatura|PLU|
    Číslo zboží|Kód|Symbol|Kód produktu|Číslo položky|Kód tovaru|Číslo tovaru|Cikkszám|Termékkód|Cikkkód|Cod produs|
    Cod articol|Prekės kodas|Preces kods|Artikli kood|Tootekood|Šifra artikla|Šifra proizvoda|Stok Kodu|Ürün Kodu|Malzeme Kodu|Malzeme No|
    Artículo|Articolo|Artigo|Producto|Prodotto|Produto|Produit|Towar|Zboží|Cikk|Produs|Šifra|EAN|GTIN|EAN-Code|Barcode|UPC`,
  name: `Pavadinimas|Nosaukums|Nimetus|Désignation|Libellé|Libellé article|Descripción|Nombre|Nombre artículo|Descrição|Nome|Descrizione|
    Denominazione|Omschrijving|Benämning|Beskrivning|Beskrivelse|Varenavn|Betegnelse|Nimi|Nimike|Tuotenimi|Nazwa|
    Nazwa towaru|Opis|Název|Název zboží|Popis|Názov|Megnevezés|Terméknév|Denumire|Naziv|Ürün Adı|Stok Adı|Açıklama`,
  date: `Kuupäev|Datums|Date commande|Date facture|Date de facture|Date de livraison|Date mouvement|Date de vente|Fecha pedido|
    Fecha factura|Fecha de factura|Fecha de venta|Fecha movimiento|Data do pedido|Data da venda|Data de emissão|
    Data documento|Data vendita|Data movimento|Data ordine|Besteldatum|Boekdatum|Orderdatum|Factuurdatum|Ordredato|
    Dato|Salgsdato|Fakturadatum|Bokföringsdatum|Försäljningsdatum|Päivämäärä|Tilauspäivä|Pvm|Data zamówienia|
    Data sprzedaży|Data wystawienia|Data dokumentu|Datum objednávky|Datum prodeje|Datum dokladu|Dátum objednávky|
    Dátum predaja|Dátum|Rendelés dátuma|Kelt|Teljesítés dátuma|Data comandă|Data comenzii|Datum narudžbe|Tarih|
    Sipariş Tarihi|Fatura Tarihi|Fakturadato|Date pièce|Paid on|Sold on|Order placed|
    Semaine|Semana|Settimana|Vecka|Uge|Tydzień|Týden|Viikko|Hafta|Lieferwoche|Leverweek|Year-Week|Jahr/KW|Jahr/Woche`,
  quantity: `Kiekis|Daudzums|Kogus|Quantité commandée|Qté commandée|Quantité vendue|Qté vendue|Nombre d'unités|Unités|Cantidad pedida|
    Cantidad vendida|Cant.|Uds.|Unidades|Unidades vendidas|Quantidade|Qtd|Qtde|Quantidade vendida|Quantità ordinata|
    Quantità venduta|Q.tà|Qta|Hoeveelheid|Besteld aantal|Verkocht aantal|Stuks|Antal|Antal sålda|Mängd|Antall|
    Mengde|Määrä|Kpl|Ilość sprzedana|Ilość zamówiona|Szt.|Sztuk|Množství|Prodané množství|Počet ks|Množstvo|Počet|
    Mennyiség|Darab|Db|Cantitate|Cantitate vândută|Količina|Miktar|Adet|Satış Miktarı`,
  unit: `Mat. vnt.|Mērvienība|Mõõtühik|Unité|Unité de mesure|Unidad|Unidad de medida|Unidade|Unità|Unità di misura|U.M.|Eenheid|Enhet|Enhed|
    Yksikkö|Jednostka|Jednostka miary|J.m.|Jednotka|Měrná jednotka|Merná jednotka|MJ|Mértékegység|Me.e.|Unitate|
    U/M|Birim`,
  price: `Prix|P.U. HT|PU HT|Prix unitaire HT|Prix HT|Valor unitário|Vlr. unitário|Vl. unitário|Importe unitario|Prezzo unit.|Prezzo netto|Prix de vente|Prix d'achat|P.U.|Precio|Precio venta|Precio de compra|Preço|Preço unitário|Prezzo|
    Prezzo di vendita|Prijs|Verkoopprijs|Stukprijs|Pris|Styckpris|Stykpris|Enhetspris|Hinta|Yksikköhinta|Cena|
    Cena netto|Cena jednostkowa|Jednotková cena|Ár|Egységár|Preț|Preț unitar|Cijena|Fiyat|Birim Fiyat|À-pris|Á-pris|Pris per st|Pris/st|
    Cena bez DPH|Cena za MJ|Cena za kus|Cena za szt.|Prijs per stuk|Stuksprijs|Prijs excl. btw|Precio sin IVA|Precio unidad|Prix unitaire TTC|
    Prix TTC|Prezzo senza IVA|Product price`,
  supplier: `Fournisseur|Code fournisseur|Proveedor|Código proveedor|Fornecedor|Fornitore|Codice fornitore|
    Leverancier|Leveranciersnummer|Leverantör|Leverantörsnr|Leverandør|Leverandørnr|Toimittaja|Dostawca|
    Kod dostawcy|Dodavatel|Dodávateľ|Szállító|Beszállító|Furnizor|Dobavljač|Tedarikçi`,
  customer: `Pirkėjas|Klientas|Pircējs|Klient|Client|Code client|Cliente|Código cliente|Codice cliente|Klant|Klantnummer|Kund|Kundnummer|Kunde|
    Kundenr|Asiakas|Klient|Kontrahent|Nabywca|Odbiorca|Zákazník|Odběratel|Odberateľ|Vevő|Partner|Kupac|Müşteri|Cari`,
  order: `Sąskaita|Sąskaitos nr.|Rēķins|Rēķina nr.|Arve|Arve nr.|N° commande|N° de commande|Numéro de commande|N° facture|Nº pedido|Número de pedido|Nº factura|
    Número do pedido|Nº documento|Numero ordine|N. ordine|Numero documento|Ordernummer|Bestelnummer|Factuurnummer|
    Ordernr|Ordrenr|Ordrenummer|Fakturanr|Tilausnumero|Référence commande|Numer|Numer zamówienia|Nr zamówienia|Numer dokumentu|Nr dokumentu|
    Číslo objednávky|Číslo dokladu|Rendelésszám|Bizonylatszám|Număr comandă|Broj narudžbe|Sipariş No|Fatura No|Commande|Pedido|Ordine|Encomenda|Bestelling|Zamówienie|Objednávka|Comandă|Facture|Fattura|Factuur`,
  line: `Ligne|N° ligne|Línea|Nº línea|Linha|Riga|N. riga|Regel|Regelnummer|Rad|Radnr|Linje|Linjenr|Rivi|
    Lp.|Poz.|Řádek|Riadok|Sor|Tétel|Satır`,
  location: `Entrepôt|Dépôt|Magasin|Almacén|Tienda|Armazém|Loja|Magazzino|Deposito|Negozio|Magazijn|Winkel|
    Lagerplats|Lagersted|Varasto|Magazyn|Sklad|Raktár|Depozit|Skladište|Depo`,
  onHand: `Stock|Stock disponible|Stock actuel|Existencias|Stock actual|Estoque|Existência|Giacenza|Disponibilità|
    Voorraad|Lagersaldo|Lagerbeholdning|Beholdning|Varastosaldo|Stan|Stan magazynowy|Stav skladu|Skladem|Zásoba|
    Készlet|Stoc|Zaliha|Stok|Mevcut Stok`,
  leadTimeDays: `Délai|Délai de livraison|Délai d'approvisionnement|Plazo de entrega|Plazo entrega|Prazo de entrega|
    Tempo di consegna|Tempi di consegna|Levertijd|Leveranstid|Leveringstid|Toimitusaika|Czas dostawy|
    Termin dostawy dni|Dodací lhůta|Dodacia lehota|Szállítási idő|Timp de livrare|Rok isporuke|Teslim Süresi|
    Tedarik Süresi`,
  minimumOrder: `Quantité minimum|Qté mini|Minimum de commande|Pedido mínimo|Cantidad mínima|Quantidade mínima|
    Quantità minima|Ordine minimo|Minimale bestelhoeveelheid|Minsta beställning|Minimumsbestilling|Minimitilaus|
    Minimalne zamówienie|Minimální objednávka|Minimális rendelés|Minimum Sipariş`,
};

/** Fields whose headings mean the same in every file that has them. */
const keys = new Set<Field>(["item", "name", "supplier", "order", "line", "location", "unit"]);
const withKeys = new Set<FileKind>(["suppliers", "open-orders", "requirements"]);

/** Headings of a field in other languages than German and English: of lines and stocks all, of other files those of keys. */
export const abroad = (kind: FileKind, field: Field): string =>
  kind === "orders" || kind === "items" || (withKeys.has(kind) && keys.has(field))
    ? `${headingsAbroad[field] ?? ""}|${headingsOfScripts[field] ?? ""}`
    : "";

import { said } from "../language.ts";

/** What every figure of the page means, in one or two sentences, by its name. */
export const glossaryWords = said({
  en: {
    total:
      "Everything that the plan suggests to order, at the prices of the files. Nothing of it is ordered yet.",
    minMax: "What the reorder points and maximum stocks in your files would order on the same day.",
    shortages:
      "Lines whose goods are expected to be missing before an order of today can arrive; with what they would cost.",
    decided: "What was accepted or changed in this plan, and how many lines were rejected.",
    orderBy:
      "The last day on which an order still arrives in time for the target. At once: in one case of twenty goods are missing before they come.",
    receiptBy: "The day on which the goods are needed: order day plus lead time, on an open day.",
    safeUntil:
      "Until then stock and open orders last in 19 of 20 cases, without a new order. On average they last longer.",
    service:
      "Share of demand that is expected to be served from stock until the next order arrives, with this suggestion.",
    classes:
      "A, B, C: share of the item in the value of all demand. X, Y, Z: how evenly it is used. Then the kind of demand.",
    cover: "Lead time plus the time until the next chance to order: so long the stock has to last.",
    onHand: "Stock on the shelf on the day of the stock count in your files.",
    onOrder: "Ordered already and not received yet.",
    backorders: "Promised to customers or production and not delivered yet.",
    reorderPoint: "When stock plus open orders fall below this, something is ordered.",
    orderUpTo: "The stock that an order fills up to, open orders included.",
    safetyStock: "The part of the reorder point that lies above the expected demand, for surprises.",
    leadTimeDays: "Calendar days from the order to the goods on the shelf.",
    model: "How the forecast is made: usually several methods averaged by how well they did.",
    grade:
      "Good: off by less than a quarter of demand on average; fair: less than half; weak: more. A step lower where simply taking last year's values was closer.",
    wape: "How far forecasts were off on average, as a share of demand, over the lead time. Smaller is better.",
    bias: "Above zero the forecasts were too high on average, below zero too low.",
    fva: "Points by which the forecast is better than simply taking last year's values.",
    coverage: "In how many cases the demand lay inside the 90% range. Near 90% is right.",
    effectAmount: "Quantity times unit price.",
    effectStock: "Stock, open orders and this quantity together.",
    effectLasts: "With this quantity the stock lasts until then if demand is as expected.",
    effectSafe: "With this quantity the stock lasts until then in 19 of 20 cases.",
    effectCovered: "How likely nothing is missing before the delivery after this one could arrive.",
    asOf: "The last day whose order lines count. Today in the plan is the later of it and the stock date.",
    quantity: "The suggestion in whole packs, above the minimum order.",
    amount: "Quantity times unit price, in the currency of the files.",
  },
  de: {
    total:
      "Alles, was der Plan zu bestellen vorschlägt, zu den Preisen der Dateien. Bestellt ist davon noch nichts.",
    minMax: "Was die Meldebestände und Höchstbestände aus Ihren Dateien am selben Tag bestellen würden.",
    shortages:
      "Positionen, deren Ware voraussichtlich fehlt, ehe eine Bestellung von heute ankommen kann; mit dem, was sie kosten würden.",
    decided: "Was in diesem Plan angenommen oder geändert wurde, und wie viele Positionen abgelehnt sind.",
    orderBy:
      "Der letzte Tag, an dem eine Bestellung noch rechtzeitig für das Ziel ankommt. Sofort: In einem von zwanzig Fällen fehlt Ware, ehe sie kommt.",
    receiptBy: "Der Tag, an dem die Ware da sein soll: Bestelltag plus Lieferzeit, an einem offenen Tag.",
    safeUntil:
      "Bis dahin reichen Bestand und offene Bestellungen in 19 von 20 Fällen, ohne neue Bestellung. Im Mittel reichen sie länger.",
    service:
      "Anteil des Bedarfs, der bis zur nächsten Lieferung voraussichtlich ab Lager bedient wird, mit diesem Vorschlag.",
    classes:
      "A, B, C: Anteil des Artikels am Wert des ganzen Bedarfs. X, Y, Z: wie gleichmäßig er gebraucht wird. Dann die Art des Bedarfs.",
    cover:
      "Lieferzeit und die Zeit bis zur nächsten Gelegenheit zu bestellen: So lange muss der Bestand reichen.",
    onHand: "Was am Tag des Bestands in Ihren Dateien im Lager liegt.",
    onOrder: "Schon bestellt und noch nicht da.",
    backorders: "Kunden oder der Fertigung zugesagt und noch nicht geliefert.",
    reorderPoint: "Fallen Bestand und offene Bestellungen darunter, wird bestellt.",
    orderUpTo: "Der Bestand, bis zu dem eine Bestellung auffüllt, offene Bestellungen eingerechnet.",
    safetyStock: "Der Teil des Meldebestands über dem erwarteten Bedarf, für Überraschungen.",
    leadTimeDays: "Kalendertage von der Bestellung bis zur Ware im Regal.",
    model:
      "Wie die Prognose entsteht: meist mehrere Verfahren, gemittelt danach, wie gut sie bisher getroffen haben.",
    grade:
      "Gut: im Schnitt um weniger als ein Viertel des Bedarfs daneben; mittel: weniger als die Hälfte; schwach: mehr. Eine Stufe tiefer, wo die Werte des Vorjahrs näher lagen.",
    wape: "Wie weit Prognosen im Schnitt danebenlagen, als Anteil am Bedarf über die Lieferzeit. Kleiner ist besser.",
    bias: "Über null waren die Prognosen im Schnitt zu hoch, unter null zu niedrig.",
    fva: "Um so viele Punkte ist die Prognose besser, als nur die Werte des Vorjahres zu nehmen.",
    coverage: "In wie vielen Fällen der Bedarf im 90-%-Bereich lag. Nahe 90 % ist richtig.",
    effectAmount: "Menge mal Stückpreis.",
    effectStock: "Bestand, offene Bestellungen und diese Menge zusammen.",
    effectLasts: "Mit dieser Menge reicht der Bestand bis dahin, wenn der Bedarf kommt wie erwartet.",
    effectSafe: "Mit dieser Menge reicht der Bestand in 19 von 20 Fällen bis dahin.",
    effectCovered: "Wie sicher nichts fehlt, ehe die Lieferung nach dieser ankommen kann.",
    asOf: "Der letzte Tag, dessen Zeilen zählen. Heute ist im Plan der spätere Tag von ihm und dem Bestand.",
    quantity: "Der Vorschlag in ganzen Gebinden, nicht unter der Mindestmenge.",
    amount: "Menge mal Stückpreis, in der Währung der Dateien.",
  },
});

import type { glossary as english } from "../en/glossary.ts";

/** Was jede Zahl der Seite heißt, in ein, zwei Sätzen, unter ihrem Namen. */
export const glossary: Readonly<Record<keyof typeof english, string>> = {
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
};

import { expect, test } from "vitest";
import { readCalendar } from "../../../src/ingest/master/calendar-entries.ts";
import { readDecisions } from "../../../src/ingest/master/decisions.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readOpenOrders } from "../../../src/ingest/master/open-orders.ts";
import { readRequirements } from "../../../src/ingest/master/requirements.ts";
import { readSuppliers, weekdaysOf } from "../../../src/ingest/master/suppliers.ts";
import { codes, file } from "./from-text.ts";

const items = (text: string) => readItems(file(text, "items.csv"));
const first = (text: string) => {
  const { file: _file, row: _row, ...item } = items(text).items[0] ?? { item: "" };
  return item;
};

test("every canonical column of an item is read", () => {
  expect(
    first(
      "item,name,group,owner,unit,supplier,supplierItem,purchaseUnit,unitsPerPurchaseUnit,onHand,onOrder,backorders,stockDate,leadTimeDays,leadTimeSdDays,reviewDays,minimumOrder,packSize,unitCost,priceUnit,priceBreaks,currency,orderCost,holdingRatePerYear,backorderCost,serviceLevel,serviceType,safetyStock,reorderPoint,maximumStock,shelfLifeDays,planning,successor,successorFrom,likeItem,likeFactor,phaseOut,location,preferred\n" +
        "0815,Screw,Parts,D1,pcs,S1,X1,Box,100,50,10,2,2026-10-31,10,1.5,7,100,50,420,100,100:4.20|500:3.95,EUR,5,20,1,98,fill,10,20,400,365,forecast,0816,2026-12-01,0814,0.5,2027-01-31,L1,yes\n",
    ),
  ).toEqual({
    item: "0815",
    name: "Screw",
    group: "Parts",
    owner: "D1",
    unit: "pcs",
    supplier: "S1",
    supplierItem: "X1",
    purchaseUnit: "Box",
    unitsPerPurchaseUnit: 100,
    onHand: 50,
    onOrder: 10,
    backorders: 2,
    stockDate: "2026-10-31",
    leadTimeDays: 10,
    leadTimeSdDays: 1.5,
    reviewDays: 7,
    minimumOrder: 100,
    packSize: 50,
    unitCost: 4.2,
    priceBreaks: [
      { from: 100, price: 0.042 },
      { from: 500, price: 0.0395 },
    ],
    currency: "EUR",
    orderCost: 5,
    holdingRatePerYear: 0.2,
    backorderCost: 1,
    serviceLevel: 0.98,
    serviceType: "fill",
    safetyStock: 10,
    reorderPoint: 20,
    maximumStock: 400,
    shelfLifeDays: 365,
    planning: "forecast",
    successor: "0816",
    successorFrom: "2026-12-01",
    likeItem: "0814",
    likeFactor: 0.5,
    phaseOut: "2027-01-31",
    location: "L1",
    preferred: true,
  });
});

test.each([
  ["Artikelnummer;Wiederbeschaffungszeit (Wochen)\nA1;7\n", 49],
  ["Artikelnummer;WBZ in Arbeitstagen\nA1;10\n", 14],
  ["Artikelnummer;Beschaffungszeit\nA1;2W\n", 14],
  ["Artikelnummer;Beschaffungszeit\nA1;14T\n", 14],
  ["Artikelnummer;Lieferzeit\nA1;3 Wochen\n", 21],
  ["Artikelnummer;Lieferzeit (Tage)\nA1;12\n", 12],
  ["item,leadTimeDays,leadTimeUnit\nA1,10,working days\n", 14],
  ["item,leadTimeDays,leadTimeUnit\nA1,2,weeks\n", 14],
  ["item,leadTimeDays,leadTimeUnit\nA1,2,months\n", 60.87375],
  ["item,lead_time_weeks\nA1,16\n", 112],
])("%j is a lead time of %d calendar days", (text, days) => {
  expect(first(text).leadTimeDays).toBe(days);
});

test("a conversion is reported once a file, not once a row", () => {
  const read = items("Artikelnummer;WBZ (Wochen);Bestand\nA1;7;1\nA2;16;2\n");
  expect(read.issues.filter(({ code }) => code === "duration-converted")).toHaveLength(1);
});

test("a missing or unreadable stock or lead time stays absent and is reported with its row", () => {
  const read = items("item,onHand,leadTimeDays\nA1,,14\nA2,5,soon\nA3,k.A.,\n");
  expect(read.items.map(({ onHand, leadTimeDays }) => [onHand, leadTimeDays])).toEqual([
    [undefined, 14],
    [5, undefined],
    [undefined, undefined],
  ]);
  expect(read.issues.map(({ code, row }) => `${code} ${row}`)).toEqual([
    "missing-stock 2",
    "value-unreadable 3",
    "missing-stock 4",
    "missing-lead-time 4",
  ]);
});

test("a negative stock is 0 and that many backorders, beside those that are given", () => {
  const read = items("item,onHand,backorders,leadTimeDays\nA1,-15,2,7\n");
  expect(read.items[0]).toMatchObject({ onHand: 0, backorders: 17 });
  expect(codes(read)).toContain("stock-negative");
});

test("impossible parameters are reported with row and column and not used", () => {
  const read = items(
    "item,onHand,leadTimeDays,packSize,minimumOrder,maximumStock,unitCost,safetyStock,serviceLevel\nA1,5,7,0,500,100,0,-4,100\n",
  );
  expect(read.items[0]).toMatchObject({ safetyStock: 0, minimumOrder: 500, maximumStock: 100 });
  expect(read.items[0]).not.toHaveProperty("packSize");
  expect(read.items[0]).not.toHaveProperty("unitCost");
  expect(read.items[0]).not.toHaveProperty("serviceLevel");
  expect(codes(read)).toEqual([
    "minimum-above-maximum",
    "pack-zero",
    "price-zero",
    "safety-stock-negative",
    "service-level-unusable",
  ]);
});

test.each([
  ["98", 0.98],
  ["98 %", 0.98],
  ["0.98", 0.98],
  ["99.5", 0.995],
])("a service level of %s is %d", (text, level) => {
  expect(first(`item,serviceLevel\nA1,${text}\n`).serviceLevel).toBe(level);
});

test("sources may share an item, by parts of one or of a hundred", () => {
  const found = items("item,supplier,share,unitCost\nA1,S1,70,3\nA1,S2,30 %,4\n");
  const [read] = found.items;
  expect([read?.share, read?.sources?.[0]?.share]).toEqual([0.7, 0.3]);
});

test("several rows of an item are sources: the preferred one, else the cheapest, whatever their order", () => {
  const head = "item,supplier,unitCost,onHand,leadTimeDays,preferred\n";
  const rows = ["A1,S1,4.2,50,10,no", "A1,S2,3.9,50,20,no", "A1,S3,5.0,50,5,no"];
  const cheapest = items(head + rows.join("\n"));
  expect(cheapest.items[0]).toMatchObject({ supplier: "S2", leadTimeDays: 20, onHand: 50 });
  expect(cheapest.items[0]?.sources?.map(({ supplier }) => supplier)).toEqual(["S1", "S3"]);
  const turned = items(head + [...rows].reverse().join("\n"));
  expect(turned.items[0]?.supplier).toBe("S2");
  const preferred = items(`${head}${rows.join("\n")}\nA1,S4,9.9,50,10,yes\n`);
  expect(preferred.items[0]?.supplier).toBe("S4");
  expect(codes(preferred)).toContain("item-sources");
});

test("stocks of one item at several locations are added", () => {
  const read = items("Artikelnummer;Lagerort;Bestand;Lieferzeit\nA1;L1;5;7\nA1;L2;7,5;7\n");
  expect(read.items).toHaveLength(1);
  expect(read.items[0]).toMatchObject({ onHand: 12.5, leadTimeDays: 7 });
  expect(codes(read)).toContain("item-locations-added");
});

test("so are stocks of batches, whatever their column is called; sources of other terms are no parts of one stock", () => {
  const batches = items("Artikelnummer;Charge;Bestand;Lieferzeit\nA1;C1;40;5\nA1;C2;30;5\nA2;C3;70;5\n");
  expect(batches.items.map(({ onHand }) => onHand)).toEqual([70, 70]);
  expect(codes(batches)).toContain("item-stock-added");
  const terms = items("item,unitCost,onHand,leadTimeDays\nA1,4,50,10\nA1,3.9,20,20\n");
  expect(terms.items[0]?.onHand).toBe(20);
  expect(codes(terms)).toContain("item-sources");
});

test("prices per hundred become prices of one, in both number styles", () => {
  expect(first("Artikelnummer;Nettopreis;Preiseinheit\nA1;12,50;100\n").unitCost).toBe(0.125);
  expect(first("item,unitCost,priceUnit\nA1,42.09,100\n").unitCost).toBe(0.4209);
});

test("a title line above the table gives the stock date", () => {
  const read = items(
    "Artikelstamm, Bestände nach Buchungsschluss 16.10.2026;;\n;;\nArtikelnummer;Bezeichnung;Bestand\nA1;Schraube;5\nA2;Mutter;7\n",
  );
  expect(read.items.map(({ stockDate }) => stockDate)).toEqual(["2026-10-16", "2026-10-16"]);
});

test("T32: nothing of an items file is dropped in silence, items without figures stay", () => {
  const read = items("item,name\nA1,Screw\nA2,\n,Nut\n");
  expect(read.items.map(({ item }) => item)).toEqual(["A1", "A2"]);
  expect(read.issues.find(({ code }) => code === "row-without-item")).toMatchObject({ row: 4 });
});

test("the item column is the one that holds the identifiers of the history", () => {
  const text = "ProductID,ProductNumber,Name,unitsInStock\n1,AR-5381,Race,5\n2,BA-8327,Ball,7\n";
  const by = (known: readonly string[]) =>
    readItems(file(text), { knownItems: new Set(known) }).items.map(({ item }) => item);
  expect(by(["1", "2"])).toEqual(["1", "2"]);
  expect(by(["AR-5381", "BA-8327"])).toEqual(["AR-5381", "BA-8327"]);
});

test("suppliers: terms, order days and state", () => {
  const read = readSuppliers(
    file(
      "Lieferantennummer;Firma;Mindestbestellwert;Frei-Haus-Grenze;Bestelltage;Bundesland;Zahlungsziel (Tage);Skonto %;Skontotage\n0070;Muster GmbH;1.500,00;4.000,00;Di, Do;Bayern;30;2,5;10\n",
    ),
  );
  expect(read.suppliers[0]).toMatchObject({
    supplier: "0070",
    name: "Muster GmbH",
    minimumValue: 1500,
    freeFreightValue: 4000,
    orderDays: [2, 4],
    state: "DE-BY",
    paymentDays: 30,
    discountPercent: 2.5,
    discountDays: 10,
  });
});

test.each([
  ["Mo-Fr", [1, 2, 3, 4, 5]],
  ["2,4", [2, 4]],
  ["Mon/Wed", [1, 3]],
  ["Dienstag und Freitag", [2, 5]],
  ["Someday", undefined],
])("order days %j are %j", (text, days) => {
  expect(weekdaysOf(text)).toEqual(days);
});

test("open orders: what is still open counts, completed and deleted lines do not", () => {
  const read = readOpenOrders(
    file(
      "Einkaufsbeleg;Lieferant;Material;Bestellmenge;Gelieferte Menge;Lieferdatum;Endlieferung\n4500;70010;0815;500;200;30.11.2026;\n4501;70010;4711;2;1;30.11.2026;X\n4502;70010;4711;2;2;30.11.2026;\n4503;70010;4711;2;0;;\n",
    ),
  );
  expect(read.openOrders).toMatchObject([
    { item: "0815", date: "2026-11-30", quantity: 300, order: "4500", supplier: "70010", row: 2 },
  ]);
  expect(codes(read)).toEqual(["open-order-closed", "open-order-without-date"]);
});

test("requirements, calendar and decisions are read, what cannot be used is reported", () => {
  const requirements = readRequirements(
    file("item,date,quantity,reference\nA1,2026-11-30,130,K1\nA1,,5,K2\n"),
  );
  expect(requirements.requirements).toMatchObject([
    { item: "A1", date: "2026-11-30", quantity: 130, reference: "K1" },
  ]);
  expect(codes(requirements)).toEqual(["date-missing"]);
  const calendar = readCalendar(
    file(
      "Von;Bis;Art;Artikelnummer;Faktor\n03.08.2026;14.08.2026;Betriebsferien;;\n01.11.2026;;Aktion;A1;1,5\n02.11.2026;01.11.2026;Aktion;;\n01.12.2026;;Kirmes;;\n",
    ),
  );
  expect(calendar.entries).toMatchObject([
    { from: "2026-08-03", to: "2026-08-14", kind: "plant-closure" },
    { from: "2026-11-01", to: "2026-11-01", kind: "promotion", item: "A1", factor: 1.5 },
  ]);
  expect(codes(calendar)).toEqual(["calendar-ends-before-start", "calendar-kind-unknown"]);
  const decisions = readDecisions(
    file("item,action,quantity,order\nA1,accept,10,\nA2,bestellt,5,B-1\nA3,maybe,1,\n"),
  );
  expect(decisions.decisions).toMatchObject([
    { item: "A1", action: "accept", quantity: 10 },
    { item: "A2", action: "ordered", quantity: 5, order: "B-1" },
  ]);
  expect(codes(decisions)).toEqual(["action-unknown"]);
});

test("planning none is a word of its own and not a missing value", () => {
  const read = items("item,planning\nA,none\nB,None\nC,requirements\nD,\nE,n/a\nF,forecast\nG,kein\n");
  expect(read.items.map(({ planning }) => planning)).toEqual([
    "none",
    "none",
    "requirements",
    undefined,
    undefined,
    "forecast",
    "none",
  ]);
  expect(codes(read)).not.toContain("value-unknown");
});

test.each([
  ["Artikelnummer;bei Fehlmenge;Verlustanteil\nA1;verloren;\n", { shortage: "lost" }],
  [
    "item,shortage,lostShare,shortageCost\nA1,partial,40 %,3.5\n",
    { shortage: "partial", lostShare: 0.4, shortageCost: 3.5 },
  ],
  [
    "Artikelnummer;Fehlmengenmodell;Kosten je Fehlmenge\nA1;Rückstand;2,50\n",
    { shortage: "backorder", shortageCost: 2.5 },
  ],
  ["item,shortage model,shortage cost per unit\nA1,lost sales,2\n", { shortage: "lost", shortageCost: 2 }],
  ["item,holdingCostPerUnit,holdingPer\nA1,0.2,week\n", { holdingCostPerUnit: 0.2, holdingPer: "week" }],
  [
    "Artikelnummer;Lagerkosten je Stück;Lagerkosten je Zeitraum\nA1;0,05;Monat\n",
    { holdingCostPerUnit: 0.05, holdingPer: "month" },
  ],
  ["item,holdingCostPerUnit (day)\nA1,0.01\n", { holdingCostPerUnit: 0.01, holdingPer: "day" }],
] as const)("what an empty shelf means and what units cost is read: %s", (text, expected) => {
  expect(first(text)).toMatchObject(expected);
});

test("a holding cost without its period, a share that is none and an unknown word stay empty and are said", () => {
  const found = items("item,shortage,lostShare,holdingCostPerUnit\nA1,perhaps,-3,0.2\n");
  const { items: read } = found;
  expect(read[0]).not.toHaveProperty("holdingCostPerUnit");
  expect(read[0]).not.toHaveProperty("shortage");
  expect(read[0]).not.toHaveProperty("lostShare");
  expect(codes(found)).toEqual(expect.arrayContaining(["holding-without-period", "value-unknown"]));
});

test("what an item costs its buyer is taken before what it is sold for, and a shop's words for vendor and stock", () => {
  const till = items(
    "Token,Item Name,SKU,Category,Default Unit Cost,Default Vendor Name,Default Vendor Code,Price,Current Quantity Main Street\n" +
      "T1,Beans,ESP,Coffee,12.00,Roast Bros,V-0,22.50,9\nT2,Milk,OAT,Dairy,1.75,Green Dairy,V-2,3.20,25\n",
  );
  expect(
    till.items.map(({ item, unitCost, supplier, supplierItem }) => [item, unitCost, supplier, supplierItem]),
  ).toEqual([
    ["ESP", 12, "Roast Bros", "V-0"],
    ["OAT", 1.75, "Green Dairy", "V-2"],
  ]);
  const costs = [
    ["Rate", "Purchase Rate"],
    ["Price", "Purchase Price"],
    ["Preis", "Einkaufspreis"],
    ["Variant Price", "Cost per item"],
  ];
  for (const [sold, bought] of costs)
    expect(
      items(`SKU,${sold},${bought},Preferred Vendor\nA,420,260,Pump World\nB,3,2,Bolt Works\n`).items,
    ).toMatchObject([
      { item: "A", unitCost: 260, supplier: "Pump World" },
      { item: "B", unitCost: 2, supplier: "Bolt Works" },
    ]);
  const stock = items(
    "articleNumber;articleName;physicalStock;availableStock\nSW1;Glas;12;10\nSW2;Tuch;30;28\n",
  );
  expect(stock.items.map(({ name, onHand }) => [name, onHand])).toEqual([
    ["Glas", 12],
    ["Tuch", 30],
  ]);
});

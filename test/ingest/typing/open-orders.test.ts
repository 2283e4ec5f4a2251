import { expect, test } from "vitest";
import { kindOfFile } from "../../../src/ingest/columns/kind-of-file.ts";
import { readOpenOrders } from "../../../src/ingest/master/open-orders.ts";
import { file } from "./from-text.ts";

/** "item quantity day" of what is open. */
const openIn = (text: string): string[] =>
  readOpenOrders(file(text, "open.csv")).openOrders.map(({ item, quantity, date }) =>
    [item, quantity, date].join(" "),
  );

test("lines that are closed, delivered or cancelled are not open, whatever their quantities say", () => {
  const text = `PO Number,Vendor,Item,Order Date,Ordered Qty,Received Qty,Requested Date,Confirmed Date,Status
PO-1,V1,B-1,2025-02-20,50,20,2025-03-10,2025-03-14,Open
PO-2,V2,B-2,2025-02-24,60,0,2025-03-28,,Open
PO-3,V2,B-3,2025-01-24,10,0,2025-03-01,2025-03-01,Cancelled
PO-4,V2,B-4,2025-01-20,12,10,2025-02-01,2025-02-01,Closed
`;
  expect(openIn(text)).toEqual(["B-1 30 2025-03-14", "B-2 60 2025-03-28"]);
  expect(openIn(text.replace("Cancelled", "Sent").replace("Closed", "Partially received"))).toEqual([
    "B-1 30 2025-03-14",
    "B-2 60 2025-03-28",
    "B-3 10 2025-03-01",
    "B-4 2 2025-02-01",
  ]);
  expect(
    openIn("Artikel;Bestellmenge;Liefertermin;Status\nA-1;5;10.03.2025;erledigt\nA-2;6;11.03.2025;offen\n"),
  ).toEqual(["A-2 6 2025-03-11"]);
});

test("what remains is what is open, and comes on the day that is expected, not on that of the order", () => {
  const netto = `Document Number,Date,Vendor,Item,Quantity,Quantity Fulfilled/Received,Quantity Remaining,Expected Receipt Date,Status
PO1,2/10/2025,Acme,HX-20,100,60,40,3/14/2025,Partially Received
PO2,2/20/2025,Bolt,HX-30,25,0,25,3/21/2025,Pending Receipt
`;
  expect(openIn(netto)).toEqual(["HX-20 40 2025-03-14", "HX-30 25 2025-03-21"]);
  expect(kindOfFile(file(netto, "OpenPOs.csv")).kind).toBe("open-orders");
  const pending = `Order No.,Order Date,Supplier,Product Code,Order Status,Quantity,Receipt Quantity,Outstanding,Due Date
PO-01,10/02/2025,Acme,HOOK,Placed,50,30,20,14/03/2025
PO-02,10/02/2025,Acme,BENCH,Complete,5,5,0,14/03/2025
`;
  expect(openIn(pending)).toEqual(["HOOK 20 2025-03-14"]);
});

test("the number of the article is taken, not its name beside it", () => {
  const lines = `Document Type,Document No.,Line No.,Type,No.,Description,Quantity,Quantity Received,Outstanding Quantity,Expected Receipt Date
Order,106001,10000,Item,1000,Wheel,100,60,40,14/03/2025
Order,106002,10000,Item,1100,Spoke,25,0,25,21/03/2025
`;
  expect(openIn(lines)).toEqual(["1000 40 2025-03-14", "1100 25 2025-03-21"]);
  const made = `Order no.,Supplier,Expected arrival,Purchase order status,Variant code / SKU,Item,Quantity,Received quantity
PO-1,Woodco,2025-03-18,Partially received,KA-LEG,Leg,300,100
PO-0,Topco,2025-02-25,Received,KA-TOP,Top,20,20
`;
  expect(openIn(made)).toEqual(["KA-LEG 200 2025-03-18"]);
  expect(kindOfFile(file(made, "open-po.csv")).kind).toBe("open-orders");
});

test("a list of articles with a state is no list of decisions", () => {
  const list = `ProductCode,Name,MinimumBeforeReorder,ReorderQuantity,Status\nC-1,Chair,5,10,Active\nC-2,Table,15,20,Active\n`;
  expect(kindOfFile(file(list, "InventoryList.csv")).kind).toBe("items");
  const decided = "item,action,quantity\nA-1,accept,10\nA-2,reject,\n";
  expect(kindOfFile(file(decided, "list.csv")).kind).toBe("decisions");
});

test("what is due comes on that day, whatever else the column is called", () => {
  for (const heading of ["due", "Due on", "Fällig am"])
    expect(
      openIn(`order,item,supplier,quantity,${heading}\nB1,A-1,S1,50,2026-10-20\nB2,A-2,S2,20,2026-11-03\n`),
    ).toEqual(["A-1 50 2026-10-20", "A-2 20 2026-11-03"]);
});

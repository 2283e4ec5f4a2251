import { expect, test } from "vitest";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

const lines = (text: string) =>
  linesOf(readText(text)).map((line) =>
    line
      .split(" ")
      .filter((_, k) => k !== 1)
      .join(" "),
  );

test("from-to codes of an inventory ledger say what a line moves; one that nobody knows is asked about", () => {
  const text = `PartNum,TranDate,TranType,TranQty,UM,WarehouseCode
K-1,2025-01-14,STK-CUS,20,EA,CHI
K-1,2025-01-21,PUR-STK,80,EA,CHI
K-1,2025-02-04,STK-MTL,15,EA,CHI
K-1,2025-02-11,ADJ-QTY,-3,EA,CHI
K-2,2025-02-13,STK-CUS,6,EA,CHI
K-2,2025-02-20,MFG-STK,44,EA,CHI
K-2,2025-02-28,STK-STK,40,EA,CHI
`;
  expect(lines(text)).toEqual([
    "K-1 20 sale",
    "K-1 80 receipt",
    "K-1 15 issue",
    "K-1 -3 adjustment",
    "K-2 6 sale",
    "K-2 44 receipt",
    "K-2 40 transfer",
  ]);
  const unknown = questionOf(text.replace("PUR-STK", "QLM-STK"));
  expect(unknown?.issues.find(({ question }) => question !== undefined)?.text).toBe("QLM-STK");
});

test("a transaction type in words nobody knows is asked about, whatever it is abbreviated to", () => {
  const text = `Inventory ID,Date,Tran. Type,Qty.,UOM
K-1,2025-01-14,Frobnicate,20,EA
K-1,2025-01-21,Issue,80,EA
K-2,2025-02-04,Frobnicate,15,EA
`;
  expect(questionOf(text)?.issues.find(({ question }) => question !== undefined)?.text).toBe("Frobnicate");
  expect(lines(text.replaceAll("Frobnicate", "Receipt"))).toEqual([
    "K-1 20 receipt",
    "K-1 80 issue",
    "K-2 15 receipt",
  ]);
});

test("states in numbers are asked about, whichever state the heading speaks of", () => {
  const text = `id_order;product_reference;product_quantity;date_add;current_state
101;demo_1;2;2025-01-12 10:22:11;5
102;demo_3;4;2025-02-14 15:01:40;6
103;demo_1;5;2025-02-26 09:40:02;5
`;
  const asked = questionOf(text)?.issues.filter(({ code }) => code === "state-unclear");
  expect(asked?.map((issue) => issue.text)).toEqual(["5", "6"]);
});

test("what was refunded or cancelled of a line is no demand", () => {
  const text = `order,sku,ordered at,quantity,qty refunded,qty cancelled
1,A,2025-01-12,5,1,0
2,A,2025-01-19,4,0,0
3,B,2025-02-02,8,0,8
4,B,2025-02-09,3,0,0
`;
  expect(lines(text)).toEqual(["A 4 sale", "A 4 sale", "B 0 sale", "B 3 sale"]);
});

test("words of Dutch and Nordic stock books", () => {
  const text = `Artikelcode;Datum;Transactietype;Aantal
A-1;13-01-2025;Verkooplevering;-4
A-1;20-01-2025;Goederenontvangst;40
A-2;27-02-2025;Voorraadtelling;-1
A-2;28-02-2025;Verkooplevering;-2
`;
  expect(lines(text)).toEqual(["A-1 4 sale", "A-1 40 receipt", "A-2 -1 adjustment", "A-2 2 sale"]);
});

test("types of orders in numbers are asked about: one of them may take back", () => {
  const text = `OrderID;OrderTypeID;ItemNumber;Quantity;OrderCreatedAt
900101;1;PM-77;2;2025-01-13
900104;4;PM-80;2;2025-02-14
900105;1;PM-80;3;2025-02-21
`;
  const asked = questionOf(text, { map: { item: "ItemNumber" } })?.issues;
  expect(asked?.filter(({ code }) => code === "kind-unknown").map((issue) => issue.text)).toEqual(["1", "4"]);
});

test("a kind that nobody knows is asked about where its lines have an item, its likeliest meaning first", () => {
  const text = `SKU,Date,Type,Qty
K-1,2025-01-14,Order,4
K-1,2025-01-20,QLM receipt,80
,2025-01-21,Payout,
K-2,2025-02-14,Order,3
,2025-02-21,Other fee,
`;
  const asked = questionOf(text)?.issues.filter(({ code }) => code === "kind-unknown");
  expect(asked?.map((issue) => [issue.text, issue.question?.candidates[0]])).toEqual([
    ["QLM receipt", "receipt"],
  ]);
});

test("a question for a date offers the day of the order before those of what follows", () => {
  const text = `sku,picked stamp,delivery stamp,order stamp,qty
K-1,2025-01-16,2025-01-20,2025-01-14,4
K-2,2025-02-16,2025-02-20,2025-02-14,3
`;
  const asked = questionOf(text)?.issues.find(
    (issue) => issue.code === "column-unclear" && issue.field === "date",
  );
  expect(asked?.question?.candidates).toEqual(["order stamp", "picked stamp", "delivery stamp"]);
});

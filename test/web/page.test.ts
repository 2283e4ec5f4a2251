import { expect, test } from "vitest";
import { linkTo, readAddress } from "../../api/web/address.ts";
import { preferredLang, say } from "../../api/web/language.ts";
import { orderFile, rowOfLine } from "../../api/web/parts/order-file.ts";
import { isMine } from "../../api/web/session/mine.ts";
import { answerFor, signalState } from "../../api/web/session/signal-states.ts";
import type { SignalLine } from "../../api/web/shapes.ts";
import { columnAnswer, columnQuestion, isUnsure, offered } from "../../api/web/views/files/incoming.ts";
import { firstBeyond } from "../../api/web/views/orders/virtual-list.tsx";
import { configOf } from "../../api/web/views/settings/planning-options.ts";
import { bytesSource, inspect, readOrders } from "../../src/index.ts";
import { listed } from "./line.ts";

test("an address says view, item and settings, and comes back as it was", () => {
  const address = { view: "item", of: "A/1 ü?", settings: { tab: "why", q: "a&b" } };
  expect(readAddress(linkTo(address))).toEqual(address);
  expect(readAddress("")).toEqual({ view: "", settings: {} });
  expect(readAddress("#/item/%E0%A4%A")).toEqual({ view: "item", of: "%E0%A4%A", settings: {} });
  expect(linkTo({ view: "orders", settings: { q: "" } })).toBe("#/orders");
});

test("the language is what was chosen last, else the browser's", () => {
  expect(preferredLang("en", ["de-AT"])).toBe("en");
  expect(preferredLang(null, ["de-AT", "en"])).toBe("de");
  expect(preferredLang("xx", ["fr"])).toBe("en");
});

test("a sentence takes the word that fits its number", () => {
  const sentence = "{n} {n:line|lines} of {name}";
  expect(say(sentence, { n: 1, name: "A" })).toBe("1 line of A");
  expect(say(sentence, { n: "12", name: "A" })).toBe("12 lines of A");
});

test("the first entry in sight is found by halving", () => {
  const ends = [10, 30, 60];
  expect([0, 9, 10, 29, 59, 60].map((at) => firstBeyond(ends, at))).toEqual([0, 0, 1, 1, 2, 3]);
});

test("a corrected column is read as it was corrected, in this and any later file with the same headings", () => {
  const text = (rows: string) => new TextEncoder().encode(`Artikel;Datum;Menge;Zähler\n${rows}`);
  const file = bytesSource("a.csv", text("A1;01.02.2026;5;17\nA2;03.02.2026;6;18\nA1;05.02.2026;7;19\n"));
  const inspected = inspect(file);
  const column = inspected.columns[3];
  const answers = { [columnQuestion("quantity", inspected)]: columnAnswer(column) };
  const later = bytesSource("b.csv", text("A9;07.03.2026;1;40\nA8;09.03.2026;2;50\n"));
  const { lines } = readOrders([later], { answers });
  expect(Array.from(lines.quantity.subarray(0, lines.length))).toEqual([40, 50]);
});

test("an order is saved with ids as text, German numbers and the decided quantity", async () => {
  const lines = [
    rowOfLine(
      listed("0815", { decided: { action: "change", quantity: 1250.5, reason: "=1+1", version: 1 } }),
      "de",
    ),
  ];
  const csv = await new Blob([...orderFile(lines, "csv", "de").parts]).text();
  expect(csv).toContain("supplier;item;supplierItem");
  expect(csv).toContain("S1;0815;");
  expect(csv).toContain(";1250,5;ST;2026-10-20;2026-11-02;2;2501;EUR;geändert;");
  expect(csv).toContain("'=1+1");
  const book = await new Blob([...orderFile(lines, "xlsx", "de").parts]).bytes();
  const cells = inspect(bytesSource("order.xlsx", book));
  expect(cells.columns.map(({ header }) => header).slice(0, 2)).toEqual(["Lieferant", "Artikel"]);
  expect(cells.columns[1]?.samples).toEqual(["0815"]);
});

test("settings become options: percent are shares, empty fields keep their default", () => {
  const form = new FormData();
  for (const [name, x] of Object.entries({
    serviceLevel: "97,5",
    "class-AX": "99",
    "class-CZ": "",
    state: "DE-BY",
    reviewDays: "",
  }))
    form.set(name, x);
  const config = configOf(form, { budget: 5000 }, ",");
  expect(config).toMatchObject({
    budget: 5000,
    serviceLevel: 0.975,
    serviceByClass: { AX: 0.99 },
    state: "DE-BY",
  });
  expect(config).not.toHaveProperty("reviewDays");
  // what was emptied is the default again, not what held before
  expect(configOf(form, { reviewDays: 3, serviceByClass: { CZ: 0.9 } }, ",")).toEqual({
    serviceLevel: 0.975,
    serviceByClass: { AX: 0.99 },
    state: "DE-BY",
  });
  form.set("currency", " chf ");
  expect(configOf(form, {}, ",")).toMatchObject({ currency: "CHF" });
  form.set("currency", "");
  expect(configOf(form, { currency: "CHF" }, ",")).not.toHaveProperty("currency");
});

test("my items are those whose owner I answer for; without any, or when all are asked for, everything", () => {
  const owners = ["D01", "D02"];
  expect(["D01", "D03", undefined].map((owner) => isMine({ owners, isOn: true }, owner))).toEqual([
    true,
    false,
    false,
  ]);
  expect(isMine({ owners, isOn: false }, "D03")).toBe(true);
  expect(isMine({ owners: [], isOn: true }, undefined)).toBe(true);
});

test("a signal is open, put off until a day, confirmed or closed", () => {
  const signal = { item: "A", kind: "spike", at: "2026-05-01", state: "open", size: 0.4 } as SignalLine;
  const state = (answer?: string) =>
    signalState(signal, answer === undefined ? {} : { "signal:spike:2026-05-01:A": answer }, "2026-10-16");
  expect(state()).toBe("open");
  expect(state("confirmed")).toBe("confirmed");
  expect(state("snoozed:2026-11-13")).toBe("snoozed");
  expect(state("snoozed:2026-10-01")).toBe("open");
  expect(state("snoozed:2026-11-13@0.2")).toBe("open");
  expect(state("closed@0.2")).toBe("closed");
  const redated = { ...signal, firstAt: "2026-04-01" };
  expect(signalState(redated, { "signal:spike:2026-04-01:A": "closed" }, "2026-10-16")).toBe("closed");
});

test("an answer about a signal says how large the change was", () => {
  const signal = { item: "A", kind: "spike", at: "2026-05-01", size: 0.412345 } as SignalLine;
  expect(answerFor(signal, "closed", "2026-10-16")).toBe("closed@0.4123");
  expect(answerFor(signal, "snoozed", "2026-10-16")).toBe("snoozed:2026-11-13@0.4123");
  expect(answerFor(signal, "open", "2026-10-16")).toBeNull();
});

test("columns without values are neither doubted nor offered, nor is one of zeros", () => {
  const head = "Lineitem sku,Created at,Lineitem quantity,Incoming,Committed,Location";
  const text = [head, "A,2026-01-05,3,0,0,", "B,2026-01-06,2,0,2,", "A,2026-02-06,2,0,1,"].join("\n");
  const { columns } = inspect(bytesSource("orders.csv", Buffer.from(text)));
  expect(columns.find(({ header }) => header === "Location")?.samples.filter((x) => x !== "")).toEqual([]);
  expect(columns.filter(isUnsure)).toEqual([]);
  expect(offered(columns, "onHand").map(({ header }) => header)).toEqual(["Committed"]);
});

test("a price and a barcode are not offered as a lead time", () => {
  const text = "SKU,Wert A,Wert B,Wert C\nA,12.50,14,4006381333931\nB,1.75,7,4006381333948\n";
  const { columns } = inspect(bytesSource("items.csv", Buffer.from(text)));
  expect(offered(columns, "onHand").map(({ header }) => header)).toContain("Wert A");
  expect(offered(columns, "leadTimeDays").map(({ header }) => header)).toEqual(["Wert B"]);
});

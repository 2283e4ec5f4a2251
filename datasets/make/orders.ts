// node bin/node.js datasets/make/orders.ts --lines 1000000 --items 20000 --months 36 --seed 1 --out FILE [--items-out FILE] [--format iso|de]
import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isoDate } from "../../src/calendar/date.ts";
import { germanDate } from "./german.ts";
import { madeItems } from "./orders/made-item.ts";
import { madeLines } from "./orders/made-lines.ts";
import { checkOptions, type OrderOptions } from "./orders/order-options.ts";

export type { OrderOptions } from "./orders/order-options.ts";

const chunkLength = 1 << 20;

/** Gathers records into chunks of about a megabyte. */
function* chunks(records: Iterable<string>): Generator<string> {
  let text = "";
  for (const record of records) {
    text += record;
    if (text.length >= chunkLength) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}

const germanKinds: Readonly<Record<string, string>> = {
  issue: "Verbrauch",
  return: "Rückgabe",
  receipt: "Wareneingang",
  purchase: "Bestellung",
};
const comma = (value: number) => String(value).replace(".", ",");

/** Writes of each day are the same text. */
function dayTexts(write: (day: number) => string): (day: number) => string {
  const known = new Map<number, string>();
  return (day) => {
    let text = known.get(day);
    if (text === undefined) {
      text = write(day);
      known.set(day, text);
    }
    return text;
  };
}

const document = (order: number) => `B${String(order).padStart(8, "0")}`;

function* orderRecords(options: OrderOptions): Generator<string> {
  const german = options.format === "de";
  const date = dayTexts(german ? germanDate : isoDate);
  yield german
    ? "Belegnr.;Pos.;Artikelnummer;Buchungsdatum;Menge;Bewegungsart;ME;Einzelpreis;Währung;Lieferantennummer;Wareneingang\r\n"
    : "order,line,item,date,quantity,kind,unit,price,currency,supplier,receiptDate\n";
  for (const { order, line, item, day, quantity, kind, price, receiptDay } of madeLines(
    madeItems(options),
    options,
  )) {
    const receipt = receiptDay < 0 ? "" : date(receiptDay);
    yield german
      ? `${document(order)};${line};${item.item};${date(day)};${quantity};${germanKinds[kind]};ST;${comma(price)};EUR;${item.supplier};${receipt}\r\n`
      : `${document(order)},${line},${item.item},${date(day)},${quantity},${kind},PC,${price},EUR,${item.supplier},${receipt}\n`;
  }
}

function* itemRecords(options: OrderOptions): Generator<string> {
  const german = options.format === "de";
  yield german
    ? "Artikelnummer;ME;Lieferantennummer;Bestand;WBZ (Tage);Bestellrhythmus (Tage);Mindestbestellmenge;VPE;Preis;Währung\r\n"
    : "item,unit,supplier,onHand,leadTimeDays,reviewDays,minimumOrder,packSize,unitCost,currency\n";
  for (const made of madeItems(options)) {
    const { item, supplier, onHand, leadTimeDays, reviewDays, minimumOrder, packSize, unitCost } = made;
    const plain = [
      item,
      german ? "ST" : "PC",
      supplier,
      onHand,
      leadTimeDays,
      reviewDays,
      minimumOrder,
      packSize,
    ];
    yield german ? `${plain.join(";")};${comma(unitCost)};EUR\r\n` : `${plain.join(",")},${unitCost},EUR\n`;
  }
}

/**
 * A synthetic order history of exactly `lines` records under its heading, sorted by date, as chunks of text. Every
 * item has a line where there are lines enough. The same options give the same text.
 * @example [...makeOrders({ lines: 2, items: 1, months: 1, seed: 1 })].join("").split("\n").length // 4
 */
export function makeOrders(options: OrderOptions): Generator<string> {
  checkOptions(options);
  return chunks(orderRecords(options));
}

/** The master data that belong to {@link makeOrders} of the same options. */
export function makeItems(options: OrderOptions): Generator<string> {
  checkOptions(options);
  return chunks(itemRecords(options));
}

/** Writes chunks to a file; German files are Windows-1252. */
function write(path: string, texts: Iterable<string>, format: "iso" | "de"): void {
  const file = openSync(path, "w");
  try {
    for (const text of texts) writeSync(file, text, null, format === "de" ? "latin1" : "utf8");
  } finally {
    closeSync(file);
  }
}

const usage =
  "usage: node bin/node.js datasets/make/orders.ts --lines N --items N --months N --seed N --out FILE [--items-out FILE] [--format iso|de] [--end DATE]";

function main(): void {
  const text = { type: "string" } as const;
  const names = {
    lines: text,
    items: text,
    months: text,
    seed: text,
    out: text,
    "items-out": text,
    format: text,
    end: text,
  };
  const { values } = parseArgs({ options: names });
  const { format = "iso", end, out } = values;
  if (format !== "iso" && format !== "de") throw new RangeError(`--format is iso or de, not ${format}`);
  if (out === undefined) throw new RangeError("--out is missing");
  const options: OrderOptions = {
    lines: Number(values.lines),
    items: Number(values.items),
    months: Number(values.months ?? 36),
    seed: Number(values.seed ?? 1),
    format,
    ...(end === undefined ? {} : { end }),
  };
  write(out, makeOrders(options), format);
  if (values["items-out"] !== undefined) write(values["items-out"], makeItems(options), format);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
  }
}

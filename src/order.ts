/** A civil date "2025-03-31": sorts with <, has no time zone, is JSON. */
export type IsoDate = string;

export const lineKinds = [
  "sale",
  "issue",
  "purchase",
  "return",
  "receipt",
  "transfer",
  "adjustment",
  "scrap",
] as const;

/** What a line of the history records; which kinds are demand is decided in `src/demand`. */
export type LineKind = (typeof lineKinds)[number];

/** One line of the order history, as a reader of a single line sees it. */
export interface OrderLine {
  readonly item: string;
  readonly date: IsoDate;
  /** In the item's base unit; negative for a return or a cancellation. */
  readonly quantity: number;
  readonly kind: LineKind;
  readonly unit?: string;
  /** Net price of one base unit. */
  readonly price?: number;
  readonly currency?: string;
  readonly supplier?: string;
  /** Document number, and line number inside it. */
  readonly order?: string;
  readonly line?: string;
  readonly dueDate?: IsoDate;
  readonly receiptDate?: IsoDate;
  readonly receivedQuantity?: number;
  readonly location?: string;
  readonly project?: string;
  /** Position in `OrderLines.files`, and physical line (1-based) of that file. */
  readonly file: number;
  readonly row: number;
  /** True when the file dates the line by a period ("2026-10", "KW 12/2025"); `date` is then its last day. */
  readonly byPeriod?: boolean;
}

/** Text values coded by small integers; code -1 stands for "not given". */
export interface Dictionary {
  readonly values: string[];
  readonly codes: Map<string, number>;
}

export const dictionary = (): Dictionary => ({ values: [], codes: new Map() });

/** Code of a text, added when new. @example encode(dictionary(), "A1") // 0 */
export function encode(of: Dictionary, text: string | undefined): number {
  if (text === undefined || text === "") return -1;
  const known = of.codes.get(text);
  if (known !== undefined) return known;
  of.codes.set(text, of.values.length);
  return of.values.push(text) - 1;
}

/** Text of a code, undefined for -1. */
export const decode = (of: Dictionary, code: number): string | undefined =>
  code < 0 ? undefined : of.values[code];

/** A day column uses this where no date is given. */
export const noDay = -(2 ** 31);

/**
 * The order history in columns: a million lines take tens of megabytes. Every column has `length`
 * valid entries (arrays may be longer). Days are day numbers (`calendar/date.ts`).
 */
export interface OrderLines {
  length: number;
  /** Base names of the files, in the order they were read. */
  readonly files: string[];
  readonly items: Dictionary;
  readonly units: Dictionary;
  readonly currencies: Dictionary;
  readonly suppliers: Dictionary;
  readonly orders: Dictionary;
  readonly lines: Dictionary;
  readonly locations: Dictionary;
  readonly projects: Dictionary;
  file: Uint16Array;
  row: Int32Array;
  item: Int32Array;
  day: Int32Array;
  byPeriod: Uint8Array;
  quantity: Float64Array;
  /** Index into `lineKinds`. */
  kind: Uint8Array;
  unit: Int16Array;
  /** NaN where no price is given. */
  price: Float64Array;
  currency: Int16Array;
  supplier: Int32Array;
  order: Int32Array;
  line: Int32Array;
  dueDay: Int32Array;
  receiptDay: Int32Array;
  receivedQuantity: Float64Array;
  location: Int32Array;
  project: Int32Array;
}

/** An empty history with room for `capacity` lines. */
export function orderLines(capacity = 1024): OrderLines {
  return {
    length: 0,
    files: [],
    items: dictionary(),
    units: dictionary(),
    currencies: dictionary(),
    suppliers: dictionary(),
    orders: dictionary(),
    lines: dictionary(),
    locations: dictionary(),
    projects: dictionary(),
    file: new Uint16Array(capacity),
    row: new Int32Array(capacity),
    item: new Int32Array(capacity),
    day: new Int32Array(capacity),
    byPeriod: new Uint8Array(capacity),
    quantity: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    unit: new Int16Array(capacity),
    price: new Float64Array(capacity),
    currency: new Int16Array(capacity),
    supplier: new Int32Array(capacity),
    order: new Int32Array(capacity),
    line: new Int32Array(capacity),
    dueDay: new Int32Array(capacity),
    receiptDay: new Int32Array(capacity),
    receivedQuantity: new Float64Array(capacity),
    location: new Int32Array(capacity),
    project: new Int32Array(capacity),
  };
}

function grown<T extends { length: number; set(from: T): void }>(
  column: T,
  make: new (length: number) => T,
  capacity: number,
): T {
  const wider = new make(capacity);
  wider.set(column);
  return wider;
}

/** Makes room for at least one more line (doubles every column). */
export function reserve(of: OrderLines): void {
  if (of.length < of.row.length) return;
  const capacity = Math.max(1024, of.row.length * 2);
  of.file = grown(of.file, Uint16Array, capacity);
  of.row = grown(of.row, Int32Array, capacity);
  of.item = grown(of.item, Int32Array, capacity);
  of.day = grown(of.day, Int32Array, capacity);
  of.byPeriod = grown(of.byPeriod, Uint8Array, capacity);
  of.quantity = grown(of.quantity, Float64Array, capacity);
  of.kind = grown(of.kind, Uint8Array, capacity);
  of.unit = grown(of.unit, Int16Array, capacity);
  of.price = grown(of.price, Float64Array, capacity);
  of.currency = grown(of.currency, Int16Array, capacity);
  of.supplier = grown(of.supplier, Int32Array, capacity);
  of.order = grown(of.order, Int32Array, capacity);
  of.line = grown(of.line, Int32Array, capacity);
  of.dueDay = grown(of.dueDay, Int32Array, capacity);
  of.receiptDay = grown(of.receiptDay, Int32Array, capacity);
  of.receivedQuantity = grown(of.receivedQuantity, Float64Array, capacity);
  of.location = grown(of.location, Int32Array, capacity);
  of.project = grown(of.project, Int32Array, capacity);
}

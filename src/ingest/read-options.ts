import type { ColumnUse } from "../column-use.ts";
import type { Item } from "../item.ts";

/** What the user says about the files. */
export interface ReadOptions {
  /** Field -> heading: "quantity" of orders, "items.onHand" of items and so on. */
  readonly map?: Readonly<Record<string, string>>;
  /** Question id -> candidate. */
  readonly answers?: Readonly<Record<string, string>>;
  /** States of order lines that count; absent or empty: as their words say. */
  readonly countedStates?: readonly string[];
  /** Rows of one item at several locations stay apart instead of being added up. */
  readonly byLocation?: boolean;
  /** Master data read before: they tell units, and which spelling of an item number is right. */
  readonly master?: readonly Item[];
  /** Item numbers of the history: they tell which column of an items file is the item. */
  readonly knownItems?: ReadonlySet<string>;
}

/** A file that was read, with its rows and those of them that count. */
export interface InputCount {
  readonly file: string;
  readonly lines: number;
  readonly used: number;
  /** Rows among these that another file brings as well: such a row counts once. */
  readonly repeated?: number;
  /** What became of each of its columns. */
  readonly columns?: readonly ColumnUse[];
}

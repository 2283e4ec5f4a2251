import type { Issue } from "../../issue.ts";
import type { Field, FileKind } from "./fields.ts";
import type { TableProfile } from "./profile.ts";

/** A table whose columns are to be named. */
export interface Columns {
  readonly kind: FileKind;
  /** [] where the file has no headings. */
  readonly header: readonly string[];
  readonly profile: TableProfile;
  /** Of the headings: questions and answers hang on it. */
  readonly fingerprint: string;
}

/** Which column holds which field. */
export interface Mapping {
  readonly kind: FileKind;
  readonly fingerprint: string;
  /** Column (from 0) of each field that has one. */
  readonly fields: ReadonlyMap<Field, number>;
  /** Confidence (0 to 1) by column, for columns that hold a field. */
  readonly confidence: ReadonlyMap<number, number>;
  /** Fields whose heading is a known synonym, or that the user named. */
  readonly exact: ReadonlySet<Field>;
  /** The quantity is in base units, beside the quantity as ordered; the numbers prove it. */
  readonly isBaseQuantity?: true;
  /** Questions and notes about columns. */
  readonly issues: readonly Issue[];
}

/** What else than the table itself says which column holds which field. */
export interface MappingOptions {
  /** Overrides: field -> heading; "items.onHand" only where the file holds items or item columns. */
  readonly map?: Readonly<Record<string, string>>;
  /** Question id -> candidate. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Identifiers known from other files: the item column is the one that holds them. */
  readonly knownItems?: ReadonlySet<string>;
  /** Columns read in another way (periods of a wide table, year and month of a date) and the fields they give. */
  readonly apart?: { readonly columns: ReadonlySet<number>; readonly fields: readonly Field[] };
}

import { defined, type FileKind, fieldsOf, fileKinds, fingerprint } from "../../../../src/index.ts";
import type { Client } from "../../client/client.ts";
import type { UploadPlace } from "../../client/files.ts";
import type { Inspected, Inspection, UploadReport } from "../../shapes.ts";

/** A file on its way in: read, understood, compared with what is there, imported. */
export interface Incoming {
  readonly key: number;
  readonly name: string;
  readonly file: Blob;
  readonly state: "reading" | "understood" | "failed" | "importing" | "imported";
  readonly kind: string;
  readonly understood?: Inspected;
  readonly report?: UploadReport;
  readonly error?: string;
}

/** True for a kind of file that can be imported: not for one that was not recognised. */
export const isKind = (kind: string): kind is FileKind => (fileKinds as readonly string[]).includes(kind);

/** Fields that a column of such a file may hold. */
export const choicesFor = (kind: string): readonly string[] => (isKind(kind) ? fieldsOf[kind] : []);

/** Id under which the meaning of a column is kept: it hangs on the headings, never on rows. */
export function columnQuestion(field: string, { columns, headerRows }: Inspection): string {
  const header = headerRows > 0 ? columns.map((column) => column.header) : columns.map((_, k) => `#${k + 1}`);
  return `column:${field}:${fingerprint(header)}`;
}

/** How an answer names a column: by its heading, else by its number from 1. */
export const columnAnswer = (column: Inspection["columns"][number]): string =>
  column.header.trim() === "" ? String(column.index + 1) : column.header;

/**
 * Order files add to each other. Of every other kind, files with the same headings are the same export, and a newer one
 * takes the place of the older; files with other headings stand beside it.
 */
function sourceOf({ kind, understood }: Incoming): string | undefined {
  if (kind === "orders" || understood === undefined) return undefined;
  const { columns } = understood.inspection;
  return `page-${fingerprint(columns.map(({ header }) => header))}`;
}

/** What a file is imported as. */
export const placeOf = (of: Incoming): UploadPlace => ({
  kind: of.kind,
  ...defined({ source: sourceOf(of) }),
});

/** True for a file that has a column of each of these fields. */
export const has = ({ understood }: Incoming, fields: readonly string[]): boolean =>
  fields.every((field) => understood?.inspection.columns.some((column) => column.field === field) ?? false);

/** The file with the order lines that a file of order heads belongs to. */
export function linesOf(of: Incoming, all: readonly Incoming[]): Incoming | undefined {
  if (of.kind !== "orders" || !has(of, ["order", "date"]) || has(of, ["item", "quantity"])) return undefined;
  return all.find((one) => one.kind === "orders" && has(one, ["order", "item", "quantity"]));
}

/** The sheets of a workbook that a reading of it takes. */
export const sheetsRead = ({ understood }: Incoming): readonly string[] =>
  understood?.inspection.sheets?.flatMap(({ name, read }) => (read ? [name] : [])) ?? [];

/** Master data is worth an import of its own where it says one of these. */
const telling = ["onHand", "leadTimeDays", "minimumOrder", "packSize", "unitCost"];

/**
 * The item data that a workbook holds on another sheet than its lines, or its lines on another one than its item data,
 * as a file of its own; undefined where there is nothing of the kind.
 */
export async function besides(client: Client, of: Incoming, key: number): Promise<Incoming | undefined> {
  const kind = of.kind === "orders" ? "items" : of.kind === "items" ? "orders" : undefined;
  const read = new Set(sheetsRead(of));
  if (kind === undefined || (of.understood?.inspection.sheets?.length ?? 0) <= read.size) return undefined;
  const understood = await client.understand(of.file, of.name, kind);
  const next: Incoming = { ...of, key, kind, understood, state: "reading" };
  const isOther = !sheetsRead(next).some((name) => read.has(name));
  const isUseful =
    kind === "orders" ? has(next, ["item", "quantity"]) : telling.some((field) => has(next, ["item", field]));
  return isOther && isUseful ? next : undefined;
}

/** Reads a file without keeping it: what it is, then what an import would change. */
export async function examine(client: Client, of: Incoming, tell: (next: Incoming) => void): Promise<void> {
  try {
    const understood = await client.understand(of.file, of.name, isKind(of.kind) ? of.kind : undefined);
    const kind = of.kind === "" ? understood.inspection.kind : of.kind;
    const next: Incoming = { ...of, understood, kind, state: "understood" };
    tell(next);
    if (!isKind(kind)) return;
    const { report } = await client.tryUpload(of.file, of.name, placeOf(next));
    tell({ ...next, report });
  } catch (error) {
    tell({ ...of, state: "failed", error: (error as Error).message });
  }
}

type Column = Inspection["columns"][number];

/** What a lead time in days looks like: no price, no barcode. */
const daysLike = /^(\d{1,3}([.,]0+)?)?$/;

/**
 * A column that is missing by name may be one of these, whose names nobody knew: numbers that are not all zero, and
 * small whole ones where a time is looked for.
 */
export const offered = (columns: readonly Column[], field: string): Column[] =>
  columns.filter(
    ({ use, type, samples }) =>
      use === "unused" &&
      type === "number" &&
      samples.some((sample) => /[1-9]/.test(sample)) &&
      (field !== "leadTimeDays" || samples.every((sample) => daysLike.test(sample.trim()))),
  );

/** What an order needs of an item beside its history. */
const needed = ["onHand", "leadTimeDays"] as const;

/**
 * What orders still lack although it may stand beside the history: of a table with an item a row and its periods in the
 * headings, the fields that no file on its way brings, where columns of numbers are left that could hold them.
 */
export function lackedBeside({ kind, understood }: Incoming, all: readonly Incoming[]): readonly string[] {
  const columns = understood?.inspection.columns ?? [];
  if (kind !== "orders" || !columns.some(({ use }) => use === "period")) return [];
  return needed.filter(
    (field) => offered(columns, field).length > 0 && !all.some((one) => has(one, ["item", field])),
  );
}

/** Below this a reading is a guess that wants a look. */
const sureFrom = 0.8;

/** True where a column is read on thin grounds; one without values is nothing to doubt. */
export const isUnsure = ({ field, confidence, samples }: Column): boolean =>
  field !== null && confidence < sureFrom && samples.some((sample) => sample.trim() !== "");

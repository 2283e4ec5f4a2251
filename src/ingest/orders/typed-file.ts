import type { Issue } from "../../issue.ts";
import { naming } from "../named-errors.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { decideStyles, type Styles } from "../typed/styles.ts";
import { numberColumn } from "../typed/typed-columns.ts";
import { type CountedStates, countedStates } from "./counted-states.ts";
import { withDocumentKinds } from "./document-kinds.ts";
import { type LineMovements, lineMovements } from "./movement-of-line.ts";
import { type OrderFile, readOrderFile } from "./order-file.ts";
import { type OrderHeads, readHeads, withHeads } from "./order-heads.ts";
import { splitVariants } from "./split-variants.ts";
import { statesOfOrders } from "./states-of-orders.ts";

/** A table of order lines that is ready to be appended to the history. */
export interface TypedFile {
  readonly source: ByteSource;
  readonly coded: CodedTable;
  readonly styles: Styles;
  readonly movements: LineMovements;
  readonly states: CountedStates;
  /** Rows of lines without a head, which are not in the table any more. */
  readonly orphans: readonly number[];
  /** Questions and notes about styles and movements. */
  readonly issues: readonly Issue[];
}

/** Reads the columns of all files, joins heads to their lines, and decides styles and movements of each. */
export function typedFiles(
  files: readonly OrderFile[],
  options: ReadOptions,
): { readonly heads: readonly OrderHeads[]; readonly typed: readonly TypedFile[] } {
  const bodies = files.filter(({ role }) => role !== "head");
  // Lines of overlapping files are told apart by their other columns too, where these are the same.
  const hashRest = bodies.length > 1 && new Set(bodies.map(({ mapping }) => mapping.fingerprint)).size === 1;
  const read = bodies.map((file) => ({
    file,
    coded: naming(file.source.name, () => readOrderFile(file, hashRest)),
  }));
  const details = read.flatMap(({ file, coded }) => (file.role === "detail" ? [coded] : []));
  const heads = files.filter(({ role }) => role === "head").map((file) => readHeads(file, details));
  return { heads, typed: read.map(({ file, coded }) => typedFile(file, coded, heads, options)) };
}

function typedFile(
  file: OrderFile,
  own: CodedTable,
  allHeads: readonly OrderHeads[],
  options: ReadOptions,
): TypedFile {
  const heads = file.role === "detail" ? allHeads : [];
  const { answers } = options;
  const { coded: joined, orphans } = withHeads(own, heads);
  const split = splitVariants(statesOfOrders(joined));
  const header = [...file.table.header, ...heads.flatMap((head) => head.header)];
  const styles = decideStyles(split, answers);
  const quantities = numberColumn(split, styles, "quantity").values ?? new Float64Array();
  const coded = withDocumentKinds(split, quantities);
  const movements = lineMovements(coded, header, quantities, answers);
  const states = countedStates(coded, options);
  const issues = [...styles.issues, ...movements.issues, ...states.issues].map((issue) => ({
    ...issue,
    file: coded.file,
  }));
  return { source: file.source, coded, styles, movements, states, orphans, issues };
}

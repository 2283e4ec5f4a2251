import { normaliseHeading } from "../../cells/heading-key.ts";
import type { TableRecord } from "../record.ts";

/** How the columns of several sheets stand in one table. */
interface Together {
  readonly header: readonly string[];
  /** For each sheet the column of the table of each of its own. */
  readonly places: readonly (readonly number[])[];
}

/** Headings in comparable letters, a repeated one told apart by how often it came before. */
function keysOf(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((heading) => {
    const { key } = normaliseHeading(heading);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}\u0000${before}`;
  });
}

/**
 * One table of several sheets: columns of one heading are one column, in whatever order a sheet has them; what only a
 * later sheet has stands behind.
 * @example together([["Item", "Qty"], ["Qty", "Item", "Note"]]).places // [[0, 1], [1, 0, 2]]
 */
export function together(headers: readonly (readonly string[])[]): Together {
  const places = new Map<string, number>();
  const header: string[] = [];
  const placed = headers.map((own) =>
    keysOf(own).map((key, k) => {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, header.length);
      header.push(own[k] ?? "");
      return header.length - 1;
    }),
  );
  return { header, places: placed };
}

/** A record of a sheet in the columns of the table. */
export function placed(
  { row, cells, types }: TableRecord,
  at: readonly number[],
  width: number,
): TableRecord {
  if (width === cells.length && at.every((column, k) => column === k))
    return types === undefined ? { row, cells } : { row, cells, types };
  const moved = new Array<string>(width).fill("");
  const kinds = new Uint8Array(width);
  at.forEach((column, k) => {
    moved[column] = cells[k] ?? "";
    kinds[column] = types?.[k] ?? 0;
  });
  return { row, cells: moved, types: kinds };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../sets.ts";

export type Stored = Readonly<Record<string, string>>;

const text = (name: string): string => readFileSync(join(root, "benchmarks", "results", name), "utf8");

/** Rows of a stored CSV by heading; cells in quotes keep their commas. */
export function rowsOf(name: string): Stored[] {
  const [heading = [], ...rows] = text(`${name}.csv`)
    .trim()
    .split("\n")
    .map((line) =>
      Array.from(
        `,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g),
        ([, quoted, plain]) => quoted ?? plain ?? "",
      ),
    );
  return rows.map((cells) => Object.fromEntries(heading.map((of, k) => [of, cells[k] ?? ""])));
}

/** A stored JSON as its program wrote it. */
export const jsonOf = <T>(name: string): T => JSON.parse(text(`${name}.json`)) as T;

/** The number of a cell; NaN where it is empty. */
export const number = (row: Stored | undefined, name: string): number => Number(row?.[name] || Number.NaN);

/** Rounded as people do it: 1.4425 is 1.443. */
export const rounded = (x: number, digits: number): string =>
  (Math.round(x * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits);

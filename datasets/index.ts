import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Description } from "./description.ts";

export type { Description } from "./description.ts";

/** A bundled data set: its description, and absolute paths of its files. */
export interface Dataset {
  readonly description: Description;
  readonly folder: string;
  readonly orders: readonly string[];
  readonly items?: string;
  readonly suppliers?: string;
  readonly openOrders?: string;
  readonly calendar?: string;
  readonly truth?: string;
  /** Earlier nights, oldest first: the day each closes on, and what stood for other files then. */
  readonly nights: readonly { readonly asOf: string; readonly items: string; readonly openOrders: string }[];
}

/** Where the data sets are: beside this file, in a package beside what it was compiled to. */
const root =
  [import.meta.dirname, join(import.meta.dirname, "..", "..", "datasets")].find((folder) =>
    existsSync(join(folder, "werkstatt")),
  ) ?? import.meta.dirname;

/** Names of the bundled data sets. */
export const names = (): string[] =>
  readdirSync(root)
    .filter((name) => existsSync(join(root, name, "dataset.json")))
    .sort();

/**
 * Paths and description of a bundled data set.
 * @example load("werkstatt").orders.length // 3
 */
export function load(name: string): Dataset {
  if (!names().includes(name)) throw new RangeError(`no data set "${name}": there are ${names().join(", ")}`);
  const folder = join(root, name);
  const description = JSON.parse(readFileSync(join(folder, "dataset.json"), "utf8")) as Description;
  const { orders, ...others } = description.files;
  const paths = Object.entries(others).map(([role, file]) => [role, join(folder, file)]);
  return {
    description,
    folder,
    orders: orders.map((file) => join(folder, file)),
    nights: (description.nights ?? []).map(({ asOf, items, openOrders }) => ({
      asOf,
      items: join(folder, items),
      openOrders: join(folder, openOrders),
    })),
    ...Object.fromEntries(paths),
  };
}

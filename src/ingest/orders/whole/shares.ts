import type { Issue } from "../../../issue.ts";
import { lineKinds, type OrderLines } from "../../../order.ts";

/** Fewer lines than these may be of any kind by chance. */
const fewestLines = 20;
/** Receipts of so many times the demand, returns of so much of it, are more than a business bears. */
const mostReceived = 3;
const mostReturned = 0.5;

/** A history that receives or takes back much more than it needs: its directions may be read the wrong way. */
export function oddShares({ length, kind, quantity }: OrderLines): Issue[] {
  if (length < fewestLines) return [];
  const sums = new Float64Array(lineKinds.length);
  for (let k = 0; k < length; k++) sums[kind[k]] += Math.abs(quantity[k]);
  const of = (...names: (typeof lineKinds)[number][]): number =>
    names.reduce((sum, name) => sum + sums[lineKinds.indexOf(name)], 0);
  const [used, received, returned] = [of("sale", "issue"), of("receipt", "purchase"), of("return")];
  const demand = used > 0 ? used : of("purchase");
  const round = (value: number): number => Number(value.toPrecision(6));
  const issues: Issue[] = [];
  if (used > 0 && received > mostReceived * used)
    issues.push({
      code: "receipts-outweigh",
      severity: "warning",
      received: round(received),
      demand: round(used),
    });
  if (demand > 0 && returned > mostReturned * demand)
    issues.push({
      code: "returns-outweigh",
      severity: "warning",
      returned: round(returned),
      demand: round(demand),
    });
  return issues;
}

/** Items, with two lines or more here and elsewhere, by which a file is compared with the others. */
const fewestItems = 5;
const fewestOfItem = 2;
/** Tables beyond this size are not compared. */
const mostCells = 4_000_000;
/** From this factor on, in decades, that nearly all items share within a third of one, a file counts in another unit. */
const leastDecades = 0.85;
const mostSpread = 0.3;
const nearlyAll = 0.8;

/** Files whose lines are ten, a hundred or a thousand times as large as those of the same items in the other files. */
export function filesApart(lines: OrderLines): Issue[] {
  const files = lines.files.length;
  const items = lines.items.values.length;
  if (files < 2 || files * items > mostCells) return [];
  const [sums, counts] = [new Float64Array(files * items), new Float64Array(files * items)];
  const demand = new Set(["sale", "issue"].map((name) => lineKinds.indexOf(name as "sale")));
  for (let k = 0; k < lines.length; k++) {
    if (!demand.has(lines.kind[k]) || lines.byPeriod[k] === 1 || lines.quantity[k] === 0) continue;
    const cell = lines.file[k] * items + lines.item[k];
    sums[cell] += Math.abs(lines.quantity[k]);
    counts[cell] += 1;
  }
  return lines.files.flatMap((file, f): Issue[] => {
    const decades: number[] = [];
    for (let item = 0; item < items; item++) {
      let [sum, count] = [0, 0];
      for (let g = 0; g < files; g++) {
        if (g === f) continue;
        sum += sums[g * items + item];
        count += counts[g * items + item];
      }
      const own = f * items + item;
      if (count >= fewestOfItem && counts[own] >= fewestOfItem)
        decades.push(Math.log10((sums[own] / counts[own]) * (count / sum)));
    }
    const middle = decades.toSorted((a, b) => a - b)[Math.floor(decades.length / 2)] ?? 0;
    const alike = decades.filter((one) => Math.abs(one - middle) <= mostSpread).length;
    return decades.length >= fewestItems &&
      Math.abs(middle) >= leastDecades &&
      alike >= nearlyAll * decades.length
      ? [
          {
            code: "file-scaled",
            severity: "warning",
            file,
            count: decades.length,
            factor: 10 ** Math.round(middle),
          },
        ]
      : [];
  });
}

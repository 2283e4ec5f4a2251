import type { Issue } from "../../../issue.ts";
import { uniqueLabel } from "../column-names.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";

const proved = 0.95;

/** Whether what two columns say adds up: each line's parts to the quantity that stands in every one of its rows. */
function addUp(lines: readonly TableProfile["head"][], wholes: NumberOf, parts: NumberOf): boolean {
  let [several, differ] = [0, 0];
  for (const own of lines) {
    const [whole = Number.NaN, ...others] = own.map(wholes);
    const sum = own.reduce((all, cells) => all + parts(cells), 0);
    if (others.some((other) => other !== whole) || sum !== whole) return false;
    if (own.length > 1) several++;
    if (own.length > 1 && own.some((cells) => parts(cells) !== whole)) differ++;
  }
  return several > 0 && differ === several;
}

type NumberOf = (cells: readonly string[]) => number;

/**
 * A mapping that counts the parts of lines that stand in a row for each delivery of them: "Ordered 7" twice beside
 * "Shipped" 4 and 3 are 7 pieces. Known by the document and item that come again with the same quantity, and by the
 * column whose parts add up to it in every line.
 */
export function withSplitLines(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
): Mapping {
  const [order, item, quantity, line] = (["order", "item", "quantity", "line"] as const).map((field) =>
    mapping.fields.get(field),
  );
  if (order === undefined || item === undefined || quantity === undefined || said.has("quantity"))
    return mapping;
  const keys = [order, item, ...(line === undefined ? [] : [line])];
  const lines = [
    ...Map.groupBy(profile.head, (cells) =>
      keys.map((column) => cells[column] ?? "").join("\u001f"),
    ).values(),
  ];
  if (lines.length === profile.head.length) return mapping;
  const wholes = numbersOfColumn(profile, quantity);
  const parts = profile.columns.find(
    ({ index, filled, numberRate, dateRate }) =>
      !keys.includes(index) &&
      index !== quantity &&
      filled >= proved * profile.records &&
      numberRate > proved &&
      dateRate < 0.5 &&
      addUp(lines, wholes, numbersOfColumn(profile, index)),
  )?.index;
  if (parts === undefined) return mapping;
  const fields = new Map([...mapping.fields].filter(([, column]) => column !== parts)).set("quantity", parts);
  const issue: Issue = {
    code: "column-chosen",
    severity: "info",
    field: "quantity",
    column: uniqueLabel(header, parts),
    text: uniqueLabel(header, quantity),
  };
  return { ...mapping, fields, issues: [...mapping.issues, issue] };
}

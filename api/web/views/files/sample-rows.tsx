import type { VNode } from "preact";
import { date, typed, value } from "../../language.ts";
import { fieldName } from "../../names.ts";
import { WideTable } from "../../parts/table.tsx";
import { filesWords } from "../../words/files.ts";

type Row = Readonly<Record<string, unknown>>;

const most = 5;
/** Fields that say where a row came from, not what it says. */
const unshown = ["file", "row", "byPeriod"];

/** A value of a field: a number with every digit that the file has, a day as the reader writes it. */
function cellText(field: string, x: unknown): string {
  if (field === "kind") return value(String(x));
  if (typeof x === "number") return typed(x, 12);
  return typeof x === "string" ? date(x) : "";
}

/** The first rows as they are read. */
export function SampleRows({ rows }: { readonly rows: readonly Row[] }): VNode | null {
  const fields = Object.keys(rows[0] ?? {}).filter((field) => !unshown.includes(field));
  if (rows.length === 0) return null;
  return (
    <WideTable label={filesWords.sampleRows} caption={filesWords.sampleRows} heads={fields.map(fieldName)}>
      {rows.slice(0, most).map((row, k) => (
        <tr key={k}>
          {fields.map((field) => (
            <td key={field}>{cellText(field, row[field])}</td>
          ))}
        </tr>
      ))}
    </WideTable>
  );
}

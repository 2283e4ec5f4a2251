import type { VNode } from "preact";
import { percent, say, value } from "../../language.ts";
import { fieldName } from "../../names.ts";
import { WideTable } from "../../parts/table.tsx";
import type { Inspection } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";
import { choicesFor } from "./incoming.ts";

/** So many samples of a column are shown. */
const mostSamples = 4;

/** A format as its reader writes it; whole numbers need none. */
function shownFormat(format: string): string {
  if (format === "ambiguous" || format === "cell") return "";
  if (/^[a-z]+$/.test(format)) return value(format);
  const { day, month, year } = filesWords.formatLetters;
  return format
    .replace(/d+/g, (found) => day.repeat(found.length))
    .replace(/m{2}(?!:)/, (found) => month.repeat(found.length))
    .replace(/y+/g, (found) => year.repeat(found.length));
}

type Use = Inspection["columns"][number]["use"];

/** Why no meaning is shown. */
const idle = (use: Use): string =>
  use === "total" ? filesWords.isTotal : use === "empty" ? filesWords.isEmpty : filesWords.unused;

interface ColumnsTableProps {
  readonly columns: Inspection["columns"];
  /** Kind of the file, on which the fields of its columns hang. */
  readonly kind: string;
  readonly correct: (column: number, field: string) => void;
}

/** The columns of a file, those of which nothing is made folded: an export of a shop has eighty. */
export function ColumnsTable({ columns, ...more }: ColumnsTableProps): VNode {
  const idle = columns.filter(({ field }) => field === null);
  const read = columns.filter(({ field }) => field !== null);
  return (
    <>
      <Rows columns={read} {...more} />
      {idle.length > 0 && (
        <details open={read.length === 0}>
          <summary>{say(filesWords.idleColumns, { count: idle.length })}</summary>
          <Rows columns={idle} {...more} />
        </details>
      )}
    </>
  );
}

/** Columns: meaning, how sure that is, samples; each meaning can be corrected. */
function Rows({ columns, kind, correct }: ColumnsTableProps): VNode {
  const fields = choicesFor(kind);
  return (
    <WideTable
      class="mapping"
      label={filesWords.understood}
      heads={[filesWords.column, filesWords.meaning, filesWords.sure, filesWords.samples]}
    >
      {columns.map(({ index: k, header, field, use, confidence, format, samples }) => (
        <tr key={k} class={field === null ? "unused" : ""}>
          <th scope="row">
            {header === "" ? `#${k + 1}` : header}
            {shownFormat(format) !== "" && <span class="sub">{shownFormat(format)}</span>}
          </th>
          <td>
            <select
              aria-label={`${filesWords.meaning}: ${header}`}
              value={field ?? ""}
              onChange={(event) => correct(k, event.currentTarget.value)}
            >
              <option value="" selected={field === null}>
                {idle(use)}
              </option>
              {fields.map((one) => (
                <option key={one} value={one} selected={one === field}>
                  {fieldName(one)}
                </option>
              ))}
            </select>
          </td>
          <td>{field === null ? "" : percent(confidence, 0)}</td>
          <td class="samples">{samples.slice(0, mostSamples).join(" · ")}</td>
        </tr>
      ))}
    </WideTable>
  );
}

import type { VNode } from "preact";
import { lang, percent, t, value } from "../../language.ts";
import { WideTable } from "../../parts/table.tsx";
import type { Inspection } from "../../shapes.ts";
import { fieldName } from "../../words/fields.ts";
import { fileWords } from "../../words/files.ts";
import { choicesFor } from "./incoming.ts";

/** So many samples of a column are shown. */
const mostSamples = 4;

/** A format as its reader writes it; whole numbers need none. */
function shownFormat(format: string): string {
  if (format === "ambiguous" || format === "cell") return "";
  if (/^[a-z]+$/.test(format)) return value(format);
  if (lang() === "en") return format;
  return format
    .replace(/d+/g, (found) => "T".repeat(found.length))
    .replace(/m{2}(?!:)/, "MM")
    .replace(/y+/g, (found) => "J".repeat(found.length));
}

interface ColumnsTableProps {
  readonly columns: Inspection["columns"];
  /** Kind of the file, on which the fields of its columns hang. */
  readonly kind: string;
  readonly correct: (column: number, field: string) => void;
}

/** The columns of a file: meaning, how sure that is, samples; each meaning can be corrected. */
export function ColumnsTable({ columns, kind, correct }: ColumnsTableProps): VNode {
  const fields = choicesFor(kind);
  return (
    <WideTable
      class="mapping"
      label={t(fileWords.understood)}
      heads={[t(fileWords.column), t(fileWords.meaning), t(fileWords.sure), t(fileWords.samples)]}
    >
      {columns.map(({ header, field, confidence, format, samples }, k) => (
        <tr key={k} class={field === null ? "unused" : ""}>
          <th scope="row">
            {header === "" ? `#${k + 1}` : header}
            {shownFormat(format) !== "" && <span class="sub">{shownFormat(format)}</span>}
          </th>
          <td>
            <select
              aria-label={`${t(fileWords.meaning)}: ${header}`}
              value={field ?? ""}
              onChange={(event) => correct(k, event.currentTarget.value)}
            >
              <option value="" selected={field === null}>
                {t(fileWords.unused)}
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

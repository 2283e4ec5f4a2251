import type { VNode } from "preact";
import { moment, say, whole } from "../../language.ts";
import { kindName } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { PlanView, UploadRow } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";

type PlanFiles = NonNullable<NonNullable<PlanView["summary"]>["files"]>;

interface ImportsProps {
  readonly rows: readonly UploadRow[];
  /** What the shown plan used of its files: more than an import could, where questions were answered since. */
  readonly planned: PlanFiles;
  readonly undo: (row: UploadRow) => void;
  readonly plan: () => void;
}

/** Files that were imported, the newest first; each import can be undone. */
export function Imports({ rows, planned, undo, plan }: ImportsProps): VNode {
  return (
    <section class="card">
      <div class="row between">
        <h2>{filesWords.imports}</h2>
        {rows.length > 0 && (
          <button type="button" onClick={plan}>
            {filesWords.plan}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="muted">{filesWords.noImports}</p>
      ) : (
        <WideTable
          label={filesWords.imports}
          class="import-lines"
          heads={[filesWords.file, filesWords.kind, filesWords.when, filesWords.state, ""]}
        >
          {rows.toReversed().map((row) => (
            <ImportRow key={row.id} row={row} used={usedOf(row, planned)} undo={() => undo(row)} />
          ))}
        </WideTable>
      )}
    </section>
  );
}

/** How many rows of a file were used: by the shown plan, which knows every answer, else when it was imported. */
function usedOf({ name, report }: UploadRow, planned: PlanFiles): number {
  const [found, ...others] = planned.filter(({ file, rows }) => file === name && rows === report.rows);
  return found === undefined || others.length > 0 ? (report.used ?? report.rows) : found.used;
}

interface ImportRowProps {
  readonly row: UploadRow;
  readonly used: number;
  readonly undo: () => void;
}

function ImportRow({ row, used, undo }: ImportRowProps): VNode {
  const { rows } = row.report;
  const name = row.name === "" ? kindName(row.kind) : row.name;
  return (
    <tr>
      <td>
        {name}
        <span class="sub">{say(filesWords.used, { used: whole(used), rows: whole(rows) })}</span>
      </td>
      <td>{kindName(row.kind)}</td>
      <td>{moment(row.created)}</td>
      <td>{row.current ? <Chip kind="good">{filesWords.current}</Chip> : filesWords.replaced}</td>
      <td>
        <button type="button" aria-label={`${filesWords.undo}: ${name}`} onClick={undo}>
          {filesWords.undo}
        </button>
      </td>
    </tr>
  );
}

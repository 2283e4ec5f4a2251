import type { VNode } from "preact";
import { moment, say, whole } from "../../language.ts";
import { kindName } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { UploadRow } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";

interface ImportsProps {
  readonly rows: readonly UploadRow[];
  readonly undo: (row: UploadRow) => void;
  readonly plan: () => void;
}

/** Files that were imported, the newest first; each import can be undone. */
export function Imports({ rows, undo, plan }: ImportsProps): VNode {
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
          heads={[filesWords.file, filesWords.kind, filesWords.when, filesWords.state, ""]}
        >
          {rows.toReversed().map((row) => (
            <ImportRow key={row.id} row={row} undo={() => undo(row)} />
          ))}
        </WideTable>
      )}
    </section>
  );
}

function ImportRow({ row, undo }: { readonly row: UploadRow; readonly undo: () => void }): VNode {
  const { rows, used = rows } = row.report;
  return (
    <tr>
      <td>
        {row.name}
        <span class="sub">{say(filesWords.used, { used: whole(used), rows: whole(rows) })}</span>
      </td>
      <td>{kindName(row.kind)}</td>
      <td>{moment(row.created)}</td>
      <td>{row.current ? <Chip kind="good">{filesWords.current}</Chip> : filesWords.replaced}</td>
      <td>
        <button type="button" aria-label={`${filesWords.undo}: ${row.name}`} onClick={undo}>
          {filesWords.undo}
        </button>
      </td>
    </tr>
  );
}

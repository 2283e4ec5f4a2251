import type { VNode } from "preact";
import { moment, say, t, whole } from "../../language.ts";
import { kindName } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { UploadRow } from "../../shapes.ts";

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
        <h2>{t.files.imports}</h2>
        {rows.length > 0 && (
          <button type="button" onClick={plan}>
            {t.files.plan}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="muted">{t.files.noImports}</p>
      ) : (
        <WideTable
          label={t.files.imports}
          heads={[t.files.file, t.files.kind, t.files.when, t.files.state, ""]}
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
        <span class="sub">{say(t.files.used, { used: whole(used), rows: whole(rows) })}</span>
      </td>
      <td>{kindName(row.kind)}</td>
      <td>{moment(row.created)}</td>
      <td>{row.current ? <Chip kind="good">{t.files.current}</Chip> : t.files.replaced}</td>
      <td>
        <button type="button" aria-label={`${t.files.undo}: ${row.name}`} onClick={undo}>
          {t.files.undo}
        </button>
      </td>
    </tr>
  );
}

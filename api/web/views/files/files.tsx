import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { say, whole } from "../../language.ts";
import { kindName } from "../../names.ts";
import { Card } from "../../parts/card.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { Missing } from "../../parts/states.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { Session } from "../../session/session.ts";
import type { PlanView, UploadRow } from "../../shapes.ts";
import { useFetched, useKept, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { filesWords } from "../../words/files.ts";
import { DropZone } from "./drop-zone.tsx";
import { Imports } from "./imports.tsx";
import { linesOf } from "./incoming.ts";
import { IncomingFile } from "./incoming-file.tsx";
import { Questions } from "./questions.tsx";
import { Remembered } from "./remembered.tsx";
import { Runs } from "./runs.tsx";
import { useIncoming } from "./use-incoming.ts";

interface ExampleFilesProps {
  readonly of: NonNullable<NonNullable<PlanView["summary"]>["files"]>;
  readonly plan: () => void;
}

/** The files of the example, and what of each was used. */
const ExampleFiles = ({ of, plan }: ExampleFilesProps): VNode => (
  <Card title={filesWords.exampleFiles}>
    <p>
      <button type="button" onClick={plan}>
        {filesWords.plan}
      </button>
    </p>
    <WideTable label={filesWords.exampleFiles} heads={[filesWords.file, filesWords.lines]}>
      {of.map(({ file, rows, used }) => (
        <tr key={file}>
          <td>{file}</td>
          <td>{say(filesWords.used, { used: whole(used), rows: whole(rows) })}</td>
        </tr>
      ))}
    </WideTable>
  </Card>
);

/** The plan that was asked for here is done: what it suggests, or what it lacks for that, and the way there. */
function Made({ of: { summary } }: { readonly of: PlanView }): VNode {
  const [lines, items] = [summary?.orderLines ?? 0, summary?.items ?? 0];
  return (
    <p class="note row between" role="status">
      {lines > 0
        ? say(filesWords.made, { lines: whole(lines), items: whole(items) })
        : say(filesWords.madeNone, { items: whole(items) })}
      <a class="button main" href={linkTo({ view: "orders" })}>
        {lines > 0 ? filesWords.toLines : filesWords.toReasons}
      </a>
    </p>
  );
}

interface UndoDialogProps {
  readonly row: UploadRow;
  readonly undo: () => Promise<unknown>;
  readonly close: () => void;
}

/** Asks before an import is undone: its rows do not come back by a press. */
const UndoDialog = ({ row: { name, kind, report }, undo, close }: UndoDialogProps): VNode => (
  <FormDialog
    title={`${filesWords.undo}: ${name === "" ? kindName(kind) : name}`}
    done={filesWords.undo}
    submit={async () => {
      close();
      await undo();
    }}
    close={close}
  >
    <p>{say(filesWords.undoText, { rows: whole(report.rows) })}</p>
  </FormDialog>
);

/** Files in, what they were understood as, what is here already, and the runs. */
export function Files({ session }: ViewProps): VNode {
  const { client } = session;
  const { newest, shown } = useStore(session.plans);
  const [before, setBefore] = useState<string>();
  const plan: Session["plan"] = (config) => {
    setBefore(shown?.id ?? "");
    return session.plan(config);
  };
  const isExample = shown?.request.uploads !== undefined;
  const files = useIncoming(session);
  const { incoming } = files;
  const dropped = useStore(session.dropped);
  useEffect(() => {
    if (dropped.length === 0) return;
    session.dropped.set([]);
    files.add(dropped);
  }, [dropped]);
  const uploads = useKept(
    useFetched(`files ${newest?.id} ${newest?.state}`, async () => {
      const [rows, answers] = await Promise.all([client.uploads(), client.answers()]);
      return { rows, answers };
    }),
  );
  const runs = useKept(useFetched(`runs ${newest?.id} ${newest?.state}`, () => client.plans()));
  const take = async (): Promise<void> => {
    const isGood = await files.take();
    uploads.again();
    if (isGood) await plan().then(files.clear);
  };
  const [removing, setRemoving] = useState<UploadRow>();
  const undo = (row: UploadRow): Promise<boolean> =>
    session.attempt(async () => {
      await client.removeUpload(row.id);
      session.notify("good", say(filesWords.undone, { file: row.name }), {
        name: filesWords.plan,
        act: () => plan(),
      });
      uploads.again();
    });
  return (
    <>
      <h1>{filesWords.title}</h1>
      <p class="lead">{filesWords.lead}</p>
      {isExample && <p class="note">{filesWords.isExample}</p>}
      <DropZone add={files.add} />
      {before !== undefined && shown !== undefined && shown.id !== before && <Made of={shown} />}
      {incoming.map((one) => (
        <IncomingFile key={one.key} of={one} lines={linesOf(one, incoming)} files={files} />
      ))}
      {incoming.some(({ state }) => state === "understood") && (
        <div class="actions sticky">
          <button
            type="button"
            class="main"
            disabled={incoming.some(({ state }) => state === "reading" || state === "importing")}
            onClick={() => void take()}
          >
            {filesWords.take}
          </button>
        </div>
      )}
      <Missing of={uploads} />
      {uploads.state === "here" && (
        <>
          <Questions session={session} asked={uploads.value.answers.questions} again={uploads.again} />
          <Remembered session={session} answers={uploads.value.answers} again={uploads.again} />
          {isExample && uploads.value.rows.length === 0 ? (
            <ExampleFiles of={shown.summary?.files ?? []} plan={() => void plan()} />
          ) : (
            <Imports
              rows={uploads.value.rows}
              planned={shown?.summary?.files ?? []}
              undo={setRemoving}
              plan={() => void plan()}
            />
          )}
        </>
      )}
      {removing !== undefined && (
        <UndoDialog row={removing} undo={() => undo(removing)} close={() => setRemoving(undefined)} />
      )}
      {runs.state === "here" && runs.value.length > 0 && (
        <Runs rows={runs.value} force={() => void plan({ force: true })} />
      )}
    </>
  );
}

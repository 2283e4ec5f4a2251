import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { date, moment, say, t, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { PlanState, UploadRow } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { fieldName } from "../../words/fields.ts";
import { fileWords, kindName } from "../../words/files.ts";
import { DropZone } from "./drop-zone.tsx";
import {
  columnAnswer,
  columnQuestion,
  examine,
  type Incoming,
  importFile,
  isKind,
  linesOf,
} from "./import.ts";
import { IncomingFile } from "./incoming-file.tsx";
import { Questions } from "./questions.tsx";

let nextKey = 1;

/** Files in, what they were understood as, what is here already, and the runs. */
export function Files({ session }: ViewProps): VNode {
  const { client } = session;
  const plans = useStore(session.plans);
  const [incoming, setIncoming] = useState<readonly Incoming[]>([]);
  const uploads = useFetched(`files ${plans.newest?.id} ${plans.newest?.state}`, async () => {
    const [rows, { questions }] = await Promise.all([client.uploads(), client.answers()]);
    return { rows, questions };
  });
  const runs = useFetched(`runs ${plans.newest?.id} ${plans.newest?.state}`, () => client.plans());
  const isStarting = useRef(false);
  const put = (next: Incoming): void =>
    setIncoming((before) => before.map((one) => (one.key === next.key ? next : one)));

  const add = (files: readonly File[]): void => {
    for (const file of files) {
      const one: Incoming = { key: nextKey++, name: file.name, file, state: "reading", kind: "" };
      setIncoming((before) => [...before, one]);
      void examine(client, one, put);
    }
  };
  const correct = async (of: Incoming, column: number, field: string): Promise<void> => {
    const inspection = of.understood?.inspection;
    const named = inspection?.columns[column];
    if (inspection === undefined || named === undefined) return;
    const before = named.field;
    const answers: Record<string, string | null> =
      field === "" && before !== null
        ? { [columnQuestion(before, inspection)]: null }
        : { [columnQuestion(field, inspection)]: columnAnswer(named) };
    try {
      await client.answer(answers);
      if (field !== "")
        session.notify("good", say(fileWords.corrected, { column: named.header, field: fieldName(field) }));
      await examine(client, { ...of, state: "reading" }, put);
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const startPlan = async (config: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    if (isStarting.current) return;
    isStarting.current = true;
    try {
      await client.startPlan(config, crypto.randomUUID());
      session.notify("good", t(fileWords.planStarted));
      await session.refresh();
      runs.again();
    } catch (error) {
      session.notify("error", (error as Error).message);
    } finally {
      isStarting.current = false;
    }
  };
  const take = async (): Promise<void> => {
    let failures = 0;
    for (const one of incoming.filter(({ state, kind }) => state === "understood" && isKind(kind))) {
      put({ ...one, state: "importing" });
      try {
        const row = await importFile(client, one);
        put({ ...one, state: "imported", report: row.report, wasKnown: row.wasKnown });
        session.notify("good", say(row.wasKnown ? fileWords.known : fileWords.imported, { file: one.name }));
      } catch (error) {
        failures++;
        put({ ...one, state: "failed", error: (error as Error).message });
      }
    }
    uploads.again();
    if (failures > 0) return;
    await startPlan();
    setIncoming((before) => before.filter(({ state }) => state !== "imported"));
  };
  const ready = incoming.filter(({ state }) => state === "understood");
  return (
    <>
      <h1>{t(fileWords.title)}</h1>
      <p class="lead">{t(fileWords.lead)}</p>
      <DropZone add={add} />
      {incoming.map((one) => (
        <IncomingFile
          key={one.key}
          of={one}
          lines={linesOf(one, incoming)}
          correct={(column, field) => void correct(one, column, field)}
          setKind={(kind) => void examine(client, { ...one, kind, state: "reading" }, put)}
          remove={() => setIncoming((before) => before.filter(({ key }) => key !== one.key))}
        />
      ))}
      {ready.length > 0 && (
        <div class="actions sticky">
          <button
            type="button"
            onClick={() => void take()}
            class="main"
            disabled={incoming.some(({ state }) => state === "reading" || state === "importing")}
          >
            {t(fileWords.take)}
          </button>
        </div>
      )}
      {uploads.state === "here" && (
        <Questions
          session={session}
          asked={uploads.value.questions}
          again={uploads.again}
          replan={() => void startPlan()}
        />
      )}
      {uploads.state === "loading" && <Waiting />}
      {uploads.state === "failed" && <Failure why={uploads.error.message} again={uploads.again} />}
      {uploads.state === "here" && (
        <Imports
          rows={uploads.value.rows}
          undo={(row) =>
            void client.removeUpload(row.id).then(
              () => {
                session.notify("good", say(fileWords.undone, { file: row.name }));
                uploads.again();
              },
              (error: Error) => session.notify("error", error.message),
            )
          }
          plan={() => void startPlan()}
        />
      )}
      {runs.state === "here" && runs.value.length > 0 && (
        <Runs rows={runs.value} force={() => void startPlan({ force: true })} />
      )}
    </>
  );
}

interface ImportsProps {
  readonly rows: readonly UploadRow[];
  readonly undo: (row: UploadRow) => void;
  readonly plan: () => void;
}

const instant = (at: string | number | null | undefined): string =>
  at == null ? "–" : moment(new Date(at).getTime());

function Imports({ rows, undo, plan }: ImportsProps): VNode {
  return (
    <section class="card">
      <div class="row between">
        <h2>{t(fileWords.imports)}</h2>
        {rows.length > 0 && (
          <button type="button" onClick={plan}>
            {t(fileWords.plan)}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="muted">{t(fileWords.noImports)}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={t(fileWords.imports)}>
          <table>
            <thead>
              <tr>
                {(["file", "kind", "when", "state"] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(fileWords[name])}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {[...rows].reverse().map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.name}
                    <span class="sub">
                      {say(fileWords.used, {
                        used: whole(row.report.used ?? row.report.rows),
                        rows: whole(row.report.rows),
                      })}
                    </span>
                  </td>
                  <td>{kindName(row.kind)}</td>
                  <td>{instant(row.created)}</td>
                  <td>
                    {row.current === false ? (
                      t(fileWords.replaced)
                    ) : (
                      <Chip kind="good">{t(fileWords.current)}</Chip>
                    )}
                  </td>
                  <td>
                    <button
                      type="button"
                      onClick={() => undo(row)}
                      aria-label={`${t(fileWords.undo)}: ${row.name}`}
                    >
                      {t(fileWords.undo)}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Runs({ rows, force }: { readonly rows: readonly PlanState[]; readonly force: () => void }): VNode {
  const lights = { queued: "", running: "", held: "amber", done: "green", failed: "red" } as const;
  return (
    <section class="card">
      <h2>{t(fileWords.plans)}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(fileWords.plans)}>
        <table>
          <thead>
            <tr>
              {(["when", "asOf", "state"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(fileWords[name])}
                </th>
              ))}
              <th scope="col">{t(fileWords.report)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, created, asOf, state, reason }, k) => (
              <tr key={id}>
                <td>{instant(created)}</td>
                <td>{asOf == null ? "–" : date(asOf)}</td>
                <td>
                  <Chip kind={lights[state]}>{t(fileWords.states[state])}</Chip>
                  {reason != null && <span class="sub">{reason}</span>}
                  {state === "held" && k === 0 && (
                    <button type="button" onClick={force}>
                      {t(fileWords.force)}
                    </button>
                  )}
                </td>
                <td>
                  {state === "done" && (
                    <a href={`/v1/plans/${encodeURIComponent(id)}/report`} target="_blank" rel="noopener">
                      {t(fileWords.report)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import { Fragment, h } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Drawn } from "../../drawn.ts";
import { date, moment, say, t, whole } from "../../language.ts";
import { button, chip, failure, link, waiting } from "../../parts/basic.tsx";
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
export function Files({ session }: ViewProps): Drawn {
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
  return h(
    Fragment,
    {},
    h("h1", {}, t(fileWords.title)),
    h("p", { class: "lead" }, t(fileWords.lead)),
    h(DropZone, { add }),
    incoming.map((one) =>
      h(IncomingFile, {
        key: one.key,
        of: one,
        lines: linesOf(one, incoming),
        correct: (column, field) => void correct(one, column, field),
        setKind: (kind) => void examine(client, { ...one, kind, state: "reading" }, put),
        remove: () => setIncoming((before) => before.filter(({ key }) => key !== one.key)),
      }),
    ),
    ready.length > 0 &&
      h(
        "div",
        { class: "actions sticky" },
        button(t(fileWords.take), () => void take(), {
          class: "main",
          disabled: incoming.some(({ state }) => state === "reading" || state === "importing"),
        }),
      ),
    uploads.state === "here" &&
      h(Questions, {
        session,
        asked: uploads.value.questions,
        again: uploads.again,
        replan: () => void startPlan(),
      }),
    uploads.state === "loading" && waiting(),
    uploads.state === "failed" && failure(uploads.error.message, uploads.again),
    uploads.state === "here" &&
      h(Imports, {
        rows: uploads.value.rows,
        undo: (row) =>
          void client.removeUpload(row.id).then(
            () => {
              session.notify("good", say(fileWords.undone, { file: row.name }));
              uploads.again();
            },
            (error: Error) => session.notify("error", error.message),
          ),
        plan: () => void startPlan(),
      }),
    runs.state === "here" &&
      runs.value.length > 0 &&
      h(Runs, { rows: runs.value, force: () => void startPlan({ force: true }) }),
  );
}

interface ImportsProps {
  readonly rows: readonly UploadRow[];
  readonly undo: (row: UploadRow) => void;
  readonly plan: () => void;
}

const instant = (at: string | number | null | undefined): string =>
  at == null ? "–" : moment(new Date(at).getTime());

function Imports({ rows, undo, plan }: ImportsProps): Drawn {
  return h(
    "section",
    { class: "card" },
    h(
      "div",
      { class: "row between" },
      h("h2", {}, t(fileWords.imports)),
      rows.length > 0 && button(t(fileWords.plan), plan),
    ),
    rows.length === 0
      ? h("p", { class: "muted" }, t(fileWords.noImports))
      : h(
          "div",
          { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(fileWords.imports) },
          h(
            "table",
            {},
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                (["file", "kind", "when", "state"] as const).map((name) =>
                  h("th", { key: name, scope: "col" }, t(fileWords[name])),
                ),
                h("td", {}),
              ),
            ),
            h(
              "tbody",
              {},
              [...rows].reverse().map((row) =>
                h(
                  "tr",
                  { key: row.id },
                  h(
                    "td",
                    {},
                    row.name,
                    h(
                      "span",
                      { class: "sub" },
                      say(fileWords.used, {
                        used: whole(row.report.used ?? row.report.rows),
                        rows: whole(row.report.rows),
                      }),
                    ),
                  ),
                  h("td", {}, kindName(row.kind)),
                  h("td", {}, instant(row.created)),
                  h(
                    "td",
                    {},
                    row.current === false ? t(fileWords.replaced) : chip("good", t(fileWords.current)),
                  ),
                  h(
                    "td",
                    {},
                    button(t(fileWords.undo), () => undo(row), {
                      "aria-label": `${t(fileWords.undo)}: ${row.name}`,
                    }),
                  ),
                ),
              ),
            ),
          ),
        ),
  );
}

function Runs({ rows, force }: { readonly rows: readonly PlanState[]; readonly force: () => void }): Drawn {
  const lights = { queued: "", running: "", held: "amber", done: "green", failed: "red" } as const;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(fileWords.plans)),
    h(
      "div",
      { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(fileWords.plans) },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            (["when", "asOf", "state"] as const).map((name) =>
              h("th", { key: name, scope: "col" }, t(fileWords[name])),
            ),
            h("th", { scope: "col" }, t(fileWords.report)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map(({ id, created, asOf, state, reason }, k) =>
            h(
              "tr",
              { key: id },
              h("td", {}, instant(created)),
              h("td", {}, asOf == null ? "–" : date(asOf)),
              h(
                "td",
                {},
                chip(lights[state], t(fileWords.states[state])),
                reason != null && h("span", { class: "sub" }, reason),
                state === "held" && k === 0 && button(t(fileWords.force), force),
              ),
              h(
                "td",
                {},
                state === "done" &&
                  link(`/v1/plans/${encodeURIComponent(id)}/report`, t(fileWords.report), {
                    target: "_blank",
                    rel: "noopener",
                  }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayOf, isoDate, type ReplayResult } from "../../../../src/index.ts";
import { percent, say } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Failure, Missing, Waiting } from "../../parts/states.tsx";
import { isUnderWay } from "../../session/plans.ts";
import type { Session } from "../../session/session.ts";
import { useFetched, useStore } from "../../store.ts";
import { cashWords } from "../../words/cash.ts";
import { ReplayOutcome } from "./replay-outcome.tsx";

const isReplay = (value: unknown): value is ReplayResult =>
  typeof value === "object" &&
  value !== null &&
  "policies" in value &&
  Array.isArray(value.policies) &&
  "frontier" in value;

/** A replay in a file; undefined where the file is none. */
async function readReplay(file: File): Promise<ReplayResult | undefined> {
  try {
    const value: unknown = JSON.parse(await file.text());
    return isReplay(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The year up to as-of. */
const lastYear = (asOf: string): { from: string; to: string } => ({
  from: isoDate(dayOf(asOf) - 364),
  to: asOf,
});

/** The newest replay of the server, whether it still runs, and the result of the newest that is done. */
function useReplays(session: Session, plan: string) {
  const found = useFetched(plan, () => session.client.replays());
  const rows = found.state === "here" ? found.value : [];
  const [newest] = rows;
  const done = rows.find(({ state }) => state === "done")?.id;
  const result = useFetched(done ?? "", async () =>
    done === undefined ? undefined : session.client.replay(done),
  );
  const isRunning = isUnderWay(newest);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(found.again, 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return { found, newest, isRunning, done, result };
}

/** The past with our suggestions against what was: ordered here, or from a replay.json. */
export function Replay({ session }: { readonly session: Session }): VNode {
  const plan = useStore(session.plans).shown;
  const { found, newest, isRunning, done, result } = useReplays(session, plan?.id ?? "");
  const [opened, setOpened] = useState<ReplayResult | "none">();
  const order = (values: FormData): Promise<boolean> =>
    session.attempt(async () => {
      const [from, to] = [String(values.get("from")), String(values.get("to"))];
      await session.client.startReplay({ ...plan?.request, from, to });
      setOpened(undefined);
      found.again();
    });
  const shown = opened ?? (result.state === "here" ? result.value : undefined);
  return (
    <Card title={cashWords.replay}>
      <p class="muted">{cashWords.replayText}</p>
      {plan?.asOf != null && <Span {...lastYear(plan.asOf)} isRunning={isRunning} submit={order} />}
      {isRunning && newest !== undefined && (
        <Progress
          share={newest.progress}
          cancel={() => void session.client.cancelReplay(newest.id).then(found.again)}
        />
      )}
      {newest?.state === "failed" && <Failure why={newest.reason ?? ""} />}
      {found.state === "failed" && <Missing of={found} />}
      {result.state === "failed" && <Missing of={result} />}
      {shown === "none" && (
        <p class="bad" role="alert">
          {cashWords.notReplay}
        </p>
      )}
      {typeof shown === "object" && <ReplayOutcome of={shown} />}
      <div class="actions">
        {done !== undefined && opened === undefined && <Downloads replay={done} />}
        <label class="button">
          {cashWords.chooseReplay}
          <input
            type="file"
            accept=".json"
            class="sr"
            onChange={async ({ currentTarget: { files } }) => {
              if (files?.[0] !== undefined) setOpened((await readReplay(files[0])) ?? "none");
            }}
          />
        </label>
      </div>
    </Card>
  );
}

interface SpanProps {
  readonly from: string;
  readonly to: string;
  readonly isRunning: boolean;
  readonly submit: (values: FormData) => unknown;
}

/** The days that a replay is to count. */
const Span = ({ from, to, isRunning, submit }: SpanProps): VNode => (
  <Form class="form-row" submit={submit}>
    <Field label={cashWords.from} narrow>
      <input name="from" type="date" required defaultValue={from} />
    </Field>
    <Field label={cashWords.to} narrow>
      <input name="to" type="date" required defaultValue={to} />
    </Field>
    <button type="submit" class="main" disabled={isRunning}>
      {cashWords.startReplay}
    </button>
  </Form>
);

interface ProgressProps {
  readonly share: number;
  readonly cancel: () => void;
}

const Progress = ({ share, cancel }: ProgressProps): VNode => (
  <div class="row">
    <Waiting text={say(cashWords.replayRuns, { done: percent(share, 0) })} />
    <button type="button" onClick={cancel}>
      {cashWords.cancel}
    </button>
  </div>
);

const Downloads = ({ replay }: { readonly replay: string }): VNode => (
  <>
    {["replay.json", "replay.csv", "replay.html"].map((name) => (
      <a key={name} href={`/v1/replays/${replay}/files/${name}`} class="button" download={name}>
        {name}
      </a>
    ))}
  </>
);

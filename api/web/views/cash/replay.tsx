import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayOf, isoDate, type ReplayPolicyResult, type ReplayResult } from "../../../../src/index.ts";
import { date, money, percent, say, t, whole } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import type { PlanState } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import { cashWords } from "../../words/cash.ts";
import { frontierChart, policyName, stockLines, stockOverTime } from "./replay-charts.ts";

const isReplay = (value: unknown): value is ReplayResult =>
  typeof value === "object" &&
  value !== null &&
  "policies" in value &&
  Array.isArray(value.policies) &&
  "frontier" in value;

/** The year up to as-of. */
export const lastYear = (asOf: string): { from: string; to: string } => ({
  from: isoDate(dayOf(asOf) - 364),
  to: asOf,
});

const isWaiting = ({ state }: PlanState): boolean => state === "queued" || state === "running";

/** The past with our suggestions against what was: ordered here, or from a replay.json. */
export function Replay({ session }: { readonly session: Session }): VNode {
  const plan = useStore(session.plans).shown;
  const [opened, setOpened] = useState<ReplayResult | string>();
  const found = useFetched(plan?.id ?? "", () => session.client.replays());
  const newest = found.state === "here" ? found.value[0] : undefined;
  const done = found.state === "here" ? found.value.find(({ state }) => state === "done") : undefined;
  const result = useFetched(done?.id ?? "", async () =>
    done === undefined ? undefined : session.client.replay(done.id),
  );
  const runs = newest !== undefined && isWaiting(newest);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(found.again, 1_000);
    return () => clearInterval(timer);
  }, [runs]);

  const order = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    try {
      await session.client.startReplay({
        from: String(form.get("from")),
        to: String(form.get("to")),
        ...plan?.request,
      });
      setOpened(undefined);
      found.again();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const open = async (event: Event): Promise<void> => {
    const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (file === undefined) return;
    try {
      const value: unknown = JSON.parse(await file.text());
      setOpened(isReplay(value) ? value : t(cashWords.notReplay));
    } catch {
      setOpened(t(cashWords.notReplay));
    }
  };
  const shown = opened ?? (result.state === "here" ? result.value : undefined);
  return (
    <section class="card">
      <h2>{t(cashWords.replay)}</h2>
      <p class="muted">{t(cashWords.replayText)}</p>
      {plan?.asOf != null && <SpanForm {...lastYear(plan.asOf)} isRunning={runs} submit={order} />}
      {runs && progress(newest, () => void session.client.cancelReplay(newest.id).then(found.again))}
      {newest?.state === "failed" && <Failure why={newest.reason ?? ""} />}
      {found.state === "failed" && <Failure why={found.error.message} again={found.again} />}
      {result.state === "failed" && <Failure why={result.error.message} again={result.again} />}
      {typeof shown === "string" && (
        <p class="bad" role="alert">
          {shown}
        </p>
      )}
      {typeof shown === "object" && outcome(shown)}
      <div class="actions">
        {done !== undefined &&
          opened === undefined &&
          (["replay.json", "replay.csv", "replay.html"] as const).map((name) => (
            <a href={`/v1/replays/${done.id}/files/${name}`} key={name} class="button" download={name}>
              {name}
            </a>
          ))}
        <label class="button">
          {t(cashWords.chooseReplay)}
          <input type="file" accept=".json" class="sr" onChange={open} />
        </label>
      </div>
    </section>
  );
}

interface SpanFormProps {
  readonly from: string;
  readonly to: string;
  readonly isRunning: boolean;
  readonly submit: (event: Event) => Promise<void>;
}

function SpanForm({ from, to, isRunning, submit }: SpanFormProps): VNode {
  const day = (name: "from" | "to", initial: string): VNode => (
    <label class="field narrow">
      <span>{t(cashWords[name])}</span>
      <input name={name} type="date" required defaultValue={initial} />
    </label>
  );
  return (
    <form class="form-row" onSubmit={(event) => void submit(event)}>
      {day("from", from)}
      {day("to", to)}
      <button type="submit" class="main" disabled={isRunning}>
        {t(cashWords.startReplay)}
      </button>
    </form>
  );
}

const progress = (of: PlanState, cancel: () => void): VNode => (
  <div class="row">
    <Waiting text={say(cashWords.replayRuns, { done: percent(of.progress, 0) })} />
    <button type="button" onClick={cancel}>
      {t(cashWords.cancel)}
    </button>
  </div>
);

/** What our suggestions would have changed against today's parameters, in one sentence. */
function verdict({ policies }: ReplayResult): string {
  const of = (name: string) => policies.find(({ policy }) => policy === name);
  const [ours, today] = [of("bedarf"), of("as-is")];
  if (ours === undefined || today === undefined) return t(cashWords.noAsIs);
  return say(cashWords.verdict, {
    ours: money(ours.averageStockValue, undefined, 0),
    today: money(today.averageStockValue, undefined, 0),
    fill: percent(ours.fillRate),
    fillToday: percent(today.fillRate),
  });
}

function outcome(result: ReplayResult): VNode {
  const row = (of: ReplayPolicyResult): VNode => (
    <tr key={of.policy}>
      <th scope="row">{policyName(of.policy)}</th>
      <td class="n">{money(of.averageStockValue, undefined, 0)}</td>
      <td class="n">{percent(of.fillRate)}</td>
      <td class="n">{whole(of.orderLines)}</td>
      <td class="n">{money(of.totalCost, undefined, 0)}</td>
    </tr>
  );
  const span = `${date(result.from)} – ${date(result.to)}`;
  return (
    <div>
      <p>
        <strong>{`${span}: `}</strong>
        {verdict(result)}
      </p>
      <div class="pair">
        <div>
          <h3>{t(cashWords.overTime)}</h3>
          <Picture of={stockOverTime(result)} />
          <ul class="legend">
            {stockLines.map(({ policy, kind }) => (
              <li key={policy}>
                <i class={`l-${kind}`} />
                {policyName(policy)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t(cashWords.frontier)}</h3>
          <Picture of={frontierChart(result)} />
        </div>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(cashWords.replay)}>
        <table>
          <thead>
            <tr>
              {(["policy", "stock", "fill", "orders", "cost"] as const).map((name) => (
                <th key={name} scope="col" class={name === "policy" ? "" : "n"}>
                  {t(cashWords[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{result.policies.map(row)}</tbody>
        </table>
      </div>
    </div>
  );
}

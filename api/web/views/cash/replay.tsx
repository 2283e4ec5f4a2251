import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayOf, isoDate, type ReplayPolicyResult, type ReplayResult } from "../../../../src/index.ts";
import type { Drawn } from "../../drawn.ts";
import { date, money, percent, say, t, whole } from "../../language.ts";
import { button, failure, link, picture, waiting } from "../../parts/basic.tsx";
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
export function Replay({ session }: { readonly session: Session }): Drawn {
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
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(cashWords.replay)),
    h("p", { class: "muted" }, t(cashWords.replayText)),
    plan?.asOf != null && h(SpanForm, { ...lastYear(plan.asOf), isRunning: runs, submit: order }),
    runs && progress(newest, () => void session.client.cancelReplay(newest.id).then(found.again)),
    newest?.state === "failed" && failure(newest.reason ?? ""),
    found.state === "failed" && failure(found.error.message, found.again),
    result.state === "failed" && failure(result.error.message, result.again),
    typeof shown === "string" && h("p", { class: "bad", role: "alert" }, shown),
    typeof shown === "object" && outcome(shown),
    h(
      "div",
      { class: "actions" },
      done !== undefined &&
        opened === undefined &&
        (["replay.json", "replay.csv", "replay.html"] as const).map((name) =>
          link(`/v1/replays/${done.id}/files/${name}`, name, { key: name, class: "button", download: name }),
        ),
      h(
        "label",
        { class: "button" },
        t(cashWords.chooseReplay),
        h("input", { type: "file", accept: ".json", class: "sr", onChange: open }),
      ),
    ),
  );
}

interface SpanFormProps {
  readonly from: string;
  readonly to: string;
  readonly isRunning: boolean;
  readonly submit: (event: Event) => Promise<void>;
}

function SpanForm({ from, to, isRunning, submit }: SpanFormProps): Drawn {
  const day = (name: "from" | "to", initial: string): Drawn =>
    h(
      "label",
      { class: "field narrow" },
      h("span", {}, t(cashWords[name])),
      h("input", { name, type: "date", required: true, defaultValue: initial }),
    );
  return h(
    "form",
    { class: "form-row", onSubmit: (event: Event) => void submit(event) },
    day("from", from),
    day("to", to),
    h("button", { type: "submit", class: "main", disabled: isRunning }, t(cashWords.startReplay)),
  );
}

const progress = (of: PlanState, cancel: () => void): Drawn =>
  h(
    "div",
    { class: "row" },
    waiting(say(cashWords.replayRuns, { done: percent(of.progress, 0) })),
    button(t(cashWords.cancel), cancel),
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

function outcome(result: ReplayResult): Drawn {
  const row = (of: ReplayPolicyResult): Drawn =>
    h(
      "tr",
      { key: of.policy },
      h("th", { scope: "row" }, policyName(of.policy)),
      h("td", { class: "n" }, money(of.averageStockValue, undefined, 0)),
      h("td", { class: "n" }, percent(of.fillRate)),
      h("td", { class: "n" }, whole(of.orderLines)),
      h("td", { class: "n" }, money(of.totalCost, undefined, 0)),
    );
  const span = `${date(result.from)} – ${date(result.to)}`;
  return h(
    "div",
    {},
    h("p", {}, h("strong", {}, `${span}: `), verdict(result)),
    h(
      "div",
      { class: "pair" },
      h(
        "div",
        {},
        h("h3", {}, t(cashWords.overTime)),
        picture(stockOverTime(result)),
        h(
          "ul",
          { class: "legend" },
          stockLines.map(({ policy, kind }) =>
            h("li", { key: policy }, h("i", { class: `l-${kind}` }), policyName(policy)),
          ),
        ),
      ),
      h("div", {}, h("h3", {}, t(cashWords.frontier)), picture(frontierChart(result))),
    ),
    h(
      "div",
      { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(cashWords.replay) },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            (["policy", "stock", "fill", "orders", "cost"] as const).map((name) =>
              h("th", { key: name, scope: "col", class: name === "policy" ? "" : "n" }, t(cashWords[name])),
            ),
          ),
        ),
        h("tbody", {}, result.policies.map(row)),
      ),
    ),
  );
}

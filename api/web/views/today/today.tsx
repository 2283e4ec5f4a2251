import type { VNode } from "preact";
import { isAcceptable, stakeOf } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { money, say, whole } from "../../language.ts";
import { Failure, Missing, Waiting } from "../../parts/states.tsx";
import { calls } from "../../session/deliveries.ts";
import { movesOf } from "../../session/last-run.ts";
import { isMine } from "../../session/mine.ts";
import { isAwaiting, isUnplaced } from "../../session/order-book.ts";
import type { Session } from "../../session/session.ts";
import { sumByCurrency, type WorkLine } from "../../session/work-line.ts";
import type { OpenOrder, PlanView } from "../../shapes.ts";
import { useFetched, useKept, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { bookWords } from "../../words/book.ts";
import { ordersWords } from "../../words/orders.ts";
import { todayWords } from "../../words/today.ts";
import { headFigures } from "./head-figures.ts";
import { Figure } from "./small-figure.tsx";

const sums = (found: readonly (readonly [string, number])[]): string =>
  found.map(([currency, x]) => money(x, currency || undefined, 0)).join(" + ");

interface JobProps {
  readonly mark: string;
  readonly kind: string;
  readonly count: number;
  readonly name: string;
  readonly sum?: string;
  readonly text: string;
  readonly href: string;
  readonly go: string;
}

/** A job with its count, its money, and the way to it; one that is done says so. */
const Job = ({ mark, kind, count, name, sum = "", text, href, go }: JobProps): VNode => (
  <li class={`job ${count === 0 ? "done" : kind}`}>
    <span aria-hidden="true">{count === 0 ? "✓" : mark}</span>
    <strong class="count">{whole(count)}</strong>
    <span>
      <strong>{name}</strong> <span class="muted">{count === 0 ? "" : text}</span>
    </span>
    <span class="sum">{count === 0 ? "" : sum}</span>
    {count > 0 && (
      <a class={kind === "shortage" ? "button main" : "button"} href={href}>
        {go}
      </a>
    )}
  </li>
);

const list = (show: string): string => linkTo({ view: "orders", settings: { show } });

/** What the lines of the plan ask for. */
function LineJobs({ open }: { readonly open: readonly WorkLine[] }): VNode {
  const of = (kind: WorkLine["kind"]) => open.filter((line) => line.kind === kind);
  const [shortages, doubts, blocked] = [of("shortage"), of("doubt"), of("blocked")];
  const orders = open.filter(({ quantity }) => quantity > 0);
  const suppliers = new Set(orders.map(({ supplier }) => supplier ?? "")).size;
  const plain = orders.filter((line) => isAcceptable(line)).length;
  return (
    <>
      <Job
        mark="■"
        kind="shortage"
        count={shortages.length}
        name={ordersWords.shortages}
        sum={sums(sumByCurrency(shortages, stakeOf))}
        text={todayWords.shortageText}
        href={list("shortage")}
        go={todayWords.look}
      />
      <Job
        mark="●"
        kind="plain"
        count={orders.length}
        name={todayWords.lines}
        sum={sums(sumByCurrency(orders, ({ amount }) => amount))}
        text={say(todayWords.linesText, { suppliers: whole(suppliers), plain: whole(plain) })}
        href={list("open")}
        go={todayWords.work}
      />
      <Job
        mark="▲"
        kind="doubt"
        count={doubts.length + blocked.length}
        name={todayWords.questions}
        text={say(todayWords.questionsText, { blocked: whole(blocked.length) })}
        href={list(doubts.length > 0 ? "doubt" : "blocked")}
        go={todayWords.settle}
      />
    </>
  );
}

/** What suppliers are asked or told: late deliveries, and what was accepted and is not ordered. */
function SupplierJobs({
  session,
  late,
}: {
  readonly session: Session;
  /** Undefined where they did not come. */
  readonly late: readonly OpenOrder[] | undefined;
}): VNode {
  const isKnown = useStore(session.book.known).state === "here";
  const unplaced = useStore(session.book.orders).filter(isUnplaced);
  const awaiting = unplaced.filter(isAwaiting);
  const { expedite, confirm } = calls(late ?? []);
  const booked = (orders: typeof unplaced, name: string, text: string, go: string): VNode => (
    <Job
      mark="▲"
      kind="doubt"
      count={orders.length}
      name={name}
      sum={sums(sumByCurrency(orders, ({ amount }) => amount))}
      text={text}
      href={linkTo({ view: "book" })}
      go={go}
    />
  );
  return (
    <>
      {late !== undefined && (
        <Job
          mark="▲"
          kind="doubt"
          count={expedite + confirm}
          name={todayWords.late}
          text={say(todayWords.lateText, { expedite: whole(expedite), confirm: whole(confirm) })}
          href={linkTo({ view: "deliveries" })}
          go={todayWords.remind}
        />
      )}
      {isKnown && booked(unplaced, bookWords.open, todayWords.unplacedText, todayWords.order)}
      {awaiting.length > 0 &&
        booked(awaiting, bookWords.awaitingTitle, bookWords.awaitingText, todayWords.look)}
    </>
  );
}

/** True where there are prices, and none of them says in what. */
const lacksCurrency = (lines: readonly WorkLine[]): boolean =>
  lines.some(({ unitPrice }) => unitPrice !== undefined) &&
  lines.every(({ currency }) => currency === undefined);

/**
 * Items without a suggestion for want of stock or lead time: all of them where the plan suggests nothing at all; none of
 * the example, whose files are nobody's to complete.
 */
function lackingOf(plan: PlanView | undefined, suggestions: number): number {
  if (plan?.request.uploads !== undefined) return 0;
  return (suggestions === 0 ? plan?.summary?.items : plan?.summary?.lacking) ?? 0;
}

/** What is to be done today: shortages, orders, deliveries, questions, and what waits to be ordered. */
export function Today({ session }: ViewProps): VNode {
  const work = useStore(session.work);
  const mine = useStore(session.mine);
  const { shown } = useStore(session.plans);
  const plan = shown?.id ?? "";
  const late = useKept(useFetched(`today ${plan}`, () => session.client.openOrders(plan)));
  const kpis = useKept(useFetched(`figures ${plan}`, () => session.client.kpis(plan)));
  if (work.state === "loading" || late.state === "loading" || kpis.state === "loading") return <Waiting />;
  // what is not known is not counted as none
  if (work.state === "failed") return <Failure why={work.error ?? ""} again={() => void session.refresh()} />;
  const lacking = lackingOf(shown, work.lines.length);
  const open = work.lines.filter(({ decided, owner }) => decided === undefined && isMine(mine, owner));
  return (
    <>
      <h1>{todayWords.title}</h1>
      <ul class="jobs card">
        {lacking > 0 && (
          <Job
            mark="▲"
            kind={work.lines.length === 0 ? "shortage" : "doubt"}
            count={lacking}
            name={todayWords.lacking}
            text={todayWords.lackingText}
            href={linkTo({ view: "orders", settings: { enter: "yes" } })}
            go={todayWords.enter}
          />
        )}
        <LineJobs open={open} />
        <SupplierJobs session={session} late={late.state === "here" ? late.value : undefined} />
      </ul>
      <Missing of={late} />
      {lacksCurrency(work.lines) && (
        <p class="note">
          {todayWords.noCurrency} <a href={linkTo({ view: "settings" })}>{todayWords.setCurrency}</a>
        </p>
      )}
      <SinceLastRun session={session} lines={work.lines} />
      <div class="figures">
        {kpis.state === "here" &&
          headFigures(kpis.value).map(([name, kpi]) => <Figure key={name} name={name} kpi={kpi} />)}
      </div>
    </>
  );
}

/** What moved since the run before; nothing where there is none. */
function SinceLastRun({
  session,
  lines,
}: {
  readonly session: Session;
  readonly lines: readonly WorkLine[];
}): VNode | null {
  const before = useStore(session.lastRun);
  const moves = movesOf(lines, before);
  const kinds = (["new", "gone", "more", "less"] as const).filter((kind) => moves[kind] > 0);
  if (before === undefined) return null;
  const said = kinds.map((kind) => say(todayWords.moves[kind], { count: whole(moves[kind]) })).join(" · ");
  return <p class="muted">{`${todayWords.since} ${said === "" ? todayWords.unmoved : said}`}</p>;
}

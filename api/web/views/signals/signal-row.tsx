import type { VNode } from "preact";
import { type Bucket, bucketIndex, charts, dayOf, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, money, number, say, t, value } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Picture } from "../../parts/picture.tsx";
import type { ItemLine, SignalLine } from "../../shapes.ts";
import { isMoney, type SignalState } from "./signal-states.ts";

/** So many bars of the history are drawn. */
const bars = 30;

/** What tells a signal from every other one of a plan. */
export const keyOf = ({ item, kind, at }: SignalLine): string => `${item} ${kind} ${at}`;

/** The history around a signal, newest bars first choice, with what was flagged marked. */
function spark(signal: SignalLine, { history }: ItemLine, bucket: Bucket): charts.Markup {
  const at = bucketIndex(dayOf(signal.at), bucket) - bucketIndex(dayOf(history.start), bucket);
  // the newest bars, or those around what happened where it lies further back
  const skipped = Math.max(0, Math.min(history.values.length - bars, at - bars / 2));
  const values = history.values.slice(skipped, skipped + bars).map((x) => x ?? Number.NaN);
  const from = at - skipped;
  const isSingle = signal.kind === "spike" || signal.kind === "dip";
  return charts.sparkBars(
    values,
    { from, to: isSingle ? from + 1 : values.length },
    {
      id: `s-${keyOf(signal).replaceAll(/\W+/g, "-")}`,
      title: `${signal.item}: ${value(signal.kind)}`,
      description: words.signalClause(signal, lang()),
    },
  );
}

const stakeOf = (signal: SignalLine): string =>
  isMoney(signal)
    ? money(signal.impact, signal.impactUnit, 0)
    : `${number(signal.impact)} ${signal.impactUnit}`;

interface SignalRowProps {
  readonly signal: SignalLine;
  readonly item: ItemLine | undefined;
  readonly bucket: Bucket | undefined;
  readonly state: SignalState;
  /** It keeps a line from being ordered. */
  readonly isBlocking: boolean;
  readonly answer: (to: SignalState) => void;
}

/** A signal: its picture, what happened, what is at stake, and what can be said about it. */
export function SignalRow({ signal, item, bucket, state, isBlocking, answer }: SignalRowProps): VNode {
  return (
    <li class="signal-row">
      <div class="spark-cell">
        {item !== undefined && bucket !== undefined && <Picture of={spark(signal, item, bucket)} />}
      </div>
      <div>
        <a href={linkTo({ view: "item", of: signal.item })} class="id">
          {signal.item}
        </a>{" "}
        <span class="muted">{item?.name ?? ""}</span>{" "}
        <Chip kind={signal.direction === "down" ? "" : "warning"}>{value(signal.kind)}</Chip>{" "}
        {isBlocking && <Chip kind="blocked">{t.signals.blocks}</Chip>}
        <div>{words.signalClause(signal, lang())}</div>
        <div class="muted small">
          {say(t.signals.happened, { at: date(signal.at), seen: date(signal.seen) })}
          {signal.escalated !== undefined && (
            <strong>{` · ${say(t.signals.grown, { at: date(signal.escalated) })}`}</strong>
          )}
        </div>
      </div>
      <div class="stake">{stakeOf(signal)}</div>
      <Answers signal={signal} state={state} answer={answer} />
    </li>
  );
}

type AnswersProps = Pick<SignalRowProps, "signal" | "state" | "answer">;

/** What the plan does with a confirmed signal, by what kind of signal it is. */
function confirmedEffect({ kind }: SignalLine): string {
  const { effects } = t.signals;
  if (kind === "spike" || kind === "dip") return effects.single;
  if (kind === "end-of-life") return effects.ended;
  return kind === "unit-change" ? effects.unit : effects.level;
}

/** What can be said about a signal in its state, with what follows from it. */
function Answers({ signal, state, answer }: AnswersProps): VNode {
  const { item } = signal;
  const { confirm, snooze, snoozeText, shut, shutText, reopen } = t.signals;
  const confirmText = confirmedEffect(signal);
  const choices =
    state === "open" || state === "past"
      ? ([
          ["confirmed", confirm, confirmText],
          ["snoozed", snooze, snoozeText],
          ["closed", shut, shutText],
        ] as const)
      : ([["open", reopen, ""]] as const);
  return (
    <div class="answers">
      {choices.map(([to, text, effect]) => (
        <div key={to} class="answer">
          <button type="button" aria-label={`${text}: ${item}`} onClick={() => answer(to)}>
            {text}
          </button>
          {effect !== "" && <span class="muted small">{effect}</span>}
        </div>
      ))}
    </div>
  );
}

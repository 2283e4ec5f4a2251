import type { VNode } from "preact";
import { type Bucket, bucketIndex, charts, dayOf, isoDate, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { SignalAnswers } from "../../decision/signal-answers.tsx";
import { date, lang, money, number, say, value } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Picture } from "../../parts/picture.tsx";
import { isMoney, keyOf, type SignalState } from "../../session/signal-states.ts";
import type { ItemLine, SignalLine } from "../../shapes.ts";
import { settingsWords } from "../../words/settings.ts";
import { signalsWords } from "../../words/signals.ts";
import { exceptionPeriod, type Period } from "./exception.ts";

/** So many bars of the history are drawn. */
const bars = 30;

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
  /** Says that the demand was an exception for a time. */
  readonly except: (period: Period) => void;
}

/** A signal: its picture, what happened, what is at stake, and what can be said about it. */
export function SignalRow({
  signal,
  item,
  bucket,
  state,
  isBlocking,
  answer,
  except,
}: SignalRowProps): VNode {
  const period =
    item === undefined || bucket === undefined ? undefined : exceptionPeriod(signal, item, bucket);
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
        {isBlocking && <Chip kind="blocked">{signalsWords.blocks}</Chip>}
        <div>{words.signalClause(signal, lang())}</div>
        <div class="muted small">
          {say(signalsWords.happened, { at: date(signal.at), seen: date(signal.seen) })}
          {signal.escalated !== undefined && (
            <strong>{` · ${say(signalsWords.grown, { at: date(signal.escalated) })}`}</strong>
          )}
        </div>
      </div>
      <div class="stake">{stakeOf(signal)}</div>
      <div class="answers">
        <SignalAnswers signal={signal} state={state} answer={answer} />
        {period !== undefined && (state === "open" || state === "past") && (
          <Exception signal={signal} period={period} except={except} />
        )}
      </div>
    </li>
  );
}

interface ExceptionProps extends Pick<SignalRowProps, "signal" | "except"> {
  readonly period: Period;
}

/** One press says that it was an exception, in the period that the signal names; another one can be given. */
function Exception({ signal: { item }, period, except }: ExceptionProps): VNode {
  const { exception, exceptionText, otherPeriod } = signalsWords;
  const [from, to] = [monthOrDay(period.from, "first"), monthOrDay(period.to, "last")];
  const submit = (values: FormData): void => {
    const [first, last] = [String(values.get("from")), String(values.get("to"))];
    if (first !== "" && last >= first) except({ from: first, to: last });
  };
  return (
    <div class="answer">
      <button type="button" aria-label={`${exception}: ${item}`} onClick={() => except(period)}>
        {exception}
      </button>
      <span class="muted small">
        {from === to ? say(signalsWords.exceptionOnce, { from }) : say(exceptionText, { from, to })}
        <details>
          <summary>{otherPeriod}</summary>
          <Form class="form-row" submit={submit}>
            <Field label={settingsWords.from} narrow>
              <input name="from" type="date" required defaultValue={period.from} />
            </Field>
            <Field label={settingsWords.to} narrow>
              <input name="to" type="date" required defaultValue={period.to} />
            </Field>
            <button type="submit">{exception}</button>
          </Form>
        </details>
      </span>
    </div>
  );
}

/** A day that begins or ends a month is said as its month. */
function monthOrDay(iso: string, edge: "first" | "last"): string {
  const day = dayOf(iso);
  const isEdge = edge === "first" ? iso.endsWith("-01") : isoDate(day + 1).endsWith("-01");
  return isEdge ? charts.monthName(day, lang()) : date(iso);
}

import type { VNode } from "preact";
import { decimalMark, number, say, t } from "../language.ts";
import type { Line } from "../shapes.ts";
import { type Doubts, otherReading } from "./plausible.ts";

interface QuantityDoubtsProps {
  readonly quantity: number;
  /** As it was typed. */
  readonly text: string;
  readonly line: Line;
  readonly doubts: Doubts;
  readonly set: (quantity: number) => void;
}

/** What is odd about a quantity, and the one that was probably meant. */
export function QuantityDoubts({ quantity, text, line, doubts, set }: QuantityDoubtsProps): VNode {
  const { isBroken, timesSuggested, timesYearly } = doubts;
  const meant = otherReading(text, decimalMark()) ?? (isBroken ? Math.ceil(quantity) : undefined);
  const times = (factor: number): string => number(Math.round(factor));
  return (
    <div class="chips" aria-live="polite">
      {isBroken && (
        <p class="bad" id="quantity-error">
          {say(t.decisions.brokenPiece, { unit: line.unit ?? "" })}
        </p>
      )}
      {meant !== undefined && (
        <button type="button" class="link" onClick={() => set(meant)}>
          {say(t.decisions.didYouMean, { typed: text.trim(), quantity: number(meant) })}
        </button>
      )}
      {timesSuggested !== undefined && (
        <p class="warn">{`▲ ${say(t.decisions.timesSuggested, { factor: times(timesSuggested) })}`}</p>
      )}
      {timesYearly !== undefined && (
        <p class="warn">{`▲ ${say(t.decisions.timesYearly, { factor: times(timesYearly) })}`}</p>
      )}
    </div>
  );
}

import type { VNode } from "preact";
import { decimalMark, number, say } from "../language.ts";
import type { Line } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
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
          {say(decisionsWords.brokenPiece, { unit: line.unit ?? "" })}
        </p>
      )}
      {meant !== undefined && (
        <button type="button" class="link" onClick={() => set(meant)}>
          {say(decisionsWords.didYouMean, { typed: text.trim(), quantity: number(meant) })}
        </button>
      )}
      {timesSuggested !== undefined && (
        <p class="warn">{`▲ ${say(decisionsWords.timesSuggested, { factor: times(timesSuggested) })}`}</p>
      )}
      {timesYearly !== undefined && (
        <p class="warn">{`▲ ${say(decisionsWords.timesYearly, { factor: times(timesYearly) })}`}</p>
      )}
    </div>
  );
}

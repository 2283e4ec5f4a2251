import type { VNode } from "preact";
import { number, say } from "../language.ts";
import { Chip } from "../parts/chip.tsx";
import type { Line } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { lotFaults, lotRules, nextLot } from "./lots.ts";

interface LotFaultsProps {
  readonly quantity: number;
  readonly line: Line;
  readonly round: (to: number) => void;
}

/** What a quantity breaks, and the next one that keeps minimum and packs. */
export function LotFaults({ quantity, line, round }: LotFaultsProps): VNode {
  const rules = lotRules(line);
  const found = lotFaults(quantity, line);
  const better = nextLot(quantity, rules);
  const text = {
    negative: "",
    minimum: say(decisionsWords.belowMinimum, { minimum: number(rules.minimumOrder) }),
    pack: say(decisionsWords.noWholePack, { pack: number(rules.packSize) }),
    maximum: say(decisionsWords.aboveMaximum, { maximum: number(rules.maximumStock) }),
  };
  return (
    <div class="chips" aria-live="polite">
      {found.map((fault) => (
        <Chip key={fault} kind="warning">
          {text[fault]}
        </Chip>
      ))}
      {(found.includes("minimum") || found.includes("pack")) && (
        <button type="button" class="link" onClick={() => round(better)}>
          {say(decisionsWords.roundTo, { quantity: number(better) })}
        </button>
      )}
    </div>
  );
}

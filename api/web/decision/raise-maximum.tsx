import type { VNode } from "preact";
import { number, say } from "../language.ts";
import { enter } from "../session/entries.ts";
import type { Session } from "../session/session.ts";
import type { Line } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { lotFaults } from "./lots.ts";

/** The maximum stock that lets a quantity through; undefined where the one of the line does, or there is none. */
export const maximumFor = (quantity: number, line: Line): number | undefined =>
  lotFaults(quantity, line).includes("maximum")
    ? line.onHand + line.onOrder - line.backorders + quantity
    : undefined;

/** Sets the maximum stock of an item for later plans; undefined in the example, whose files are nobody's to change. */
export function raisingOf(session: Session, item: string): ((maximum: number) => Promise<void>) | undefined {
  const { shown } = session.plans.get();
  if (shown === undefined || shown.request.uploads !== undefined) return undefined;
  return async (maximum) => {
    if (await enter(session, new Map([[item, { maximumStock: maximum }]])))
      session.notify("good", say(decisionsWords.maximumRaised, { item, maximum: number(maximum) }));
  };
}

interface RaiseMaximumProps {
  readonly maximum: number;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

/** Offers to have the maximum stock of the item follow the quantity: else the next plan is kept from it again. */
export const RaiseMaximum = ({ maximum, isOn, set }: RaiseMaximumProps): VNode => (
  <label class="check">
    <input type="checkbox" checked={isOn} onChange={(event) => set(event.currentTarget.checked)} />
    {say(decisionsWords.raiseMaximum, { maximum: number(maximum) })}
  </label>
);

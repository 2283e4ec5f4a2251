import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ordersWords } from "../../words/orders.ts";

/** Columns that a reader may do without; which line it is, how much of it and the decision always stand there. */
const optional = ["why", "orderBy", "runsOut", "amount"] as const;
type Optional = (typeof optional)[number];

/** How the list looks: its rows, and the columns that are left out. */
export interface Look {
  readonly isCompact: boolean;
  readonly hidden: readonly Optional[];
}

const key = "bedarf.look";

function keptLook(): Look {
  try {
    const { isCompact, hidden } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Look>;
    return { isCompact: isCompact === true, hidden: optional.filter((name) => hidden?.includes(name)) };
  } catch {
    return { isCompact: false, hidden: [] };
  }
}

/** The look that the reader chose last; kept in the browser. */
export function useLook(): readonly [Look, (look: Look) => void] {
  const [look, set] = useState(keptLook);
  const change = (next: Look): void => {
    localStorage.setItem(key, JSON.stringify(next));
    set(next);
  };
  return [look, change];
}

/** Width of a column in a list beside others, in one that has the room for reasons, and in one that lacks room. */
const widths: readonly (readonly [name: string, beside: string, wide: string, tight: string])[] = [
  ["item", "minmax(8rem, 1fr)", "minmax(14rem, 1.2fr)", "minmax(0, 1fr)"],
  ["why", "", "minmax(10rem, 1fr)", ""],
  ["quantity", "6.3rem", "6.6rem", "6.3rem"],
  ["orderBy", "5.1rem", "4.9rem", "5.1rem"],
  // the item beside a list that lacks room says it
  ["runsOut", "4.1rem", "4.4rem", ""],
  ["amount", "5.8rem", "5.8rem", "5.8rem"],
  ["decision", "8.3rem", "8.3rem", "8.3rem"],
];

/** The columns of the list for its style sheet: those that are left out take no room. */
export function columnsOf({ hidden }: Look): Readonly<Record<string, string>> {
  const shown = widths.filter(([name]) => !hidden.some((one) => one === name));
  const line = (at: 1 | 2 | 3): string =>
    shown
      .map((width) => width[at])
      .filter((width) => width !== "")
      .join(" ");
  return { "--columns": line(1), "--columns-wide": line(2), "--columns-tight": line(3) };
}

/** The classes of the list in a look. */
export const lookClass = ({ isCompact, hidden }: Look): string =>
  ["grid", ...(isCompact ? ["compact"] : []), ...hidden.map((name) => `no-${name}`)].join(" ");

interface LookChoiceProps {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

/** Which columns the list shows, and how high its rows are. */
export const LookChoice = ({ look, setLook }: LookChoiceProps): VNode => (
  <fieldset class="look">
    <legend>{ordersWords.columns}</legend>
    {optional.map((name) => (
      <label key={name} class="check">
        <input
          type="checkbox"
          checked={!look.hidden.includes(name)}
          onChange={({ currentTarget: { checked } }) =>
            setLook({
              ...look,
              hidden: optional.filter((one) => (one === name ? !checked : look.hidden.includes(one))),
            })
          }
        />
        {ordersWords[name]}
      </label>
    ))}
    <label class="check">
      <input
        type="checkbox"
        checked={look.isCompact}
        onChange={({ currentTarget: { checked } }) => setLook({ ...look, isCompact: checked })}
      />
      {ordersWords.compact}
    </label>
  </fieldset>
);

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t, whole } from "../../language.ts";
import { Select } from "../../parts/select.tsx";
import type { Session } from "../../session/session.ts";
import { type Chosen, type Show, shows, sorts, type WorkLine } from "../../session/work-list.ts";
import type { Basket } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { decisionWords } from "../../words/decisions.ts";
import { orderWords } from "../../words/orders.ts";
import { saveOrders } from "./save-orders.ts";

export interface OrderToolsProps {
  readonly session: Session;
  readonly chosen: Chosen;
  readonly lines: readonly WorkLine[];
  readonly counts: Readonly<Record<Show, number>>;
  readonly baskets: ReadonlyMap<string, Basket>;
  readonly choose: (next: Partial<Chosen>) => void;
  /** On a phone everything but the choice of lines is folded away. */
  readonly isNarrow: boolean;
}

/** The list waits so long for the next letter. */
const typingPauseMs = 40;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function valuesOf(lines: readonly WorkLine[], of: (line: WorkLine) => string | undefined): string[] {
  return [...new Set(lines.map((line) => of(line) ?? "-"))].sort(byCodeUnit);
}

const options = (values: readonly string[], name = (value: string) => value) =>
  [["", t(orderWords.everything)] as const].concat(
    values.map((value) => [value, value === "-" ? t(orderWords.none) : name(value)] as const) as never,
  ) as readonly (readonly [string, string])[];

/** Search, choice and order of the list. */
export function OrderTools({
  session,
  chosen,
  lines,
  counts,
  baskets,
  choose,
  isNarrow,
}: OrderToolsProps): VNode {
  const [timer, setTimer] = useState(0);
  const supplierName = (supplier: string) => {
    const name = baskets.get(supplier)?.name;
    return name === undefined ? supplier : `${name} (${supplier})`;
  };
  const typed = (event: Event): void => {
    const text = (event.currentTarget as HTMLInputElement).value;
    clearTimeout(timer);
    setTimer(window.setTimeout(() => choose({ text }), typingPauseMs));
  };
  const undoable = useStore(session.undoable);
  const owners = valuesOf(lines, ({ owner }) => owner);
  const groups = valuesOf(lines, ({ group }) => group);
  const segments = (
    <div class="segments" role="group" aria-label={t(orderWords.show)}>
      {shows.map((show) => (
        <button type="button" onClick={() => choose({ show })} key={show} aria-pressed={chosen.show === show}>
          {t(orderWords.shows[show])} <span class="count">{whole(counts[show])}</span>
        </button>
      ))}
    </div>
  );
  const filters = [
    <label class="field search">
      <span>{t(orderWords.search)}</span>
      <input
        id="search"
        type="search"
        defaultValue={chosen.text}
        placeholder={t(orderWords.searchHint)}
        onInput={typed}
      />
    </label>,
    <Select
      label={t(orderWords.supplier)}
      value={chosen.supplier}
      options={options(
        valuesOf(lines, ({ supplier }) => supplier),
        supplierName,
      )}
      choose={(supplier) => choose({ supplier })}
    />,
    owners.length > 1 && (
      <Select
        label={t(orderWords.owner)}
        value={chosen.owner}
        options={options(owners)}
        choose={(owner) => choose({ owner })}
      />
    ),
    groups.length > 1 && (
      <Select
        label={t(orderWords.group)}
        value={chosen.group}
        options={options(groups)}
        choose={(group) => choose({ group })}
      />
    ),
    <Select
      label={t(orderWords.sort)}
      value={chosen.sort}
      options={sorts.map((sort) => [sort, t(orderWords.sorts[sort])] as const)}
      choose={(sort) => choose({ sort: sort as Chosen["sort"] })}
    />,
    <label class="check">
      <input type="checkbox" checked={chosen.grouped} onChange={() => choose({ grouped: !chosen.grouped })} />
      {t(orderWords.bySupplier)}
    </label>,
    <button type="button" onClick={() => session.undo()} disabled={undoable === 0} title="u">
      {t(decisionWords.undo)}
    </button>,
    <div class="field">
      <span>{t(orderWords.exportAll)}</span>
      <span class="row">
        <button type="button" onClick={() => void saveOrders(session, undefined, "xlsx")}>
          XLSX
        </button>
        <button type="button" onClick={() => void saveOrders(session, undefined, "csv")}>
          CSV
        </button>
      </span>
    </div>,
  ];
  return (
    <div class="tools" role="search">
      {segments}
      {isNarrow ? (
        <details class="filters">
          <summary>{t(orderWords.filters)}</summary>
          <div class="tools">{filters}</div>
        </details>
      ) : (
        filters
      )}
    </div>
  );
}

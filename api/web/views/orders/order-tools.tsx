import { h } from "preact";
import { useState } from "preact/hooks";
import type { Drawn } from "../../drawn.ts";
import { t, whole } from "../../language.ts";
import { button, select } from "../../parts/basic.tsx";
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
}: OrderToolsProps): Drawn {
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
  const segments = h(
    "div",
    { class: "segments", role: "group", "aria-label": t(orderWords.show) },
    shows.map((show) =>
      button(
        [t(orderWords.shows[show]), " ", h("span", { class: "count" }, whole(counts[show]))],
        () => choose({ show }),
        {
          key: show,
          "aria-pressed": chosen.show === show,
        },
      ),
    ),
  );
  const filters = [
    h(
      "label",
      { class: "field search" },
      h("span", {}, t(orderWords.search)),
      h("input", {
        id: "search",
        type: "search",
        defaultValue: chosen.text,
        placeholder: t(orderWords.searchHint),
        onInput: typed,
      }),
    ),
    select(
      t(orderWords.supplier),
      chosen.supplier,
      options(
        valuesOf(lines, ({ supplier }) => supplier),
        supplierName,
      ),
      (supplier) => choose({ supplier }),
    ),
    owners.length > 1 &&
      select(t(orderWords.owner), chosen.owner, options(owners), (owner) => choose({ owner })),
    groups.length > 1 &&
      select(t(orderWords.group), chosen.group, options(groups), (group) => choose({ group })),
    select(
      t(orderWords.sort),
      chosen.sort,
      sorts.map((sort) => [sort, t(orderWords.sorts[sort])] as const),
      (sort) => choose({ sort: sort as Chosen["sort"] }),
    ),
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: chosen.grouped,
        onChange: () => choose({ grouped: !chosen.grouped }),
      }),
      t(orderWords.bySupplier),
    ),
    button(t(decisionWords.undo), () => session.undo(), { disabled: undoable === 0, title: "u" }),
    h(
      "div",
      { class: "field" },
      h("span", {}, t(orderWords.exportAll)),
      h(
        "span",
        { class: "row" },
        button("XLSX", () => void saveOrders(session, undefined, "xlsx")),
        button("CSV", () => void saveOrders(session, undefined, "csv")),
      ),
    ),
  ];
  return h(
    "div",
    { class: "tools", role: "search" },
    segments,
    isNarrow
      ? h(
          "details",
          { class: "filters" },
          h("summary", {}, t(orderWords.filters)),
          h("div", { class: "tools" }, filters),
        )
      : filters,
  );
}

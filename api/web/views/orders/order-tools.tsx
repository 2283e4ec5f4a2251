import type { VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { ascending } from "../../../../src/index.ts";
import { say, whole } from "../../language.ts";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { saveList } from "../../parts/save-file.ts";
import { Select } from "../../parts/select.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";
import { type Look, LookChoice } from "./look.tsx";
import { SavedViews } from "./saved-views.tsx";
import type { WorkList } from "./use-work-list.ts";
import { counts, isSort, shows, sorts } from "./work-list.ts";

/** The list is searched at most once in so long: the first letter at once, a burst of letters together. */
const typingPauseMs = 40;

interface ListProps {
  readonly session: Session;
  readonly list: WorkList;
}

interface OrderToolsProps extends ListProps {
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

/** Which lines, search, and what narrows, orders and keeps the list behind one button. */
export const OrderTools = ({ session, list, look, setLook }: OrderToolsProps): VNode => (
  <div class="tools order-tools" role="search">
    <Shows list={list} />
    <Search list={list} />
    <Menu title={ordersWords.filters} class={isNarrowed(list) ? "active" : ""}>
      <Filters session={session} list={list} />
      <Sorting list={list} />
      <LookChoice look={look} setLook={setLook} />
      <SaveList session={session} list={list} />
      <SavedViews list={list} />
    </Menu>
    <Undo session={session} />
  </div>
);

/** True where the menu hides a choice that leaves lines out. */
const isNarrowed = ({ chosen: { supplier, owner, group } }: WorkList): boolean =>
  supplier !== "" || owner !== "" || group !== "";

function Shows({ list: { late, chosen, choose } }: Pick<ListProps, "list">): VNode {
  const count = useMemo(() => counts(late.own, late.chosen), [late]);
  // wide enough for the whole list: nothing moves while a search is typed
  const slot = whole(late.own.length).length;
  return (
    <div class="segments" role="group" aria-label={ordersWords.show}>
      {shows.map((show) => (
        <button type="button" key={show} aria-pressed={chosen.show === show} onClick={() => choose({ show })}>
          {ordersWords.shows[show]}{" "}
          <span class="count" style={{ minWidth: `${slot}ch` }}>
            {whole(count[show])}
          </span>
        </button>
      ))}
    </div>
  );
}

/** What lines have as supplier, owner or group, each once, in order; "-" where a line has none. */
const valuesOf = (lines: readonly WorkLine[], of: (line: WorkLine) => string | undefined): string[] =>
  [...new Set(lines.map((line) => of(line) ?? "-"))].sort(ascending);

/** All, or one of `values`. */
const options = (
  values: readonly string[],
  nameOf = (value: string) => value,
): (readonly [string, string])[] => [
  ["", ordersWords.everything],
  ...values.map((value) => [value, value === "-" ? ordersWords.none : nameOf(value)] as const),
];

function Search({ list: { chosen, choose } }: Pick<ListProps, "list">): VNode {
  const timer = useRef(0);
  const searched = useRef(Number.NEGATIVE_INFINITY);
  const search = (text: string): void => {
    clearTimeout(timer.current);
    const rest = searched.current + typingPauseMs - performance.now();
    timer.current = window.setTimeout(
      () => {
        searched.current = performance.now();
        choose({ text });
      },
      Math.max(0, rest),
    );
  };
  return (
    <label class="field search">
      <span class="sr">{ordersWords.search}</span>
      <input
        id="search"
        type="search"
        defaultValue={chosen.text}
        placeholder={ordersWords.searchHint}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </label>
  );
}

function Filters({ session, list: { own, chosen, choose } }: ListProps): VNode {
  const names = useStore(session.supplierNames);
  const supplierName = (supplier: string): string => {
    const name = names.get(supplier);
    return name === undefined ? supplier : `${name} (${supplier})`;
  };
  // a decision changes none of them
  const plan = useStore(session.plans).shown?.id;
  const [suppliers, owners, groups] = useMemo(
    () => [
      valuesOf(own, ({ supplier }) => supplier),
      valuesOf(own, ({ owner }) => owner),
      valuesOf(own, ({ group }) => group),
    ],
    [plan, own.length],
  );
  return (
    <>
      <Select
        label={ordersWords.supplier}
        value={chosen.supplier}
        options={options(suppliers, supplierName)}
        choose={(supplier) => choose({ supplier })}
      />
      {owners.length > 1 && (
        <Select
          label={ordersWords.owner}
          value={chosen.owner}
          options={options(owners)}
          choose={(owner) => choose({ owner })}
        />
      )}
      {groups.length > 1 && (
        <Select
          label={ordersWords.group}
          value={chosen.group}
          options={options(groups)}
          choose={(group) => choose({ group })}
        />
      )}
    </>
  );
}

const Sorting = ({ list: { chosen, choose } }: Pick<ListProps, "list">): VNode => (
  <>
    <Select
      label={ordersWords.sort}
      value={chosen.sort}
      options={sorts.map((sort) => [sort, ordersWords.sorts[sort]])}
      choose={(sort) => isSort(sort) && choose({ sort })}
    />
    <label class="check">
      <input type="checkbox" checked={chosen.grouped} onChange={() => choose({ grouped: !chosen.grouped })} />
      {ordersWords.bySupplier}
    </label>
  </>
);

function Undo({ session }: Pick<ListProps, "session">): VNode {
  const undoable = useStore(session.undoable);
  return (
    <button
      type="button"
      class="undo"
      title="u"
      aria-label={decisionsWords.undo}
      disabled={undoable === 0}
      onClick={() => session.undo()}
    >
      <Icon of="back" />
      <span class="wide-only">{decisionsWords.undo}</span>
    </button>
  );
}

/** Keeps the shown lines as a file. */
const SaveList = ({ session, list: { lines } }: ListProps): VNode => (
  <div class="field" role="group" aria-label={ordersWords.saveListText}>
    <span>{say(ordersWords.saveList, { count: whole(lines.length) })}</span>
    {(["xlsx", "csv"] as const).map((format) => (
      <button
        type="button"
        key={format}
        title={ordersWords.saveListText}
        disabled={lines.length === 0}
        onClick={() => void saveList(session, lines, format)}
      >
        {format.toUpperCase()}
      </button>
    ))}
  </div>
);

import { bareText } from "../../cells/cells.ts";
import { scanNumberCell } from "../../cells/column-values.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { movementOf, takesOut } from "../../cells/movements.ts";
import { numberValue } from "../../cells/numbers.ts";
import type { TableProfile } from "../profile.ts";

/** From this share of the rows on arithmetic proves what columns are. */
const proof = 0.9;
const mostColumns = 8;
const mostRows = 500;

/** Numbers of a column, an empty cell as 0; undefined where some cell is none. */
function numbersOf(rows: readonly (readonly string[])[], column: number): readonly number[] | undefined {
  const values = rows.map((cells) => {
    const text = bareText(cells[column] ?? "").trim();
    return text === "" || text === "-" ? 0 : numberValue(scanNumberCell(text), "comma");
  });
  return values.some(Number.isNaN) ? undefined : values;
}

/** Whether a and b are the same but for rounding, which is far less than what moved: long numbers are no balances. */
const isNear = (a: number, b: number, moved: number): boolean =>
  Math.abs(a - b) <= Math.min(1e-6 * Math.max(1, Math.abs(a), Math.abs(b)), 1e-3 * Math.abs(moved));

/** Share of the rows in which `left` is `right`, of those where something moved. */
function share(count: number, moved: (k: number) => boolean, holds: (k: number) => boolean): number {
  let [all, hits] = [0, 0];
  for (let k = 0; k < count; k++) {
    if (!moved(k)) continue;
    all++;
    if (holds(k)) hits++;
  }
  return all < 2 ? 0 : hits / all;
}

/** Headings of the columns that balance a ledger beside the one of what went out. */
const balances = keyPattern(
  /(zugang|eingang|receiv|receipt|entree|entrad|entrat|carico|ontvang|przych|prijem|tilgang|inleveran|^in|qtyin|(quantity|aantal|antal|menge|ilosc)in$|giris|bevet|ulaz|intrar|inlev|приход|debit|bestand|stock|saldo|balance|opening|closing|onhand|inventor|giacenz|voorraad|existencia|estoque|stan$|zasob|keszlet|beholdning)/,
);

interface Numbers {
  readonly index: number;
  readonly values: readonly number[];
}

/** Columns that hold nothing but numbers, at least two different ones. */
const numericColumns = (profile: TableProfile, rows: readonly (readonly string[])[]): Numbers[] =>
  profile.columns
    .filter(({ filled, dateRate, numberRate }) => filled > 0 && dateRate < 0.5 && numberRate > 0.9)
    .flatMap(({ index }) => {
      const values = numbersOf(rows, index);
      return values === undefined || new Set(values).size < 2 ? [] : [{ index, values }];
    });

/** What went out with a minus, in amounts. */
const withoutMinus = ({ index, values }: Numbers): Numbers =>
  values.every((value) => value <= 0) ? { index, values: values.map(Math.abs) } : { index, values };

/** The row before each row that has its item, wherever it stands; -1 for the first one. */
function earlier(rows: TableProfile["head"], item: number | undefined): number[] {
  const last = new Map<string, number>();
  return rows.map((cells, k) => {
    const key = item === undefined ? "" : (cells[item] ?? "");
    const at = last.get(key) ?? -1;
    last.set(key, k);
    return at;
  });
}

/**
 * The column of what went out of a stock ledger, by what adds up: opening + in - out = closing in each row, or a
 * running balance that each row changes by in - out. Undefined where nothing of it holds.
 * @example outOfLedger(profile, header, 0) // 3: "Abgang" beside "Zugang" and "Bestand"
 */
export function outOfLedger(
  profile: TableProfile,
  header: readonly string[],
  item: number | undefined,
): number | undefined {
  const rows = profile.head.slice(0, mostRows);
  const found = outOfRows(rows, profile, header, item);
  if (found !== undefined) return found;
  // Rows of opening and closing stocks around those of an item bear no day.
  const day = profile.columns.find(({ dateRate, filled }) => filled > 0 && dateRate > 0.9)?.index;
  const dated = day === undefined ? rows : rows.filter((cells) => (cells[day] ?? "") !== "");
  return dated.length === rows.length ? undefined : outOfRows(dated, profile, header, item);
}

function outOfRows(
  rows: TableProfile["head"],
  profile: TableProfile,
  header: readonly string[],
  item: number | undefined,
): number | undefined {
  const columns = numericColumns(profile, rows).map(withoutMinus);
  if (columns.length < 3 || columns.length > mostColumns) return undefined;
  const moves = columns.filter(
    ({ values }) => values.some((value) => value > 0) && values.every((value) => value >= 0),
  );
  const same = rows.map((_, k) => k);
  const above = same.map((k) =>
    k > 0 && (item === undefined || rows[k]?.[item] === rows[k - 1]?.[item]) ? k - 1 : -1,
  );
  const before = earlier(rows, item);
  const isLedger = (into: Numbers, out: Numbers): boolean => {
    const net = (k: number): number => (into.values[k] ?? 0) - (out.values[k] ?? 0);
    const rest = columns.filter((column) => column !== into && column !== out);
    const moved = (k: number): boolean => net(k) !== 0;
    const closes = (from: readonly number[], to: readonly number[], opens: readonly number[]): boolean =>
      share(
        rows.length,
        (k) => (opens[k] ?? -1) >= 0 && moved(k),
        (k) => isNear((from[opens[k] ?? -1] ?? 0) + net(k), to[k] ?? 0, net(k)),
      ) >= proof;
    return rest.some(
      ({ values }) =>
        closes(values, values, above) ||
        closes(values, values, before) ||
        rest.some((opening) => opening.values !== values && closes(opening.values, values, same)),
    );
  };
  const outs = moves.filter((out) => moves.some((into) => into !== out && isLedger(into, out)));
  // Read backwards the same sum holds with in for out, or the balances: the headings say which they are, else the
  // balance of a row that the next one begins with.
  const keyOf = ({ index }: Numbers): string => normaliseHeading(header[index] ?? "").key;
  const says = (out: Numbers): boolean => isWayOut(header[out.index] ?? "") || outKeys.test(keyOf(out));
  const named = outs.filter(says);
  if (named.length === 1) return named[0]?.index;
  const left = outs.filter((out) => !balances.test(keyOf(out)));
  return (left.length === 1 ? left[0] : outOfChain({ rows, columns, item }))?.index;
}

const isWayOut = (heading: string): boolean => {
  const movement = movementOf(heading);
  return movement !== undefined && takesOut(movement.kind);
};
const outKeys = keyPattern(
  /(abgang|ausgang|^aus|issued|^out|qtyout|quantityout$|sold|consum|verbrauch|sortie|salid|saida|uscit|scaric|uitgif|wydan|rozchod|vydej|cikis|uttag|forbrug|forbruk)/,
);

interface Ledger {
  readonly rows: TableProfile["head"];
  readonly columns: readonly Numbers[];
  readonly item: number | undefined;
}

/** What went out of a ledger whose rows each begin with the balance that the last one of the item ended with. */
function outOfChain({ rows, columns, item }: Ledger): Numbers | undefined {
  const before = rows.map((cells, k) => {
    for (let back = k - 1; back >= 0; back--)
      if (item === undefined || rows[back]?.[item] === cells[item]) return back;
    return -1;
  });
  const chained = (opening: Numbers, closing: Numbers): boolean =>
    opening !== closing &&
    share(
      rows.length,
      (k) => (before[k] ?? -1) >= 0,
      (k) => opening.values[k] === closing.values[before[k] ?? -1],
    ) >= proof;
  const found = columns.flatMap((opening) =>
    columns.flatMap((closing) => {
      if (!chained(opening, closing)) return [];
      const rest = columns.filter((one) => one !== opening && one !== closing);
      return rest.filter((out) =>
        rest.some((into) => {
          const net = (k: number): number => (into.values[k] ?? 0) - (out.values[k] ?? 0);
          const holds = (k: number): boolean =>
            isNear((opening.values[k] ?? 0) + net(k), closing.values[k] ?? 0, net(k));
          return into !== out && share(rows.length, (k) => net(k) !== 0, holds) >= proof;
        }),
      );
    }),
  );
  const [only] = found;
  return new Set(found).size === 1 ? only : undefined;
}

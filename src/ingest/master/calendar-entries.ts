import { mostFactor } from "../../bounds.ts";
import { defined } from "../../defined.ts";
import { type CalendarEntry, calendarKinds } from "../../item.ts";
import { regionOf } from "../cells/region-names.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type MasterRead, type MasterRows, masterRead, openMasterRows } from "../typed/master-rows.ts";

/** What a calendar says. */
export interface CalendarRead extends MasterRead {
  readonly entries: CalendarEntry[];
}

type Kind = CalendarEntry["kind"];

const words: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(lieferantenferien|lieferant(en)? geschlossen|betriebsferien lieferant|supplier[ -](closure|holidays?|shutdown))/,
    "supplier-closure",
  ],
  [/^(feiertag|gesetzlicher feiertag|public holiday|bank holiday)/, "holiday"],
  [
    /^(betriebsferien|werksferien|werk geschlossen|betriebsruhe|inventur|plant (closure|shutdown)|shutdown|closure)/,
    "plant-closure",
  ],
  [/^(aktion|werbeaktion|promotion|promo|rabattaktion|angebot|campaign)/, "promotion"],
  [/^(fehlbestand|nicht lieferbar|ausverkauft|fehlmenge|stock ?out|out of stock|lieferunfähig)/, "stockout"],
  [/^(ereignis|sonderbedarf|messe|projekt|event)/, "event"],
];

/** Kind of an entry from its word. @example calendarKind("Betriebsferien") // "plant-closure" */
function calendarKind(text: string): Kind | undefined {
  const word = text.trim().toLowerCase();
  return calendarKinds.find((kind) => kind === word) ?? words.find(([pattern]) => pattern.test(word))?.[1];
}

/** Reads holidays, closures, promotions, stockouts and events; an entry without an end lasts one day. */
export function readCalendar(source: ByteSource, options: ReadOptions = {}): CalendarRead {
  const rows = openMasterRows(source, "calendar", options);
  const entries: CalendarEntry[] = [];
  for (let k = 0; k < rows.coded.length; k++) {
    const entry = entryOf(rows, k);
    if (entry !== undefined) entries.push({ ...entry, ...rows.place(k) });
  }
  return { entries, ...masterRead(rows, entries.length) };
}

function entryOf(rows: MasterRows, k: number): CalendarEntry | undefined {
  const from = rows.date("from", k);
  if (from === undefined) {
    rows.report("date-missing", "warning", k, "from");
    return undefined;
  }
  const to = rows.date("to", k) ?? from;
  if (to < from) {
    rows.report("calendar-ends-before-start", "warning", k, "to");
    return undefined;
  }
  const kind = calendarKind(rows.text("kind", k) ?? "");
  if (kind === undefined) {
    rows.report("calendar-kind-unknown", "warning", k, "kind");
    return undefined;
  }
  const factor = rows.number("factor", k);
  const isUsable = factor !== undefined && factor >= 0 && factor <= mostFactor;
  if (factor !== undefined && !isUsable)
    rows.report(factor < 0 ? "value-negative" : "value-unusable", "warning", k, "factor");
  const state = rows.text("state", k);
  const region = state === undefined ? undefined : regionOf(state);
  if (state !== undefined && region === undefined) rows.report("region-unknown", "warning", k, "state");
  const [scope, item, supplier] = [rows.text("scope", k), rows.id("item", k), rows.id("supplier", k)];
  const location = rows.id("location", k);
  return {
    from,
    to,
    kind,
    ...defined({ scope, item, supplier, state: region, location }),
    ...(isUsable ? { factor } : {}),
  };
}

import type { Call } from "../command.ts";
import {
  type AskedSeries,
  askedLines,
  askedLong,
  askedTable,
  type SeriesDefaults,
} from "../ndjson/asked-series.ts";
import { type PanelForm, panelForm } from "../ndjson/panel-form.ts";
import { sourceOf, textOf } from "../run/files.ts";
import { type tableOptions, tablePanel } from "./table-panel.ts";

/** Every series of a file in whatever form, with its horizon, or why a line cannot be answered. */
export function askedOf(
  path: string,
  defaults: SeriesDefaults,
  given: Call<typeof tableOptions>["options"],
): AskedSeries[] {
  const source = sourceOf(path);
  const asked: Readonly<Record<PanelForm, () => AskedSeries[]>> = {
    ndjson: () => askedLines(textOf(source), defaults),
    long: () => askedLong(textOf(source), defaults),
    table: () =>
      askedTable(
        tablePanel(source, given).map(({ series }) => series),
        defaults,
      ),
  };
  return asked[panelForm(source, textOf)]();
}

/** True for a file that must be read whole before anything of it is answered; standard input is read line by line. */
export const isTableFile = (path: string): boolean =>
  path !== "-" && panelForm(sourceOf(path), textOf) !== "ndjson";

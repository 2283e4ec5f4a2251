import { workCalendar } from "../calendar/work-calendar.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { netted } from "../demand/netted.ts";
import { planningLevels } from "../forecast.ts";
import { forecastItem, learnPool, type Pool } from "../models/index.ts";
import { greatestOf } from "../numeric/order.ts";
import {
  panelOptions,
  type ReplenishOptions,
  replenishOptions,
  requestHorizon,
  type SuggestAnswer,
  type SuggestRequest,
  suggestTogether,
  tunedOrigins,
} from "../replenish/index.ts";
import { asServed } from "./served.ts";

/** How suggestions of single items are made. */
interface SuggestOptions {
  /** What was learned across items; null: do without; absent: learned from the requests. */
  readonly pool?: Pool | null;
  /**
   * Service, policy and costs where an item does not say its own; absent: as `bedarf suggest`, which serves thirty items
   * and more together where no pool is given.
   */
  readonly options?: ReplenishOptions;
  /** Working days of the plant; absent: Monday to Friday less the nationwide German holidays. */
  readonly plant?: WorkCalendar;
}

/**
 * Order suggestions for items one by one, in their order: forecast over lead and review time, reorder point, quantity,
 * reasons. Nothing is remembered: the returned `state` goes into the next request.
 * @example suggest([{ series, item: { item: "A", onHand: 3, leadTimeDays: 14 }, openOrders: [] }])
 */
export function suggest(
  asked: readonly SuggestRequest[],
  { pool: known, options, plant = workCalendar("DE") }: SuggestOptions = {},
): SuggestAnswer[] {
  const requests = asked.map((request) => asServed({ ...request, series: netted(request.series) }));
  const horizons = requests.map((request) => requestHorizon(request, options));
  const pool =
    known === undefined
      ? learnPool(
          requests.map(({ series }) => series),
          { horizon: greatestOf(horizons, 1) },
        )
      : known;
  const forecasts = requests.map((request, k) => ({
    request,
    forecast: forecastItem(request.series, {
      horizon: horizons[k],
      levels: planningLevels,
      pool,
      origins: (request.item.tune ?? options?.tune) === "auto" ? tunedOrigins : 0,
    }),
  }));
  return suggestTogether(
    forecasts,
    plant,
    options ?? (known === undefined ? panelOptions : replenishOptions),
  );
}

import { attempt } from "../attempt.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import type { Forecast } from "../forecast.ts";
import { type ReplenishOptions, replenishOptions } from "./context.ts";
import { type ClassMember, classMember, memberLevels } from "./item/served-class.ts";
import { failedIssue } from "./item/usable-item.ts";
import { answerOf, plannedRequest, type SuggestAnswer, type SuggestRequest } from "./suggest-one.ts";

/** A request with its forecast (made with `planningLevels`). */
interface ForecastRequest {
  readonly request: SuggestRequest;
  readonly forecast: Forecast;
}

/** A request that waits for the others of its class. */
interface Waiting extends ForecastRequest {
  readonly at: number;
  readonly member: ClassMember;
}

/**
 * Suggestions for items that are asked for together, in their order: those whose `scope`, or the one of the options, is
 * "assortment" reach their target together, the others each by itself as `suggestOne` answers them.
 */
export function suggestTogether(
  asked: Iterable<ForecastRequest>,
  plant: WorkCalendar,
  options: ReplenishOptions = replenishOptions,
): SuggestAnswer[] {
  const answers: SuggestAnswer[] = [];
  const waiting: Waiting[] = [];
  const guarded = ({ request }: ForecastRequest, work: () => SuggestAnswer | undefined) =>
    attempt(work, () => ({ suggestion: null, issues: [failedIssue(request.item, "order")] }));
  let at = 0;
  for (const one of asked) {
    const place = at++;
    const answer = guarded(one, () => {
      const planned = plannedRequest(one.request, one.forecast, plant, options);
      const member = planned.plan === undefined ? undefined : classMember(planned.plan, options);
      if (member === undefined) return answerOf(planned);
      const { backtest: _, adjusted: __, ...forecast } = one.forecast;
      waiting.push({ request: one.request, forecast, at: place, member });
      return undefined;
    });
    if (answer !== undefined) answers[place] = answer;
  }
  const levels = memberLevels(
    waiting.map(({ member }) => member),
    options,
  );
  for (const [k, one] of waiting.entries()) {
    const { request, forecast } = one;
    const answer = guarded(one, () => answerOf(plannedRequest(request, forecast, plant, options, levels[k])));
    if (answer !== undefined) answers[one.at] = answer;
  }
  return answers;
}

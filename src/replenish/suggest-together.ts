import { attempt } from "../attempt.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import type { Forecast } from "../forecast.ts";
import { totalOf } from "../total.ts";
import { type ReplenishOptions, replenishOptions } from "./context.ts";
import { type ReplayedItem, tunedOdds } from "./cost/tuned.ts";
import { replayedItem } from "./item/replayed.ts";
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
  readonly member: ClassMember | undefined;
  readonly past: ReplayedItem | undefined;
}

/**
 * Suggestions for items that are asked for together, in their order: those whose `scope`, or the one of the options, is
 * "assortment" reach their target together, the others each by itself as `suggestOne` answers them. With `tune: auto`
 * the past of all items, as their forecasts bring it in `backtest`, corrects what costs say.
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
      if (planned.plan === undefined) return answerOf(planned);
      const member = classMember(planned.plan, options);
      const past = replayedItem(planned.plan, options);
      if (member === undefined && past === undefined) return answerOf(planned);
      const { backtest: _, adjusted: __, ...forecast } = one.forecast;
      waiting.push({ request: one.request, forecast, at: place, member, past });
      return undefined;
    });
    if (answer !== undefined) answers[place] = answer;
  }
  const members = waiting.flatMap(({ at: place, member }) =>
    member === undefined ? [] : [{ place, member }],
  );
  const levels = memberLevels(
    members.map(({ member }) => member),
    options,
  );
  const levelAt = new Map(members.map(({ place }, k) => [place, levels[k]]));
  const odds = totalOf(
    tunedOdds,
    waiting.flatMap(({ past }) => past ?? []),
  );
  for (const one of waiting) {
    const { request, forecast, past } = one;
    const [level, tuned] = [levelAt.get(one.at), odds.get(past?.name ?? "")];
    const answer = guarded(one, () =>
      answerOf(plannedRequest(request, forecast, plant, options, level, tuned)),
    );
    if (answer !== undefined) answers[one.at] = answer;
  }
  return answers;
}

import type { Lang } from "../command.ts";
import { type Caller, callerOfRequest, demand, refuseForeign } from "./access.ts";
import { changed } from "./change.ts";
import { checked } from "./checked.ts";
import type { Connection } from "./connection.ts";
import { busy } from "./problem.ts";
import { rateLimit, slots } from "./rate-limit.ts";
import type { Answer, Asked, Route } from "./route.ts";
import type { Services } from "./services.ts";

/** A request that found its route, before its checks. */
interface Heard {
  readonly request: Request;
  readonly connection: Connection;
  /** Its id in log and audit log. */
  readonly id: string;
  readonly lang: Lang;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

const anonymous: Caller = { tenant: "", who: "", scopes: [], key: "" };

const tooManyStreams = () =>
  busy(
    "Too many streams are open: try again soon.",
    "Zu viele Datenströme sind offen: gleich noch einmal versuchen.",
    2,
  );

const askedOf = (
  services: Services,
  route: Route,
  caller: Caller,
  heard: Heard,
): Asked<unknown, unknown> => ({
  services,
  request: heard.request,
  connection: heard.connection,
  caller,
  actor: { tenant: caller.tenant, who: caller.who, request: heard.id },
  lang: heard.lang,
  params: checked(route.params, heard.params, "/path"),
  query: checked(route.query, heard.query, "/query"),
});

/** Runs routes for requests: who calls, may he, within his limits, is the input acceptable, then the route's own work. */
export function routeRunner(services: Services): (route: Route, heard: Heard) => Promise<Answer> {
  const { requestsPerSecond, concurrentRequests, openStreams } = services.settings;
  const limit = rateLimit(requestsPerSecond, concurrentRequests, () => performance.now());
  const streams = slots(openStreams, tooManyStreams);

  return async (route, heard) => {
    const isOpen = route.policy === "open";
    if (isOpen && route.kind === "change") refuseForeign(heard.request);
    const caller = isOpen ? anonymous : await callerOfRequest(services, heard);
    demand(caller, route.policy);
    let leave = isOpen ? () => {} : limit.enter(caller.key);
    try {
      const asked = askedOf(services, route, caller, heard);
      if (route.kind === "stream") {
        const [leaveRequests, leaveStreams] = [leave, streams.enter(caller.tenant)];
        leave = () => {
          leaveStreams();
          leaveRequests();
        };
        // Its answer goes on after this function: the route says when it has ended.
        return await route.handle(asked, leave);
      }
      const answer = route.kind === "read" ? await route.handle(asked) : await changed(route, asked);
      leave();
      return answer;
    } catch (error) {
      leave();
      throw error;
    }
  };
}

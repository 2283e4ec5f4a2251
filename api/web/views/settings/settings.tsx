import { Fragment, h } from "preact";
import type { Drawn } from "../../drawn.ts";
import { t } from "../../language.ts";
import { failure, waiting } from "../../parts/basic.tsx";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { settingWords } from "../../words/settings.ts";
import { AuditTrail } from "./audit-trail.tsx";
import { Closures } from "./closures.tsx";
import { Owners } from "./owners.tsx";
import { PlanningForm } from "./planning-form.tsx";
import { ownedIssues, Repairs } from "./repairs.tsx";
import { Tokens } from "./tokens.tsx";

/** Options of the next plan, calendar, who may do what, and who did what. */
export function Settings({ session }: ViewProps): Drawn {
  const { client } = session;
  const plans = useStore(session.plans);
  const id = plans.shown?.id;
  const repairs = useFetched(`repairs ${id}`, async () => (id === undefined ? [] : ownedIssues(client, id)));
  const settings = useFetched("settings", () => client.settings());
  const tokens = useFetched("tokens", () => client.tokens());
  const audit = useFetched("audit", () => client.audit());
  const isLoading = [plans, settings, repairs, tokens, audit].some(({ state }) => state === "loading");
  const title = h("h1", {}, t(settingWords.title));
  // What stands further down waits for what stands above it: nothing jumps.
  if (isLoading) return h(Fragment, {}, title, waiting());
  return h(
    Fragment,
    {},
    title,
    settings.state === "failed" && failure(settings.error.message, settings.again),
    settings.state === "here" && [
      h(PlanningForm, { session, settings: settings.value, again: settings.again }),
      h(Closures, { session, settings: settings.value, again: settings.again }),
    ],
    id !== undefined && h(Owners, { session, plan: id }),
    id !== undefined && h(Repairs, { session, found: repairs }),
    h(Tokens, { session, found: tokens }),
    h(AuditTrail, { found: audit }),
  );
}

import { Fragment, h } from "preact";
import type { ViewProps } from "../app.ts";
import type { Drawn } from "../drawn.ts";
import { t } from "../language.ts";
import { AuditTrail } from "../parts/audit-trail.ts";
import { Closures } from "../parts/closures.ts";
import { PlanningForm } from "../parts/planning-form.ts";
import { Repairs } from "../parts/repairs.ts";
import { Tokens } from "../parts/tokens.ts";
import { useStore } from "../store.ts";
import { settingWords } from "../words/settings.ts";

/** Options of the next plan, calendar, who may do what, and who did what. */
export function Settings({ session }: ViewProps): Drawn {
  const plans = useStore(session.plans);
  return h(
    Fragment,
    {},
    h("h1", {}, t(settingWords.title)),
    plans.state === "here" && h(PlanningForm, { session, config: plans.shown?.request?.config ?? {} }),
    h(Closures, { session }),
    plans.shown !== undefined && h(Repairs, { session, plan: plans.shown.id }),
    h(Tokens, { session }),
    h(AuditTrail, { session }),
  );
}

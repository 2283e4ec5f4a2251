import type { VNode } from "preact";
import { Missing, Waiting } from "../../parts/states.tsx";
import { useFetched, useKept, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { settingsWords } from "../../words/settings.ts";
import { AlertChoice } from "./alert.tsx";
import { ApprovalForm } from "./approval.tsx";
import { AuditTrail } from "./audit-trail.tsx";
import { Closures } from "./closures.tsx";
import { Owners } from "./owners.tsx";
import { PlanningForm } from "./planning-form.tsx";
import { ownedIssues, Repairs } from "./repairs.tsx";
import { Sections } from "./sections.tsx";
import { Tokens } from "./tokens.tsx";

/** Options of the next plan, calendar, who may do what, and who did what. */
export function Settings({ session }: ViewProps): VNode {
  const { client } = session;
  const plans = useStore(session.plans);
  const id = plans.shown?.id;
  const repairs = useKept(
    useFetched(`repairs ${id}`, async () => (id === undefined ? [] : ownedIssues(client, id))),
  );
  const settings = useFetched("settings", () => client.settings());
  const tokens = useFetched("tokens", () => client.tokens());
  const audit = useFetched("audit", () => client.audit());
  const isLoading = [plans, settings, repairs, tokens, audit].some(({ state }) => state === "loading");
  return (
    <>
      <h1>{settingsWords.title}</h1>
      {/* What stands further down waits for what stands above it: nothing jumps. */}
      {isLoading ? (
        <Waiting />
      ) : (
        <>
          <Sections />
          <Missing of={settings} />
          {settings.state === "here" && (
            <>
              <PlanningForm session={session} settings={settings.value} again={settings.again} />
              <Closures session={session} settings={settings.value} again={settings.again} />
              <ApprovalForm session={session} settings={settings.value} again={settings.again} />
            </>
          )}
          {id !== undefined && (
            <>
              <Owners session={session} plan={id} />
              <Repairs session={session} found={repairs} />
            </>
          )}
          <AlertChoice session={session} />
          <Tokens session={session} found={tokens} />
          <AuditTrail found={audit} />
        </>
      )}
    </>
  );
}

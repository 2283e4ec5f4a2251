import { z } from "@hono/zod-openapi";
import { defined, UsageError } from "../../../src/index.ts";
import { checkedConfig } from "../../run/config.ts";
import { VersionError } from "../../store/decisions.ts";
import type { Settings, SettingsRow } from "../../store/settings.ts";
import { demand } from "../access.ts";
import { sha256Of } from "../body.ts";
import { expectedVersion } from "../if-match.ts";
import { iso } from "../instant.ts";
import { Problem, refusedBy, unacceptable } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { ifMatch, lang } from "../schemas/common.ts";
import { ofOnePlan, owners, type SettingsRequest, settings, settingsRequest } from "../schemas/settings.ts";

const viewOf = ({ version, config, calendar, approveAbove, who, at }: SettingsRow) => ({
  version,
  config,
  calendar,
  ...defined({ approveAbove }),
  by: who,
  at: at === null ? null : iso(at),
});

function refuse({ config }: SettingsRequest): void {
  const single = Object.keys(ofOnePlan).find((name) => Object.hasOwn(config, name));
  if (single !== undefined)
    throw unacceptable(
      "config-not-valid",
      `${single} belongs to one plan: name it when the plan is ordered`,
      `${single} gehört zu einem einzelnen Plan: beim Bestellen des Plans angeben`,
    );
  try {
    checkedConfig(config);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw refusedBy(error.fault, { code: "config-not-valid" });
  }
}

/** Characters of a value that the audit log keeps as it stands. */
const mostSaid = 2000;

/** A value for the audit log; of a large one its hash, for a whole copy with every change would fill the log. */
function noted(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text.length <= mostSaid ? value : { sha256: sha256Of(text), characters: text.length };
}

/** What a change changed: the options that differ, and the calendar. */
function changesBetween(before: Settings, after: Settings): { before: object; after: object } {
  const side = (of: Settings, other: Settings) => {
    const own = Object.entries(of.config).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(other.config[name]),
    );
    const limit = of.approveAbove === other.approveAbove ? {} : { approveAbove: of.approveAbove ?? null };
    return { config: noted(Object.fromEntries(own)), calendar: noted(of.calendar), ...limit };
  };
  return { before: side(before, after), after: side(after, before) };
}

/** Settings as asked for; a limit that is not named stays, for a program that does not know of it must not lift it. */
const settingsOf = ({ config, calendar, approveAbove }: SettingsRequest, before: Settings): Settings => ({
  config,
  calendar,
  ...defined({
    approveAbove: approveAbove === undefined ? before.approveAbove : (approveAbove ?? undefined),
  }),
});

const changedMeanwhile = (current: number) =>
  new Problem(
    412,
    "changed-meanwhile",
    {
      de: `Die Einstellungen wurden inzwischen geändert (Version ${current}): neu laden, dann ändern.`,
      en: `The settings were changed in between (version ${current}): load again, then change.`,
    },
    { headers: { etag: `"${current}"` } },
  );

const get = read({
  method: "get",
  path: "/v1/settings",
  policy: "read",
  summary: "What every plan is made with: options and calendar, who set them and when.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the settings", content: { "application/json": settings } } },
  async handle({ services: { store }, caller }) {
    const row = await store.settings.get(caller.tenant);
    return jsonAnswer(200, viewOf(row), { etag: `"${row.version}"` });
  },
});

const put = change({
  method: "put",
  path: "/v1/settings",
  policy: "upload",
  summary: "Sets them for all later plans; what a plan is asked for itself goes first.",
  query: z.strictObject({ lang }),
  headers: { "If-Match": ifMatch },
  json: settingsRequest,
  answers: {
    200: { description: "the settings", content: { "application/json": settings } },
    412: { description: "changed in between" },
  },
  prepare({ caller, actor, request }, { json }) {
    refuse(json);
    const expected = expectedVersion(request.headers.get("if-match"));
    return async ({ settings: standing, audit }) => {
      try {
        const before = await standing.get(caller.tenant);
        const next = settingsOf(json, before);
        // whoever is approved must not lift the limit
        if (next.approveAbove !== before.approveAbove) demand(caller, "admin");
        const row = await standing.set(caller.tenant, next, caller.who, expected);
        await audit.add(actor, "settings.set", "settings", changesBetween(before, next));
        return jsonAnswer(200, viewOf(row), { etag: `"${row.version}"` });
      } catch (error) {
        throw error instanceof VersionError ? changedMeanwhile(error.current) : error;
      }
    };
  },
});

const putOwners = change({
  method: "put",
  path: "/v1/me/owners",
  policy: "signed-in",
  summary: "The owners (planners, buyers) whose items the caller answers for.",
  query: z.strictObject({ lang }),
  json: owners,
  answers: { 200: { description: "kept", content: { "application/json": owners } } },
  prepare({ caller, actor }, { json }) {
    return async ({ settings: standing, audit }) => {
      await standing.setOwners(caller.tenant, caller.who, json.owners);
      await audit.add(actor, "owners.set", caller.who, json);
      return jsonAnswer(200, { owners: await standing.ownersOf(caller.tenant, caller.who) });
    };
  },
});

export const settingRoutes: readonly Route[] = [get, put, putOwners];

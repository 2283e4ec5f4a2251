import { expect, test } from "vitest";
import type { Client } from "../../api/web/client/client.ts";
import { ApiError } from "../../api/web/client/http.ts";
import { createOutbox } from "../../api/web/session/outbox.ts";
import { waitingPlans } from "../../api/web/session/pending.ts";
import type { Decided, DecisionView, NewDecision } from "../../api/web/shapes.ts";
import { line } from "./line.ts";
import { storage } from "./storage.ts";

/** A server that keeps versions, and fails while `down` holds an error. */
function server() {
  const versions = new Map<string, number>();
  const sent: NewDecision[] = [];
  const state: { down?: Error } = {};
  const client: Pick<Client, "decide" | "line"> = {
    async decide(plan, decision, version): Promise<DecisionView> {
      if (state.down !== undefined) throw state.down;
      const now = versions.get(decision.item) ?? 0;
      if (now !== version) throw new ApiError(412, "decided-meanwhile", "decided meanwhile");
      versions.set(decision.item, now + 1);
      sent.push(decision);
      const { item, action, quantity = null, reason = null } = decision;
      const at = "2026-10-20T08:00:00Z";
      return {
        seq: 1,
        plan,
        item,
        action,
        quantity,
        reason,
        order: null,
        date: null,
        supplier: null,
        version: now + 1,
        by: "me",
        at,
      };
    },
    line: async (_plan, item) =>
      line(item, { version: versions.get(item) ?? 0, decided: { action: "reject", version: 1, by: "Kim" } }),
  };
  return { client: client as Client, versions, sent, state };
}

function told() {
  const log: string[] = [];
  return {
    log,
    events: {
      changed: (item: string, decided: Decided | undefined, version: number) =>
        void log.push(`changed ${item} ${decided?.action} ${version}`),
      overtaken: (item: string) => void log.push(`overtaken ${item}`),
      superseded: ({ item }: { item: string }) => void log.push(`superseded ${item}`),
      refused: (item: string, error: ApiError) => void log.push(`refused ${item} ${error.status}`),
      waiting: (count: number) => void log.push(`waiting ${count}`),
    },
  };
}

test("a decision is sent with the version that was seen, and is kept no longer when it is acknowledged", async () => {
  const [{ client, sent }, { log, events }, kept] = [server(), told(), storage()];
  const decisions = createOutbox(client, "p1", kept, events);
  decisions.decide({ item: "A", action: "accept" }, 0);
  expect(kept.kept.get("bedarf.pending.p1")).toContain('"item":"A"');
  await decisions.flush();
  expect(sent).toEqual([{ item: "A", action: "accept" }]);
  expect(log).toEqual(["changed A accept 1"]);
  expect(kept.kept.size).toBe(0);
});

test("with the server away or the token expired decisions wait, survive a reload, and are sent later", async () => {
  for (const down of [
    new TypeError("network"),
    new ApiError(401, "not-signed-in", "sign in"),
    new ApiError(503, "busy", ""),
  ]) {
    const [{ client, sent, state }, { log, events }, kept] = [server(), told(), storage()];
    state.down = down;
    const before = createOutbox(client, "p1", kept, events);
    before.decide({ item: "A", action: "change", quantity: 40 }, 0);
    await before.flush();
    expect(log).toEqual(["waiting 1"]);
    const after = createOutbox(client, "p1", kept, events);
    expect(after.pending.get("A")).toMatchObject({ action: "change", quantity: 40 });
    delete state.down;
    await after.flush();
    expect(sent).toEqual([{ item: "A", action: "change", quantity: 40 }]);
  }
});

test("who comes second is told, and sees what holds", async () => {
  const [{ client, versions, sent }, { log, events }] = [server(), told()];
  const decisions = createOutbox(client, "p1", storage(), events);
  versions.set("A", 1);
  decisions.decide({ item: "A", action: "accept" }, 0);
  await decisions.flush();
  expect(sent).toEqual([]);
  expect(log).toEqual(["changed A reject 1", "overtaken A"]);
  expect(decisions.pending.size).toBe(0);
});

test("deciding again while the first is on its way builds on the version just made", async () => {
  const [{ client, sent }, { events }] = [server(), told()];
  const decisions = createOutbox(client, "p1", storage(), events);
  decisions.decide({ item: "A", action: "accept" }, 0);
  decisions.decide({ item: "A", action: "reject", reason: "stock" }, 0);
  await decisions.flush();
  await decisions.flush();
  expect(sent.map(({ action }) => action)).toEqual(["accept", "reject"]);
});

test("what the server refuses for good is said and not tried again", async () => {
  const [{ client, state }, { log, events }, kept] = [server(), told(), storage()];
  state.down = new ApiError(422, "not-valid", "no");
  const decisions = createOutbox(client, "p1", kept, events);
  decisions.decide({ item: "A", action: "accept" }, 0);
  await decisions.flush();
  expect(log).toEqual(["refused A 422"]);
  expect(kept.kept.size).toBe(0);
});

test("a decision on a plan that was replaced meanwhile is handed back, and nothing of it waits", async () => {
  const [{ client, state }, { log, events }, kept] = [server(), told(), storage()];
  state.down = new ApiError(409, "plan-superseded", "a newer plan");
  const decisions = createOutbox(client, "p1", kept, events);
  decisions.decide({ item: "A", action: "accept" }, 0);
  await decisions.flush();
  expect(log).toEqual(["superseded A"]);
  expect(kept.kept.size).toBe(0);
});

test("damaged storage is emptied, not fatal", () => {
  const kept = storage();
  kept.setItem("bedarf.pending.p1", "{broken");
  expect(createOutbox(server().client, "p1", kept, told().events).pending.size).toBe(0);
});

test("plans with decisions that wait are known on the next visit, whichever plan is shown then", async () => {
  const [{ client, sent, state }, { events }, kept] = [server(), told(), storage()];
  state.down = new TypeError("fetch failed");
  createOutbox(client, "p1", kept, events).decide({ item: "A", action: "accept" }, 0);
  createOutbox(client, "p2", kept, events).decide({ item: "B", action: "reject" }, 0);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(waitingPlans(kept)).toEqual(["p1", "p2"]);
  delete state.down;
  for (const plan of waitingPlans(kept)) await createOutbox(client, plan, kept, events).flush();
  expect(sent.map(({ item }) => item)).toEqual(["A", "B"]);
  expect(kept.kept.size).toBe(0);
});

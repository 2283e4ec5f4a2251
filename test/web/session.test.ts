import { expect, test } from "vitest";
import type { Client } from "../../api/web/client/client.ts";
import type { Notices } from "../../api/web/session/notices.ts";
import { createOrderBook } from "../../api/web/session/order-book.ts";
import { foundIn } from "../../api/web/session/search.ts";
import { createSession } from "../../api/web/session/session.ts";
import type { NewDecision, OrderView } from "../../api/web/shapes.ts";
import { line } from "./line.ts";
import { storage } from "./storage.ts";

/** A server with one finished plan; what is decided on it is noted, what `failing` holds is refused. */
function shop() {
  const decided: NewDecision[] = [];
  const versions = new Map<string, number>();
  const state = { plan: "p1", failing: new Set<string>() };
  const list = (items: readonly object[]) => ({ items, next: null });
  const answer = (path: string, init?: RequestInit): unknown => {
    const [, item] = /suggestions\/(\w+)\/decision$/.exec(path) ?? [];
    if (item !== undefined) {
      const decision = JSON.parse(String(init?.body));
      versions.set(item, (versions.get(item) ?? 0) + 1);
      decided.push({ item, ...decision });
      return { item, quantity: null, reason: null, ...decision, version: versions.get(item), by: "Kim" };
    }
    if (path.endsWith("/latest")) return { id: state.plan, state: "done", asOf: "2026-10-16", request: {} };
    if (path === "/v1/me") return { name: "Kim", owners: ["D1"] };
    if (path.includes("/suggestions")) return list([line("A"), line("B"), line("C", { supplier: "S2" })]);
    if (path.includes("/masters")) return list([{ item: "A", owner: "D1" }]);
    if (path.includes("/baskets")) return list([{ supplier: "S2", name: "Kröger" }]);
    return list([]);
  };
  /** Steps with orders, one JSON object a line. */
  const stepped = (body: string): string =>
    body
      .trim()
      .split("\n")
      .map((text) => {
        const step = JSON.parse(text) as { item: string; version: number };
        versions.set(step.item, step.version + 1);
        return JSON.stringify({ ...step, plan: state.plan, by: "Kim", version: step.version + 1 });
      })
      .join("\n");
  const fetching: typeof fetch = async (input, init) => {
    const path = String(input);
    if (path.endsWith("/decisions")) return new Response(stepped(String(init?.body)));
    const isBad = [...state.failing].some((part) => path.includes(part));
    return Response.json(isBad ? { detail: "busy" } : answer(path, init), { status: isBad ? 503 : 200 });
  };
  const kept = storage();
  return { decided, state, kept, session: createSession(fetching, kept) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test("the newest plan is shown with whose its lines are, and its lines are found by the supplier's name", async () => {
  const { session } = shop();
  await session.refresh();
  const { state, lines } = session.work.get();
  expect([state, lines.map(({ item, owner }) => [item, owner])]).toEqual([
    "here",
    [
      ["A", "D1"],
      ["B", undefined],
      ["C", undefined],
    ],
  ]);
  expect(foundIn(lines, "kröger")?.map((place) => lines[place]?.item)).toEqual(["C"]);
  expect(session.mine.get()).toEqual({ owners: ["D1"], isOn: true });
});

test("whose items they are comes after the lines where all are shown, and first where only some are", async () => {
  for (const [isOn, first] of [
    [true, "whole"],
    [false, "early"],
  ] as const) {
    const { session } = shop();
    session.showMine(isOn);
    const seen: string[] = [];
    session.work.watch(() => {
      const { lines, lacksOwners } = session.work.get();
      if (lines.length > 0) seen.push(lacksOwners === true ? "early" : "whole");
    });
    await session.refresh();
    expect([seen[0], seen.at(-1)]).toEqual([first, "whole"]);
    expect(session.work.get().lines.map(({ owner }) => owner)).toEqual(["D1", undefined, undefined]);
  }
});

test("a decision made before the owners are here stands on its line when they are", async () => {
  const { session, decided } = shop();
  session.showMine(false);
  const stop = session.work.watch(() => {
    if (session.work.get().lacksOwners !== true || decided.length > 0) return;
    stop();
    session.decide([{ item: "A", action: "accept" }]);
  });
  await session.refresh();
  await settled();
  expect(decided).toEqual([{ item: "A", action: "accept" }]);
  const [line] = session.work.get().lines;
  expect([line?.owner, line?.decided?.action]).toEqual(["D1", "accept"]);
});

test("a decision stands on its line at once, goes to the server, and one step takes back all that was decided in it", async () => {
  const { session, decided } = shop();
  await session.refresh();
  const on = (item: string) => session.work.get().lines.find((one) => one.item === item);
  session.decide([
    { item: "A", action: "accept" },
    { item: "B", action: "change", quantity: 40 },
  ]);
  expect([on("A")?.pending, on("A")?.decided?.action, on("B")?.decided?.quantity]).toEqual([
    true,
    "accept",
    40,
  ]);
  await settled();
  expect([on("A")?.pending, on("A")?.decided?.by, on("A")?.version]).toEqual([undefined, "Kim", 1]);
  session.decide([{ item: "B", action: "reject", reason: "stock" }]);
  session.undo();
  session.undo();
  await settled();
  expect([session.undoable.get(), on("A")?.decided, on("B")?.decided]).toEqual([0, undefined, undefined]);
  expect(decided.slice(0, 2)).toEqual([
    { item: "A", action: "accept" },
    { item: "B", action: "change", quantity: 40 },
  ]);
  const reset = decided.filter(({ action }) => action === "reset");
  expect(reset.map(({ item }) => item).sort()).toEqual(["A", "B"]);
});

test("a step is taken back as far as nothing else became of it, also when others followed, and no list touches an order", async () => {
  const { session, decided } = shop();
  await session.refresh();
  const on = (item: string) => session.work.get().lines.find((one) => one.item === item)?.decided?.action;
  const undo = session.decide([
    { item: "A", action: "accept" },
    { item: "B", action: "accept" },
  ]);
  await settled();
  session.decide([{ item: "C", action: "accept" }]);
  session.decide([{ item: "B", action: "reject" }]);
  await settled();
  const all = decided.length;
  undo();
  await settled();
  // B was decided otherwise since, C is another step
  expect([on("A"), on("B"), on("C")]).toEqual([undefined, "reject", "accept"]);
  expect(decided.slice(all)).toEqual([{ item: "A", action: "reset" }]);
  undo();
  await settled();
  expect(decided.length).toBe(all + 1);
  // C is ordered: neither keys nor the way back forget that its supplier knows of it
  const made = session.work.get().lines.find(({ item }) => item === "C");
  expect(made?.decided).toBeDefined();
  await session.book.mark(
    [
      {
        item: "C",
        plan: "p1",
        version: made?.version,
        quantity: 100,
        split: null,
        state: "accepted",
      } as OrderView,
    ],
    "ordered",
    { order: "PO-1" },
  );
  expect(on("C")).toBe("ordered");
  session.undo();
  session.undo();
  session.undo();
  session.decide([{ item: "C", action: "accept" }]);
  await settled();
  expect(on("C")).toBe("ordered");
  expect(session.notices.get().map(({ kind }) => kind)).toContain("warning");
});

test("what cannot be loaded is said and loaded later; what cannot be sent waits, another plan shown or not", async () => {
  const { session, state, decided, kept } = shop();
  state.failing.add("/baskets");
  await session.refresh();
  expect(session.work.get()).toMatchObject({ state: "failed", error: "busy" });
  state.failing.clear();
  await session.refresh();
  expect(session.work.get().state).toBe("here");
  state.failing.add("/decision");
  session.decide([{ item: "A", action: "accept" }]);
  await settled();
  const waiting = () => [...kept.kept.keys()].filter((key) => key.startsWith("bedarf.pending"));
  expect([session.waiting.get(), waiting().length]).toEqual([1, 2]);
  state.plan = "p2";
  await session.refresh();
  // under a reader at work no plan is exchanged: the new one is offered
  const { shown, offered } = session.plans.get();
  expect([shown?.id, offered?.id, session.work.get().lines[0]?.decided?.action]).toEqual([
    "p1",
    "p2",
    "accept",
  ]);
  await session.showNewest();
  await settled();
  expect([decided, session.work.get().lines[0]?.decided]).toEqual([[], undefined]);
  state.failing.clear();
  state.plan = "p3";
  await session.showNewest();
  await settled();
  expect([decided, session.waiting.get(), waiting()]).toEqual([[{ item: "A", action: "accept" }], 0, []]);
});

test("what goes wrong is said in the server's words", async () => {
  const { session, state } = shop();
  state.failing.add("/v1/me/owners");
  expect(await session.attempt(() => session.setOwners(["D2"]))).toBe(false);
  expect(session.notices.get().map(({ kind, text }) => [kind, text])).toEqual([["error", "busy"]]);
  expect(session.mine.get().owners).toEqual([]);
});

test("a server that does not answer is said in the page's words, never in the browser's", async () => {
  const session = createSession(() => Promise.reject(new TypeError("Failed to fetch")), storage());
  await session.refresh();
  expect(session.plans.get().error).toBe("the server does not answer");
});

/** An order book over one accepted order of 100 that X and Y share; what it sends is noted. */
function sharedBook(parts?: OrderView["parts"]) {
  const split = [
    { supplier: "X", quantity: 60, receiptBy: "2026-02-01", unitPrice: 2, amount: 120 },
    { supplier: "Y", quantity: 40, receiptBy: "2026-01-20", unitPrice: 3, amount: 120 },
  ];
  const order = { item: "A", plan: "p1", version: 1, supplier: "X", supplierName: "Xaver", quantity: 100 };
  const alone = { ...order, item: "B", split: null, unitPrice: 2.4, amount: 240, state: "accepted" };
  const shared = { ...order, split, unitPrice: 2.4, amount: 240, state: "accepted", parts };
  const sent: object[] = [];
  const client = {
    orders: async () => [shared, alone] as unknown as OrderView[],
    decideAll: async (_: string, lines: readonly object[]) => {
      sent.push(...lines);
      return [];
    },
  } as unknown as Client;
  const attempt: Notices["attempt"] = async (work) => {
    await work();
    return true;
  };
  const book = createOrderBook(client, { attempt } as Notices, { change: () => undefined }, () => "p1");
  return { book, sent };
}

test("each supplier that shares an order has its own part of it, as far as that part is", async () => {
  const { book } = sharedBook([
    { supplier: "X", quantity: 60, state: "ordered", order: "4711", date: "2026-01-05" },
    { supplier: "Y", quantity: 40, state: "accepted", order: null, date: null },
  ]);
  await book.load();
  expect(book.orders.get()).toMatchObject([
    { item: "A", supplier: "X", quantity: 60, amount: 120, state: "ordered", order: "4711" },
    { item: "A", supplier: "Y", supplierName: null, quantity: 40, unitPrice: 3, state: "accepted" },
    { item: "B", supplier: "X", quantity: 100, amount: 240 },
  ]);
});

test("a part of a shared order is marked by its supplier; what is accepted anew is the whole", async () => {
  const { book, sent } = sharedBook();
  await book.load();
  const [x, y, alone] = book.orders.get();
  if (x === undefined || y === undefined || alone === undefined) throw new Error("three were expected");
  await book.mark([y, alone], "ordered", { order: "7" });
  expect(sent).toEqual([
    { item: "A", action: "ordered", version: 1, order: "7", supplier: "Y" },
    { item: "B", action: "ordered", version: 1, order: "7" },
  ]);
  await book.mark([x], "accept");
  expect(sent.at(-1)).toEqual({ item: "A", action: "accept", version: 1, quantity: 100 });
  await book.mark([x], "reset");
  expect(sent.at(-1)).toEqual({ item: "A", action: "reset", version: 1 });
});

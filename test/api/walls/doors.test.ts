import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { smallBody } from "../../../api/http/body.ts";
import { smallBodyMs } from "../../../api/http/limits.ts";
import { ended, json, ordersCsv, plannedServer, type TestServer } from "../server.ts";

// What once stopped the server for good, or one door of it, each by an input of its kind.

let server: TestServer;
beforeAll(async () => {
  server = await plannedServer();
});
afterAll(() => server.end());
afterEach(() => {
  vi.useRealTimers();
});

/** Whatever it is, an answer comes within seconds of a machine under load. */
async function soon<T>(work: Promise<T>): Promise<T> {
  const begun = performance.now();
  const done = await work;
  expect(performance.now() - begun).toBeLessThan(15_000);
  return done;
}

const german = { "accept-language": "de" };
const chained = "q: ".repeat(44);
const lineOf = (more: object) =>
  `${JSON.stringify({ item: "K1", bucket: "month", start: "2023-01-01", values: [4, 6, 5, 7, 4, 6, 5], ...more })}\n`;

test("a text of many colons costs no more than its length, in a setting, a stream, a heading and every later list", async () => {
  const set = { body: { config: { [chained]: 1 }, calendar: [] }, headers: german };
  expect((await soon(server.call("PUT", "/v1/settings", set))).status).toBe(422);
  const streamed = await soon(
    server.call("POST", "/v1/signals", { body: lineOf({ bucket: chained }), headers: german }),
  );
  expect([200, 422]).toContain(streamed.status);
  const dated = `unique_id,ds,y\nK1,${chained},1\n`;
  const answer = await soon(server.call("POST", "/v1/forecast?horizon=2", { body: dated, headers: german }));
  expect([200, 422]).toContain(answer.status);
  const headed = ordersCsv().replace("order,line,", `order,${chained},`);
  await soon(server.call("POST", "/v1/uploads?kind=orders&mode=delta", { body: headed, headers: german }));
  const { id } = await json(
    await server.call("POST", "/v1/plans", { body: { config: { map: { [chained]: "quantity" } } } }),
  );
  if (id !== undefined) await ended(server, String(id));
  expect((await soon(server.call("GET", "/v1/plans", { headers: german }))).status).toBe(200);
});

test("a packed stream that unpacks without end is refused", async () => {
  const blanks = Buffer.alloc(2 ** 20, 32);
  const body = gzipSync(Buffer.concat(Array.from({ length: 260 }, () => blanks)));
  expect((await soon(server.call("POST", "/v1/signals", { body }))).status).toBe(422);
});

const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { item?: string; error?: object });

test("a line of suggest with a number that no shop has is its own error, its neighbours are answered", async () => {
  const good = { onHand: 3, leadTimeDays: 12, reviewDays: 7 };
  const odd = [
    { leadTimeDays: 9_000_000 },
    { reviewDays: 8_000_000 },
    { minimumOrder: 3e307 },
    { onHand: 5e300 },
  ];
  const body = [...odd, {}].map((more) => lineOf({ ...good, ...more })).join("");
  const answered = await linesOf(await soon(server.call("POST", "/v1/suggest?pool=none", { body })));
  expect(answered.map(({ error }) => error !== undefined)).toEqual([true, true, true, true, false]);
});

test("a value without end in one line of a stream ends no other", async () => {
  const endless = `${"[".repeat(90_000)}${"]".repeat(90_000)}`;
  const deep = ["horizon", "bucket", "start", "period", "values", "onHand"].map(
    (field) => `{"item":"D","values":[1,2],"${field}":${endless}}\n`,
  );
  const body = deep.join("") + lineOf({ onHand: 3, leadTimeDays: 12, reviewDays: 7 });
  for (const path of ["/v1/forecast?pool=none&horizon=2", "/v1/suggest?pool=none"]) {
    const answered = await linesOf(await soon(server.call("POST", path, { body })));
    expect(answered, path).toHaveLength(7);
    expect(answered.at(-1), path).toMatchObject({ item: "K1" });
    expect(answered.at(-1)?.error, path).toBeUndefined();
  }
});

test("a plan of a day that no business has comes to an end by itself", async () => {
  const made = await server.call("POST", "/v1/plans", { body: { asOf: "9997-02-01" } });
  if (made.status !== 202) expect(made.status).toBe(422);
  else expect((await ended(server, String((await json(made)).id))).state).toBe("failed");
});

test("control characters in a standing calendar are refused at the door", async () => {
  for (const field of ["scope", "item", "supplier"]) {
    const row = { from: "2026-01-01", to: "2026-01-02", kind: "event", [field]: "x\u0000" };
    const answer = await server.call("PUT", "/v1/settings", { body: { config: {}, calendar: [row] } });
    expect([field, answer.status]).toEqual([field, 422]);
  }
});

test("half a body holds its socket no longer than a small body may take", async () => {
  vi.useFakeTimers();
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("{")) });
  const request = new Request("http://localhost/v1/session", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  const outcome = smallBody(request, 1000).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(smallBodyMs + 1);
  expect(await outcome).toMatchObject({ status: 408 });
});

test("an open stream ends soon after its token was revoked", async () => {
  const token = await server.store.tokens.create({ name: "short", tenant: "own", scopes: ["read"] });
  await server.store.tokens.create({ name: "other", tenant: "own", scopes: ["admin"] });
  let more = true;
  async function* lines() {
    while (more) {
      yield Buffer.from(lineOf({}));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const answer = await fetch(`${server.url}/v1/forecast?pool=none`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: Readable.toWeb(Readable.from(lines())) as ReadableStream,
    duplex: "half",
  } as RequestInit).catch(() => undefined);
  await server.store.tokens.revoke("short", "own");
  const outcome = await soon(
    (async () => (await answer?.text()) ?? "")().then(
      () => "whole",
      () => "broken off",
    ),
  );
  more = false;
  expect(answer === undefined || outcome === "broken off").toBe(true);
});

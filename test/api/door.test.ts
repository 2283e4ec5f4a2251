import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serverSettings } from "../../api/http/settings.ts";
import { ended, json, plannedServer, type TestServer, testServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await plannedServer({ streamSeconds: 7 });
});
afterAll(() => server.end());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const openFiles = () => readdirSync("/proc/self/fd").length;
const statusOf = (text: string) => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1];

/** Bytes to the server as they stand; what it answered until it closed or `ms` were over. */
const raw = (text: string, ms = 2000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(text));
    let got = "";
    socket.on("data", (bytes) => {
      got += bytes.toString();
    });
    const end = () => {
      socket.destroy();
      resolve(got);
    };
    socket.on("close", end).on("error", end);
    setTimeout(end, ms);
  });

test.skipIf(!existsSync("/proc/self/fd"))(
  "an answer that is made and not sent holds no file: HEAD, and downloads that are given up",
  async () => {
    const paths = ["report", "files/plan.json", "suggestions", "forecasts"].map(
      (name) => `/v1/plans/latest/${name}`,
    );
    const head = () =>
      Promise.all(
        paths.flatMap((path) =>
          Array.from({ length: 10 }, () =>
            fetch(server.url + path, { method: "HEAD", headers: { accept: "text/csv" } }),
          ),
        ),
      );
    expect(new Set((await head()).map(({ status }) => status))).toEqual(new Set([200]));
    await pause(200);
    const before = openFiles();
    for (let k = 0; k < 3; k++) await head();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        raw("GET /v1/plans/latest/files/plan.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 10),
      ),
    );
    await pause(500);
    expect(openFiles() - before).toBeLessThan(15);
  },
);

test("a stream ends when its client leaves or its time is over, and its place is free again", async () => {
  const half = "POST /v1/signals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{";
  await Promise.all(Array.from({ length: 8 }, () => raw(half, 300)));
  await pause(700);
  const line = `${JSON.stringify({ item: "x", bucket: "month", start: "2024-01-01", values: [1, 2, 3] })}\n`;
  expect((await server.call("POST", "/v1/signals", { body: line })).status).toBe(200);
  expect(statusOf(await raw(half, 12_000))).toBe("422");
});

test("who asks for a tunnel is told that there is none", async () => {
  expect(statusOf(await raw("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"))).toBe("405");
});

test.each(["1.2.3.4.5", "256.1.1.1", "127.999.1.1"])(
  "Host %s is a bad request, not a fault",
  async (host) => {
    expect(statusOf(await raw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))).toBe(
      "400",
    );
  },
);

test("a client that leaves in the middle of its body is no fault of the program", async () => {
  const before = server.logged.length;
  await raw(
    "PUT /v1/answers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    50,
  );
  await pause(300);
  const lines = server.logged.slice(before).join("");
  expect(lines).not.toContain("internal error");
  expect(lines).not.toContain('"status":"500"');
});

test.each([
  ["a NUL in a text", '{"a":"x\\u0000y"}', 422],
  ["a control character in a name", '{"a\\u0001":"y"}', 422],
  ["half a character", '{"a":"\\ud800"}', 422],
  ["a number beyond all numbers", '{"a":1e400}', 422],
  ["lists in lists", `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 422],
  ["no JSON", '{"a":', 400],
])("%s is refused at the door", async (_, body, status) => {
  const headers = { "content-type": "application/json" };
  const answer = await server.call("PUT", "/v1/answers", { body, headers });
  expect(answer.status).toBe(status);
  expect((await json(answer)).code).toBe(status === 400 ? "not-readable" : "not-valid");
});

test("JSON must say that it is JSON", async () => {
  const answer = await server.call("PUT", "/v1/answers", {
    body: "{}",
    headers: { "content-type": "text/plain" },
  });
  expect(answer.status).toBe(415);
});

test.each([
  ["an object without a text", { horizon: { toString: 1, valueOf: 1 } }],
  ["an object for a region", { state: { toString: 1 } }],
  ["an export of nothing", { export: { suggestions: null } }],
  ["an export whose dates are a number", { export: { suggestions: { columns: { A: "item" }, date: 5 } } }],
  ["an export with a column that is no text", { export: { parameters: { columns: { A: 7 } } } }],
])("a config that cannot be is refused before it stands: %s", async (_, config) => {
  const answer = await server.call("PUT", "/v1/settings", { body: { config, calendar: [] } });
  expect(answer.status).toBe(422);
  expect((await json(answer)).code).toBe("config-not-valid");
});

test("behind a proxy that speaks TLS the cookie is Secure and HSTS is said", async () => {
  expect(() => serverSettings({ publicUrl: "ftp://x" })).toThrow(/publicUrl/);
  const { publicUrl } = serverSettings({}, { BEDARF_PUBLIC_URL: "https://bedarf.example" });
  const behind = await testServer({ publicUrl });
  try {
    const token = await behind.store.tokens.create({ name: "anna", tenant: "default", scopes: ["read"] });
    const answer = await behind.call("POST", "/v1/session", { body: { token } });
    expect(answer.headers.get("set-cookie")).toContain("Secure");
    expect(answer.headers.get("strict-transport-security")).toContain("max-age");
    const foreign = await behind.call("POST", "/v1/session", {
      body: { token },
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
  } finally {
    await behind.end();
  }
});

test("through a proxy nobody is let in while there is no token", async () => {
  for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"]) {
    const answer = await server.call("GET", "/v1/me", { headers: { [name]: "203.0.113.9" } });
    expect([name, answer.status, (await json(answer)).code]).toEqual([name, 403, "proxy-without-token"]);
  }
});

test.each([
  ["words alone", "article,hue,shape\nB1,red,round\nB2,blue,square\n"],
  ["numbers without a meaning", "Teil;x1;x2\nB1;17;33\nB2;18;12\nB3;19;14\n"],
])(
  "orders that name neither quantity nor date (%s) are 422 with their questions, and nothing is kept",
  async (_, body) => {
    const before = (await server.store.uploads.list("default")).length;
    const answer = await server.call("POST", "/v1/uploads?kind=orders", { body });
    const problem = (await json(answer)) as unknown as { errors: { pointer: string; detail: string }[] };
    expect(answer.status).toBe(422);
    expect(problem.errors.map(({ pointer }) => pointer.split(":")[1]).sort()).toEqual(["date", "quantity"]);
    expect(await server.store.uploads.list("default")).toHaveLength(before);
  },
);

test("orders that name a date and ask for the quantity are kept until they are answered", async () => {
  const body = "item,date,g1,g2\nB1,2025-01-03,17,33\nB2,2025-01-04,18,12\nB3,2025-01-05,19,14\n";
  expect((await server.call("POST", "/v1/uploads?kind=orders&source=asked", { body })).status).toBe(201);
});

test("the list of uploads is the same whether it goes out in one piece or in many", async () => {
  const received = { kind: "orders", source: "many", mode: "delta", sha256: "0", size: 1, name: "" } as const;
  for (let k = 0; k < 450; k++)
    await server.store.uploads.add("default", {
      ...received,
      sha256: `${k}`.padStart(64, "0"),
      report: {
        rows: k,
        columns: [],
        issues: [],
        issueCounts: {},
        questions: [],
      },
    });
  const { items } = (await json(await server.call("GET", "/v1/uploads"))) as unknown as {
    items: { id: string; current: boolean }[];
  };
  expect(items.map(({ id }) => id)).toEqual((await server.store.uploads.list("default")).map(({ id }) => id));
  const current = new Set((await server.store.uploads.current("default")).map(({ id }) => id));
  expect(items.filter(({ current }) => current).map(({ id }) => id)).toEqual([...current]);
});

test("figures count the caller's own files alone, without a name of a tenant", async () => {
  const other = await testServer();
  const tokenOf = (tenant: string) =>
    other.store.tokens.create({ name: "t", tenant, scopes: ["upload", "read"] });
  const [one, two] = [await tokenOf("one"), await tokenOf("two")];
  const csv = (rows: number) => `item,date,quantity\n${"A1,2025-01-02,3\n".repeat(rows)}`;
  await other.call("POST", "/v1/uploads?kind=orders", { body: csv(7), token: one });
  await other.call("POST", "/v1/uploads?kind=orders", { body: csv(90), token: two });
  const seen = async (token: string) => (await other.call("GET", "/metrics", { token })).text();
  expect(await seen(one)).toContain('bedarf_rows_total{kind="orders"} 7\n');
  expect(await seen(two)).toContain('bedarf_rows_total{kind="orders"} 90\n');
  expect(await seen(one)).toMatch(/^bedarf_upload_bytes_total \d+$/m);
  expect(await seen(one)).not.toMatch(/tenant|"two"| 90$/m);
  await other.end();
});

test("items with names that addresses cannot hold are read and decided through lists, bulks and their own addresses", async () => {
  const other = await testServer();
  const names = [".", "..", `X${"y".repeat(300)}`];
  const rows = names.flatMap((item) =>
    Array.from(
      { length: 24 },
      (_, m) =>
        `${item},${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-05,${9 + (m % 4)}`,
    ),
  );
  await other.call("POST", "/v1/uploads?kind=orders", { body: `item,date,quantity\n${rows.join("\n")}\n` });
  await other.call("POST", "/v1/uploads?kind=items", {
    body: `item,onHand,leadTimeDays\n${names.map((item) => `${item},1,14`).join("\n")}\n`,
  });
  const { id } = await json(await other.call("POST", "/v1/plans", { body: {} }));
  expect((await ended(other, String(id))).state).toBe("done");
  for (const name of names) {
    const at = `/v1/plans/${id}/suggestions?item=${encodeURIComponent(name)}`;
    expect(await json(await other.call("GET", at))).toMatchObject({ items: [{ item: name }] });
  }
  const body = names.map((item) => `${JSON.stringify({ item, action: "reject" })}\n`).join("");
  const bulk = await other.call("POST", `/v1/plans/${id}/decisions`, {
    body,
    headers: { "content-type": "application/x-ndjson" },
  });
  const answers = (await bulk.text()).trim().split("\n");
  expect(answers.map((line) => (JSON.parse(line) as { item: string }).item)).toEqual(names);
  for (const [k, name] of names.entries()) {
    const encoded = encodeURIComponent(name).replaceAll(".", "%2E");
    const item = await json(await other.call("GET", `/v1/plans/${id}/items/${encoded}`));
    expect(item, name).toMatchObject({ item: name });
    const decided = await other.call("POST", `/v1/plans/${id}/suggestions/${encoded}/decision`, {
      body: { action: "reject", reason: `no ${k}` },
    });
    expect(await json(decided), name).toMatchObject({ item: name, version: 2 });
    const history = await json(await other.call("GET", `/v1/items/${encoded}/history`));
    expect(JSON.stringify(history)).toContain(`"${name}"`);
  }
  await other.end();
});

test("a key covers the version that was seen: the same body with another If-Match is another request", async () => {
  const put = (version: string) =>
    server.call("PUT", "/v1/settings", {
      body: { config: {}, calendar: [] },
      headers: { "idempotency-key": "seen", "if-match": version },
    });
  expect([(await put("0")).status, (await put("0")).status, (await put("5")).status]).toEqual([
    200, 200, 422,
  ]);
});

test.skipIf(!existsSync("/proc/self/fd"))(
  "requests that a client sends without reading answers are worked on one by one, and answered in their order",
  async () => {
    const head = "HTTP/1.1\r\nHost: localhost\r\n";
    const many = Array.from(
      { length: 60 },
      (_, k) => `GET /v1/plans/latest/report?lang=${k % 2 === 0 ? "de" : "en"} ${head}\r\n`,
    );
    const before = openFiles();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(many.join("")));
    socket.pause();
    await pause(1500);
    expect(openFiles() - before).toBeLessThan(12);
    socket.destroy();
    const got = await raw(
      `GET /healthz ${head}\r\nGET /v1/nothing ${head}\r\nGET /healthz ${head}Connection: close\r\n\r\n`,
    );
    expect([...got.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(["200", "404", "200"]);
  },
);

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, newFolder, plannedServer, type TestServer, testServer } from "./server.ts";

/** A request with headers that fetch does not let through. */
const raw = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

const bedarf = (...args: string[]) =>
  spawnSync(process.execPath, ["api/cli.ts", ...args, "--lang", "en"], { encoding: "utf8" });

describe("without any token", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.end());

  test("only this computer is served: Host must be loopback, a foreign Origin is 403", async () => {
    const url = `${server.url}/v1/plans`;
    const port = new URL(server.url).port;
    expect(await raw(url, {})).toBe(200);
    expect(await raw(url, { host: `localhost:${port}` })).toBe(200);
    expect(await raw(url, { host: "evil.example" })).toBe(403);
    expect(await raw(url, { host: "127.0.0.1.evil.example" })).toBe(403);
    expect(await raw(url, { origin: "http://evil.example" })).toBe(403);
    expect(await raw(url, { origin: "null" })).toBe(403);
    expect(await raw(url, { origin: server.url })).toBe(200);
    expect(await raw(url, { "sec-fetch-site": "cross-site" })).toBe(403);
  });

  test("a server does not bind to other addresses", () => {
    const { status, stderr } = bedarf("serve", "--data", newFolder(), "--host", "0.0.0.0", "--port", "0");
    expect(status).toBe(2);
    expect(stderr).toContain("bedarf token create");
  });
});

describe("with tokens", () => {
  test("token create prints the token alone, once; revoke is heard by a running server", async () => {
    const folder = newFolder();
    const made = bedarf("token", "create", "--data", folder, "--name", "erp", "--scope", "upload,read");
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/^bd_\w{10}_\w+\n$/);
    const token = made.stdout.trim();
    const server = await testServer({}, folder);
    try {
      expect((await server.call("GET", "/v1/plans")).status).toBe(401);
      expect((await server.call("GET", "/healthz")).status).toBe(200);
      expect((await server.call("GET", "/")).status).toBe(200);
      expect((await server.call("GET", "/v1/plans", { token })).status).toBe(200);
      expect(bedarf("token", "list", "--data", folder).stdout).toContain("erp\tdefault\tupload,read");
      expect(bedarf("token", "revoke", "--data", folder, "erp").status).toBe(0);
      expect((await server.call("GET", "/v1/plans", { token })).status).toBe(401);
      // The last token is gone, and the doors stay shut.
      expect((await server.call("GET", "/v1/plans")).status).toBe(401);
    } finally {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("the page signs in with a cookie that scripts cannot read, and out again", async () => {
    const server = await testServer();
    try {
      const token = await server.store.tokens.create({ name: "anna", tenant: "default", scopes: ["read"] });
      const answer = await server.call("POST", "/v1/session", { body: { token } });
      const set = answer.headers.get("set-cookie") ?? "";
      expect(set).toMatch(/^bedarf-session=\w+; HttpOnly; SameSite=Strict; Path=\//);
      const cookie = set.split(";")[0];
      const me = () => server.call("GET", "/v1/me", { headers: { cookie } });
      expect(await json(await me())).toMatchObject({ name: "anna", scopes: ["read"], signIn: true });
      expect(await raw(`${server.url}/v1/me`, { cookie, origin: "http://evil.example" })).toBe(403);
      await server.call("DELETE", "/v1/session", { headers: { cookie } });
      expect((await me()).status).toBe(401);
      expect((await server.call("POST", "/v1/session", { body: { token: "bd_wrong" } })).status).toBe(401);
    } finally {
      await server.end();
    }
  });

  test("beyond the limits of a token the answer is 429 with Retry-After, other tokens go on", async () => {
    const server = await testServer({ requestsPerSecond: 2 });
    try {
      const tokenOf = (name: string) => server.store.tokens.create({ name, tenant: name, scopes: ["read"] });
      const [noisy, quiet] = [await tokenOf("noisy"), await tokenOf("quiet")];
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => server.call("GET", "/v1/plans", { token: noisy })),
      );
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(4);
      expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await server.call("GET", "/v1/plans", { token: quiet })).status).toBe(200);
    } finally {
      await server.end();
    }
  });

  test("a full queue is 503 with Retry-After", async () => {
    const server = await plannedServer({ queuedPlans: 1 });
    try {
      const answers = [];
      for (let k = 0; k < 4; k++) answers.push(await server.call("POST", "/v1/plans", { body: {} }));
      const refused = answers.find(({ status }) => status === 503);
      expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await server.end();
    }
  });
});

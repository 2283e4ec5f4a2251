import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takesGzip } from "../../api/http/negotiate.ts";
import { serverSettings } from "../../api/http/settings.ts";
import { type RunningServer, startServer } from "../../api/server.ts";
import { packBeside } from "../../api/web/build.ts";
import { newFolder } from "./server.ts";

const script = `export const words = ${JSON.stringify("order ".repeat(2000))};\n`;
const folder = newFolder();
let server: RunningServer;

beforeAll(async () => {
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), `<!doctype html><title>bedarf</title>${" ".repeat(2000)}`);
  writeFileSync(join(page, "assets", "index-1.js"), script);
  writeFileSync(join(page, "assets", "icon-1.svg"), "<svg/>");
  packBeside(page);
  server = await startServer({
    folder,
    host: "127.0.0.1",
    port: 0,
    log: pino({ level: "silent" }),
    settings: { ...serverSettings(), freeDiskBytes: 0 },
    pageFolder: page,
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An answer as it is on the wire. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      get(`${server.url}${path}`, { headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      }).on("error", reject);
    },
  );

test("files of the page come packed to who takes gzip, plain to others, under a tag of their own", async () => {
  const plain = await raw("/assets/index-1.js");
  const packed = await raw("/assets/index-1.js", { "accept-encoding": "br, gzip" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(plain.body.toString("utf8")).toBe(script);
  expect(gunzipSync(packed.body).toString("utf8")).toBe(script);
  expect(packed.body.length).toBeLessThan(plain.body.length / 10);
  for (const { headers } of [plain, packed]) {
    expect(headers.vary).toBe("accept-encoding");
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(headers["cache-control"]).toContain("immutable");
  }
  expect(packed.headers.etag).not.toBe(plain.headers.etag);
});

test("a known tag is answered 304 without a body, the tag of the other form is not known", async () => {
  const [plain, packed] = [await raw("/"), await raw("/", { "accept-encoding": "gzip" })];
  const asked = (tag: string | undefined, more: Record<string, string> = {}) =>
    raw("/", { "if-none-match": String(tag), ...more });
  const again = await asked(packed.headers.etag, { "accept-encoding": "gzip" });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, packed.headers.etag]);
  expect(again.headers.vary).toBe("accept-encoding");
  expect((await asked(packed.headers.etag)).status).toBe(200);
  expect((await asked(`"x", W/${plain.headers.etag}`)).status).toBe(304);
});

test("what packing does not make smaller stays plain, and a packed file has no address", async () => {
  expect(existsSync(join(folder, "page", "assets", "icon-1.svg.gz"))).toBe(false);
  expect(
    (await raw("/assets/icon-1.svg", { "accept-encoding": "gzip" })).headers["content-encoding"],
  ).toBeUndefined();
  expect((await raw("/assets/index-1.js.gz")).status).toBe(404);
});

test("gzip is taken where the header says so", () => {
  expect(["gzip", "br, gzip;q=0.5", "*", "deflate, x-gzip"].map(takesGzip)).toEqual([true, true, true, true]);
  expect([null, "", "br", "gzip;q=0", "*;q=0", "identity"].map(takesGzip)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linesOf } from "../../api/ndjson/series-stream.ts";
import { textOf } from "../../api/run/files.ts";
import { bytesSource } from "../../src/index.ts";
import { json, plannedServer, type TestServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await plannedServer();
});
afterAll(() => server.end());

const blanks = Buffer.alloc(2 ** 20, 32);

test("a packed text that unpacks without end is refused after its limit, a damaged one at once", () => {
  const bomb = gzipSync(Buffer.concat(Array.from({ length: 300 }, () => blanks)));
  expect(() => textOf(bytesSource("bomb.gz", bomb))).toThrow(/256 MB/);
  expect(() => textOf(bytesSource("bad.gz", gzipSync("abc").fill(7, 10)))).toThrow(/gzip/i);
});

const collected = async (pieces: readonly (string | Buffer)[]) => {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(pieces.map((piece) => Buffer.from(piece)))))
    lines.push(line);
  return lines;
};

test("lines come whole whatever the pieces they come in, and none is longer than a line may be", async () => {
  const text = "\uFEFFeins\nzwölf\n\ndrei";
  const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
  expect(await collected(bytes)).toEqual(["eins", "zwölf", "", "drei"]);
  expect(await collected([text])).toEqual(["eins", "zwölf", "", "drei"]);
  await expect(collected(Array.from({ length: 17 }, () => blanks))).rejects.toThrow(/line/);
});

test("a bulk of decisions with too many lines is refused without being read whole", async () => {
  const before = process.memoryUsage.rss();
  const body = Buffer.alloc(8 * 2 ** 20, "\n");
  const answer = await server.call("POST", "/v1/plans/latest/decisions", { body });
  expect(answer.status).toBe(413);
  expect((await json(answer)).code).toBe("too-large");
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 2 ** 20);
});

test("a line of a bulk with a control character is refused alone", async () => {
  const body =
    '{"item":"A1","action":"reject","reason":"x\\u0000"}\n{"item":"A2","action":"reject","reason":"two\\nlines"}\n';
  const answer = await server.call("POST", "/v1/plans/latest/decisions", { body });
  const lines = (await answer.text()).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { error?: { code: string } }).error?.code)).toEqual([
    "not-valid",
    undefined,
  ]);
});

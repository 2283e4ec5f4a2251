import { expect, test } from "vitest";
import { killedBatch } from "./batch.ts";
import { fuzz } from "./fuzz.ts";
import { jobModel } from "./jobs.ts";
import { killRounds } from "./kill.ts";
import { parallelPosts } from "./retries.ts";
import type { Row } from "./row.ts";
import { backupRestores, fullDisk, schemaGate, syncsOnDisk, tornFiles } from "./store.ts";
import { routeMatrix, tokenNowhere } from "./tenants.ts";

const rounds = Number(process.env.PROVE_ROUNDS ?? 3);
const held = (row: Row) => expect(row, row.figure).toMatchObject({ held: true });

test("nothing acknowledged is lost when the server is killed", async () => held(await killRounds(rounds)));
test("a hundred identical posts with one key have one effect", async () => held(await parallelPosts(100)));
test("the queue does what its model says", () => held(jobModel(150)));
test("every route refuses who must not see it", async () => held(await routeMatrix()));
test("a token is written nowhere", async () => held(await tokenNowhere()));
test("requests made from the OpenAPI document find no fault", async () => held(await fuzz(250)));
test("a batch that was killed leaves the same bytes as one left alone", async () =>
  held(await killedBatch(1)));
test("a torn file opens at a committed state or is refused by name", async () => held(await tornFiles(20)));
test("a backup under load restores, a damaged one is refused", async () => held(await backupRestores()));
test("a newer or foreign store is refused", () => held(schemaGate()));
test("every acknowledged commit is synced", async ({ skip }) => {
  const row = await syncsOnDisk();
  if (row === null) skip("needs strace");
  else held(row);
});
test("a full disk loses nothing", async ({ skip }) => {
  const row = await fullDisk();
  if (row === null) skip("needs the right to mount");
  else held(row);
});

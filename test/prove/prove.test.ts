import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { jobModel } from "./jobs.ts";
import { parallelPosts } from "./retries.ts";
import type { Row } from "./row.ts";
import { schemaGate, tornFiles } from "./store.ts";
import { routeMatrix, tokenNowhere } from "./tenants.ts";

// The quick ones. Kills, full disks, syncs and backups under load take a minute: `npm run prove -- --short`.
const held = (row: Row) => expect(row, row.figure).toMatchObject({ held: true });

test("identical posts with one key have one effect", async () => held(await parallelPosts(40)));
test("the queue does what its model says", async () => held(await jobModel(60)));
test("every route refuses who must not see it", async () => held(await routeMatrix()));
test("a token is written nowhere", async () => held(await tokenNowhere()));
test("requests made from the OpenAPI document find no fault", async () => held(await fuzz(40)));
test("a torn file opens at a committed state or is refused by name", async () => held(await tornFiles(8)));
test("a newer or foreign store is refused", async () => held(await schemaGate()));

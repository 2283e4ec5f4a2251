import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folderFiles } from "../../api/store/files/folder.ts";
import { refuseLoss } from "../../api/store/files/lost-files.ts";
import { s3Files } from "../../api/store/files/s3.ts";
import { openStore } from "../../api/store/index.ts";
import { moveStore } from "../../api/store/postgres/move.ts";
import { openShared } from "../../api/store/postgres/postgres-store.ts";
import { keepsFilesContract } from "../contracts/files.ts";
import { addUpload } from "../prove/store.ts";
import { s3Server } from "./s3-server.ts";
import { postgresServer } from "./server.ts";

const s3 = await s3Server();
if (s3 === null)
  process.stderr.write("moto[server] is not installed for Python: the tests of S3 are skipped\n");
else
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: s3.url,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
const database = s3 === null ? null : await postgresServer();
afterAll(async () => {
  s3?.stop();
  await database?.stop();
});

let places = 0;

keepsFilesContract("files in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-files-"));
  return {
    open: async () => folderFiles(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
});

describe.skipIf(s3 === null)("S3", () => {
  keepsFilesContract("files in a bucket", () => {
    const address = `s3://plans/place${++places}`;
    return { open: (ended) => s3Files(address, async (id) => ended(id)), remove: () => {} };
  });

  test.skipIf(database === null)(
    "a store is brought over to a bucket, and another process reads it there",
    async () => {
      const old = mkdtempSync(join(tmpdir(), "bedarf-old-"));
      const before = await openStore(old);
      const sha256 = (await before.uploads.get("default", await addUpload(before, "one")))?.sha256 ?? "";
      await before.close();
      const place = { address: database?.address("moved") ?? "", files: `s3://plans/place${++places}` };
      expect(await moveStore(old, place)).toMatchObject({ isNew: true, files: 1 });
      const store = await openShared(place);
      expect(readFileSync(await store.blobs.open(sha256), "utf8")).toBe("one");
      await expect(refuseLoss(store)).resolves.toBeUndefined();
      await store.files.remove(`blobs/${sha256.slice(0, 2)}/${sha256}`);
      await expect(refuseLoss(store)).rejects.toMatchObject({
        code: "store-without-files",
        message: expect.stringMatching(/^s3:\/\/plans\/place\d+ lacks all of blobs\/ \(1\)/),
      });
      await store.close();
      rmSync(old, { recursive: true });
    },
  );
});

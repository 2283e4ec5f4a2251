import { createHash, randomBytes } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { S3Client } from "@aws-sdk/client-s3";
import { UsageError } from "../../../src/index.ts";
import { filesBelow } from "../backup.ts";
import { folderFiles } from "./folder.ts";
import type { FileEntry, Files } from "./index.ts";

/** Requests at the same time for the files of one plan. */
const atOnce = 8;
/** Copies that nobody asked for so long go. */
const unaskedMs = 24 * 3_600_000;
const sweepMs = 3_600_000;

type Sdk = typeof import("@aws-sdk/client-s3");

/** Where objects lie: a bucket, and what their keys begin with. */
interface Bucket {
  readonly sdk: Sdk;
  readonly client: S3Client;
  readonly name: string;
  readonly prefix: string;
}

/** Region, credentials and another endpoint come from the environment, as everywhere (AWS_REGION, AWS_ENDPOINT_URL, …). */
async function bucketOf(address: string): Promise<Bucket> {
  const sdk = await import("@aws-sdk/client-s3").catch(() => {
    throw new UsageError({ code: "package-missing", name: "@aws-sdk/client-s3", what: "s3://" });
  });
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const url = new URL(address);
  const client = new sdk.S3Client({
    region: AWS_REGION ?? AWS_DEFAULT_REGION ?? "us-east-1",
    // Servers of one's own know buckets as folders, not as names of hosts.
    forcePathStyle: (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) !== undefined,
  });
  const folders = url.pathname.split("/").filter((part) => part !== "");
  return { sdk, client, name: url.host, prefix: folders.map((part) => `${part}/`).join("") };
}

/** SHA-256 of a file in base64: the server compares it with what came. */
async function checksum(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("base64");
}

async function put({ sdk, client, name, prefix }: Bucket, key: string, path: string): Promise<void> {
  await client.send(
    new sdk.PutObjectCommand({
      Bucket: name,
      Key: prefix + key,
      Body: createReadStream(path),
      ContentLength: statSync(path).size,
      ChecksumSHA256: await checksum(path),
    }),
  );
}

/** Brings an object into a file, whole or not at all; false where there is none. */
async function get({ sdk, client, name, prefix }: Bucket, key: string, path: string): Promise<boolean> {
  const found = await client
    .send(new sdk.GetObjectCommand({ Bucket: name, Key: prefix + key }))
    .catch((error: unknown) => {
      if (error instanceof sdk.S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
      throw error;
    });
  if (found?.Body === undefined) return false;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    await pipeline(found.Body as Readable, createWriteStream(part, { mode: 0o600 }));
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  return true;
}

/** Objects whose keys begin with `start`; with a delimiter what lies directly below it. */
async function* listed(
  { sdk, client, name, prefix }: Bucket,
  start: string,
  delimiter?: string,
): AsyncGenerator<FileEntry> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new sdk.ListObjectsV2Command({
        Bucket: name,
        Prefix: prefix + start,
        Delimiter: delimiter,
        ContinuationToken: token,
      }),
    );
    for (const { Key = "", LastModified } of page.Contents ?? [])
      yield { name: Key.slice(prefix.length), changed: LastModified?.getTime() ?? 0 };
    for (const { Prefix = "" } of page.CommonPrefixes ?? [])
      yield { name: Prefix.slice(prefix.length).replace(/\/$/, ""), changed: 0 };
    token = page.NextContinuationToken;
  } while (token !== undefined);
}

async function gathered(entries: AsyncIterable<FileEntry>): Promise<FileEntry[]> {
  const all: FileEntry[] = [];
  for await (const one of entries) all.push(one);
  return all;
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** So many names are looked for one by one; for more the whole part is listed. */
const fewNames = 20;

/** Those of these names below which no object lies. */
async function missingIn(bucket: Bucket, part: "blobs" | "runs", names: readonly string[]) {
  const isContent = part === "blobs";
  if (names.length > fewNames) {
    const all = await gathered(listed(bucket, `${part}/`, isContent ? undefined : "/"));
    const there = new Set(all.map(({ name }) => name));
    return names.filter((name) => !there.has(name));
  }
  const gone: string[] = [];
  for (const name of names) {
    const { value } = await listed(bucket, isContent ? name : `${name}/`).next();
    if (isContent ? value?.name !== name : value === undefined) gone.push(name);
  }
  return gone;
}

/** Removes copies that nobody has asked for in a day, at most once an hour. */
function sweeping(folder: string): () => void {
  let last = Date.now();
  return () => {
    const now = Date.now();
    if (now - last < sweepMs) return;
    last = now;
    for (const part of ["blobs", "runs", "parts"].filter((one) => existsSync(join(folder, one))))
      for (const file of filesBelow(join(folder, part))) {
        const path = join(folder, part, file);
        const stat = statSync(path, { throwIfNoEntry: false });
        if (stat !== undefined && now - stat.atimeMs > unaskedMs) rmSync(path, { force: true });
      }
  };
}

/**
 * Files in a bucket, `s3://BUCKET/PREFIX`; copies lie in a temporary folder of this process.
 * @param fenceOf the attempt that ended the job of a plan
 */
export async function s3Files(
  address: string,
  fenceOf: (planId: string) => Promise<number | undefined>,
): Promise<Files> {
  const bucket = await bucketOf(address);
  const local = folderFiles(mkdtempSync(join(tmpdir(), "bedarf-files-")));
  const { folder } = local;
  const sweep = sweeping(folder);
  const keyOf = async (name: string): Promise<string | undefined> => {
    const [part, planId = "", ...rest] = name.split("/");
    if (part !== "runs") return name;
    const fence = await fenceOf(planId);
    return fence === undefined ? undefined : [part, planId, fence, ...rest].join("/");
  };
  return {
    folder,
    place: address,
    async bring(name) {
      sweep();
      const path = join(folder, name);
      if (existsSync(path)) {
        utimesSync(path, new Date(), statSync(path).mtime);
        return true;
      }
      const key = await keyOf(name);
      return key !== undefined && get(bucket, key, path);
    },
    missing: (part, names) => missingIn(bucket, part, names),
    keep: (name) => put(bucket, name, join(folder, name)),
    offer: (planId, fence, path) =>
      existsSync(path)
        ? inTurns(filesBelow(path), (file) =>
            put(bucket, `runs/${planId}/${fence}/${file}`, join(path, file)),
          )
        : Promise.resolve(),
    list: (part) => gathered(listed(bucket, `${part}/`, part === "blobs" ? undefined : "/")),
    async remove(name) {
      const { sdk, client, prefix } = bucket;
      const all = await gathered(listed(bucket, name));
      const own = all.filter((one) => one.name === name || one.name.startsWith(`${name}/`));
      await inTurns(own, async (one) => {
        await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket.name, Key: prefix + one.name }));
      });
      await local.remove(name);
    },
  };
}

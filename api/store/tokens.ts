import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { UsageError } from "../../src/index.ts";
import { failureOf } from "./failure.ts";
import type { Sql } from "./sql.ts";

export const scopes = ["upload", "read", "decide", "approve", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** A token without its secret. */
export interface TokenInfo {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created: number;
  readonly expires: number | null;
  readonly revoked: number | null;
  readonly used: number | null;
}

/** A token as its row holds it. */
export interface StoredToken extends Omit<TokenInfo, "scopes"> {
  readonly hash: Uint8Array;
  readonly scopes: string;
}

/** What a token may be called. */
export const tokenName = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}._@ -]{1,80}$/u;

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Letters and digits by chance. */
export const randomText = (length: number): string => {
  let text = "";
  while (text.length < length)
    for (const byte of randomBytes(length)) if (byte < 248) text += letters[byte % 62];
  return text.slice(0, length);
};

const checkOf = (text: string): string => crc32(text).toString(16).padStart(8, "0");
export const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

const infoOf = ({ hash: _, ...row }: StoredToken): TokenInfo => ({
  ...row,
  scopes: scopes.filter((scope) => row.scopes.split(",").includes(scope)),
});

/** Last use is written at most this often. */
const usedEveryMs = 60_000;

/** What a token is at a moment; null for one that is revoked or has expired. */
export const validToken = (row: StoredToken, at: number): TokenInfo | null =>
  row.revoked !== null || (row.expires !== null && row.expires <= at) ? null : infoOf(row);

/** How long a request waits for that. */
const stampMs = 50;

/** Writes down when tokens were used; `tried` once a minute for each, and worth neither a refused request nor a wait. */
const usedStamp =
  (sql: Sql, now: () => number, tried: Map<string, number>) =>
  async ({ id, used }: StoredToken): Promise<void> => {
    const at = now();
    if (at - Math.max(used ?? 0, tried.get(id) ?? 0) <= usedEveryMs) return;
    tried.set(id, at);
    const written = sql.run("UPDATE token SET used = ? WHERE id = ?", at, id).catch((error: unknown) => {
      if (failureOf(error) === undefined) throw error;
    });
    await Promise.race([written, wait(stampMs, undefined, { ref: false })]);
  };

const tokenChanges = (sql: Sql, now: () => number) => ({
  /** Makes a token and returns its text; a name or tenant that cannot be is a UsageError. */
  async create(given: {
    name: string;
    tenant: string;
    scopes: readonly Scope[];
    expires?: number;
  }): Promise<string> {
    if (!tokenName.test(given.name)) throw new UsageError({ code: "token-name-not-valid" });
    if (!/^[\p{L}\p{N}._-]{1,80}$/u.test(given.tenant))
      throw new UsageError({ code: "tenant-name-not-valid" });
    const id = randomText(10);
    const body = `bd_${id}_${randomText(43)}`;
    const token = `${body}${checkOf(body)}`;
    await sql.transaction(async (tx) => {
      await tx.lock(`token ${given.tenant} ${given.name}`);
      const taken = "SELECT 1 FROM token WHERE tenant = ? AND name = ? AND revoked IS NULL";
      if ((await tx.get(taken, given.tenant, given.name)) !== undefined)
        throw new UsageError({ code: "token-exists", name: given.name });
      await tx.run(
        "INSERT INTO token (id, tenant, name, hash, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        given.tenant,
        given.name,
        hashOf(token),
        given.scopes.join(","),
        now(),
        given.expires ?? null,
      );
    });
    return token;
  },

  /** False where no token of that name is valid in the tenant. */
  async revoke(name: string, tenant: string): Promise<boolean> {
    return sql.transaction(async (tx) => {
      const text = "SELECT * FROM token WHERE tenant = ? AND name = ? AND revoked IS NULL";
      const row = await tx.get<StoredToken>(text, tenant, name);
      if (row === undefined) return false;
      await tx.run("UPDATE token SET revoked = ? WHERE id = ?", now(), row.id);
      await tx.run("DELETE FROM session WHERE token = ?", row.id);
      return true;
    });
  },
});

const tokenReads = (sql: Sql, now: () => number, stamp: (row: StoredToken) => Promise<void>) => ({
  /** True once a token was ever made, also when all are revoked: the doors never open again by themselves. */
  async any(): Promise<boolean> {
    return (await sql.get("SELECT 1 FROM token LIMIT 1")) !== undefined;
  },

  /** Tokens of a tenant (of all), oldest first, revoked ones too. */
  async list(tenant?: string): Promise<TokenInfo[]> {
    const rows = await sql.all<StoredToken>("SELECT * FROM token ORDER BY created, name");
    return rows.filter((row) => tenant === undefined || row.tenant === tenant).map(infoOf);
  },

  /** The token that a text is, while it is valid. */
  async check(token: string): Promise<TokenInfo | null> {
    const id = /^bd_([0-9A-Za-z]{10})_[0-9A-Za-z]{43}[0-9a-f]{8}$/.exec(token)?.[1];
    if (id === undefined || checkOf(token.slice(0, -8)) !== token.slice(-8)) return null;
    const row = await sql.get<StoredToken>("SELECT * FROM token WHERE id = ?", id);
    if (row === undefined || !timingSafeEqual(hashOf(token), row.hash)) return null;
    await stamp(row);
    return validToken(row, now());
  },
});

/** Tokens. Only hashes are stored: a token is shown once, when it is made. */
export const tokenStore = (sql: Sql, now: () => number, tried = new Map<string, number>()) => ({
  ...tokenChanges(sql, now),
  ...tokenReads(sql, now, usedStamp(sql, now, tried)),
});

import type { z } from "@hono/zod-openapi";
import type { Lang } from "../command.ts";
import type { Actor } from "../store/audit.ts";
import type { Received } from "../store/blobs.ts";
import type { Records } from "../store/index.ts";
import type { Caller, Policy } from "./access.ts";
import type { Connection } from "./connection.ts";
import type { Services } from "./services.ts";

/** A request after its checks. */
export interface Asked<Params, Query> {
  readonly services: Services;
  readonly request: Request;
  readonly connection: Connection;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly params: Params;
  readonly query: Query;
}

/** An answer before it becomes a response. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** An answer to a change: kept under its idempotency key, so it is no stream. */
export interface ChangeAnswer extends Answer {
  readonly body: string | Uint8Array;
  /** Done once the effect is on disk. */
  readonly after?: (() => void) | undefined;
}

export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): ChangeAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

/** An answer of the document: description, and schema by content type. */
export interface Documented {
  readonly description: string;
  readonly content?: Readonly<Record<string, z.ZodType>>;
}

interface Common<Params, Query> {
  readonly method: "get" | "post" | "put" | "delete";
  /** With parameters in braces: /v1/plans/{id}. */
  readonly path: string;
  readonly policy: Policy;
  readonly summary: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  /** Headers that it reads, as their schemas describe them; Idempotency-Key aside, which every change takes. */
  readonly headers?: Readonly<Record<string, z.ZodType<string>>>;
  readonly answers: Readonly<Record<number, Documented>>;
}

/** The effect of a change and its answer, in the transaction whose records it is given. */
type Commit = (records: Records) => ChangeAnswer | Promise<ChangeAnswer>;

/** A route that only reads. */
interface ReadRoute<Params, Query> extends Common<Params, Query> {
  readonly kind: "read";
  /** Content types of a body that it only looks at. */
  readonly accepts?: readonly string[];
  handle(asked: Asked<Params, Query>): Answer | Promise<Answer>;
}

/**
 * A route that changes something. What it prepares may take its time; the function it returns runs in one transaction
 * together with the idempotency key, and is on disk before the answer leaves.
 */
export interface ChangeRoute<Params, Query, Body> extends Common<Params, Query> {
  readonly kind: "change";
  /** True where an Idempotency-Key would keep what must not be kept. */
  readonly isKeyless?: boolean;
  /** A JSON body, checked. */
  readonly json?: z.ZodType<Body>;
  /** True where nothing at all stands for an empty object. */
  readonly isJsonOptional?: boolean;
  /** A body that is streamed to disk: its content types. */
  readonly stream?: readonly string[];
  /** Bytes that such a body may have, where that is less than an upload. */
  readonly mostBytes?: number;
  prepare(
    asked: Asked<Params, Query>,
    body: { readonly json: Body; readonly received: Received },
  ): Commit | Promise<Commit>;
}

/** A route that answers a stream with a stream; nothing is stored. */
interface StreamRoute<Params, Query> extends Common<Params, Query> {
  readonly kind: "stream";
  readonly accepts: readonly string[];
  handle(asked: Asked<Params, Query>, left: () => void): Answer | Promise<Answer>;
}

export type Route =
  | ReadRoute<unknown, unknown>
  | ChangeRoute<unknown, unknown, unknown>
  | StreamRoute<unknown, unknown>;

/** Keeps the types of a route inside it; the table of routes does not need them. */
export const read = <P, Q>(route: Omit<ReadRoute<P, Q>, "kind">): Route =>
  ({ ...route, kind: "read" }) as Route;
export const change = <P, Q, B>(route: Omit<ChangeRoute<P, Q, B>, "kind">): Route =>
  ({ ...route, kind: "change" }) as Route;
export const stream = <P, Q>(route: Omit<StreamRoute<P, Q>, "kind">): Route =>
  ({ ...route, kind: "stream" }) as Route;

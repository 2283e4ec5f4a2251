import { setTimeout as wait } from "node:timers/promises";
import type { Received } from "../store/blobs.ts";
import { failureOf } from "../store/failure.ts";
import { jsonOf, refuseOtherTypes, sha256Of, smallBody } from "./body.ts";
import { checked } from "./checked.ts";
import { lockedMs, lockedPauseMs } from "./limits.ts";
import { Problem, unacceptable, unreadable } from "./problem.ts";
import type { Answer, Asked, ChangeRoute } from "./route.ts";
import { idempotencyKey } from "./schemas/common.ts";
import { receivedFile } from "./sent-file.ts";
import type { Services } from "./services.ts";

type AnyChange = ChangeRoute<unknown, unknown, unknown>;

/** The body of a request: small ones as bytes, streamed ones as a file on disk. */
interface Body {
  readonly bytes: Buffer;
  readonly received: Received | undefined;
}

const nothing: Received = { path: "", sha256: "", size: 0 };

async function bodyOf(route: AnyChange, request: Request, services: Services): Promise<Body> {
  const { settings } = services;
  if (route.stream === undefined) {
    return { bytes: await smallBody(request, settings.jsonBytes), received: undefined };
  }
  const most = Math.min(settings.bodyBytes, route.mostBytes ?? settings.bodyBytes);
  const received = await receivedFile(services, request, most);
  return { bytes: Buffer.alloc(0), received };
}

function keyOf({ isKeyless = false }: AnyChange, request: Request): string | undefined {
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key !== undefined && isKeyless)
    throw unacceptable(
      "key-not-here",
      "This goes without Idempotency-Key: its answer holds what is not kept.",
      "Das geht ohne Idempotency-Key: die Antwort enthält, was nicht aufbewahrt wird.",
    );
  if (key !== undefined && !idempotencyKey.safeParse(key).success)
    throw unreadable("Idempotency-Key has 1 to 255 characters.", "Idempotency-Key hat 1 bis 255 Zeichen.");
  return key;
}

/** Headers on which the effect of a change depends. */
const decisive = ["if-match", "x-file-name"];

/** What makes two requests the same: method, address, headers that decide, and content. */
function fingerprintOf({ method, url, headers }: Request, { bytes, received }: Body): string {
  const { pathname, search } = new URL(url);
  const given = decisive.map((name) => headers.get(name));
  const told = given.every((one) => one === null) ? "" : JSON.stringify(given);
  return sha256Of(`${method} ${pathname}${search}${told}`, received?.sha256 ?? sha256Of(bytes));
}

/** Work on the store that waits, without the thread, while another process writes to it. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + lockedMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (failureOf(error) !== "busy" || performance.now() > until) throw error;
    }
    await wait(lockedPauseMs);
  }
}

/** The first answer to a key that was used before; undefined where the key is claimed now. */
async function answered({ services, caller, request }: Asked<unknown, unknown>, key: string, body: Body) {
  const fingerprint = fingerprintOf(request, body);
  const claim = await patiently(() => services.store.idempotency.claim(caller.tenant, key, fingerprint));
  if (claim === "new") return undefined;
  if (claim === "running")
    throw new Problem(409, "key-running", {
      de: "Eine Anfrage mit diesem Idempotency-Key läuft noch.",
      en: "A request with this Idempotency-Key is still running.",
    });
  if (claim === "other-body")
    throw unacceptable(
      "key-reused",
      "This Idempotency-Key was used for another request.",
      "Dieser Idempotency-Key gehört zu einer anderen Anfrage.",
    );
  const headers = { ...claim.headers, "idempotent-replayed": "true" };
  return { status: claim.status, headers, body: claim.body };
}

function sentJson({ isJsonOptional = false }: AnyChange, request: Request, bytes: Buffer): unknown {
  const json = jsonOf(bytes) ?? (isJsonOptional ? {} : undefined);
  if (json === undefined)
    throw unreadable("The body is missing: it must be JSON.", "Der Inhalt fehlt: er muss JSON sein.");
  refuseOtherTypes(request, bytes);
  return json;
}

/** Prepares, then commits the effect, and with it the answer under its key. */
async function committed(
  route: AnyChange,
  asked: Asked<unknown, unknown>,
  { bytes, received = nothing }: Body,
  key?: string,
): Promise<Answer> {
  const json =
    route.json === undefined ? undefined : checked(route.json, sentJson(route, asked.request, bytes), "");
  const commit = await route.prepare(asked, { json, received });
  const answer = await patiently(() =>
    asked.services.store.transaction(async (records) => {
      const { status, headers = {}, body, after } = await commit(records);
      if (key !== undefined)
        await records.idempotency.finish(asked.caller.tenant, key, {
          status,
          headers,
          body: Buffer.from(body),
        });
      return { status, headers, body, after };
    }),
  );
  answer.after?.();
  return answer;
}

/** Runs a route that changes something: receives the body, claims the key, prepares, commits: in this order. */
export async function changed(route: AnyChange, asked: Asked<unknown, unknown>): Promise<Answer> {
  const { services, request, caller } = asked;
  const { blobs, idempotency } = services.store;
  const key = keyOf(route, request);
  const body = await bodyOf(route, request, services);
  try {
    if (key === undefined) return await committed(route, asked, body);
    const before = await answered(asked, key, body);
    if (before !== undefined) return before;
    try {
      return await committed(route, asked, body, key);
    } catch (error) {
      await patiently(() => idempotency.release(caller.tenant, key));
      throw error;
    }
  } finally {
    if (body.received !== undefined) blobs.drop(body.received);
  }
}

import { defined, type Fault, type Issue, words } from "../../src/index.ts";
import type { Lang, Phrase } from "../command.ts";
import { failureOf } from "../store/failure.ts";

/** Statuses that the API answers errors with. */
type ErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 410
  | 412
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503
  | 507;

const titles: Readonly<Record<ErrorStatus, Phrase>> = {
  400: { de: "Anfrage nicht lesbar", en: "Bad request" },
  401: { de: "Anmeldung nötig", en: "Not signed in" },
  403: { de: "Nicht erlaubt", en: "Forbidden" },
  404: { de: "Nicht gefunden", en: "Not found" },
  405: { de: "Methode nicht erlaubt", en: "Method not allowed" },
  408: { de: "Zu langsam", en: "Request timeout" },
  409: { de: "Anfrage läuft noch", en: "Conflict" },
  410: { de: "Nicht mehr vorhanden", en: "Gone" },
  412: { de: "Inzwischen geändert", en: "Precondition failed" },
  413: { de: "Zu groß", en: "Content too large" },
  415: { de: "Keine Tabelle", en: "Unsupported media type" },
  422: { de: "Nicht annehmbar", en: "Unprocessable content" },
  429: { de: "Zu viele Anfragen", en: "Too many requests" },
  500: { de: "Interner Fehler", en: "Internal error" },
  503: { de: "Gerade nicht verfügbar", en: "Service unavailable" },
  507: { de: "Speicher voll", en: "Insufficient storage" },
};

interface FieldError {
  /** JSON pointer or name of the parameter. */
  readonly pointer: string;
  readonly detail: string;
}

/** An answer that is an error (RFC 9457): thrown anywhere, written by the app. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: ErrorStatus;
  readonly code: string;
  readonly detail: Phrase;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  /** Id of the plan that took the place of the one asked about. */
  readonly newer: string | undefined;
  constructor(
    status: ErrorStatus,
    code: string,
    detail: Phrase,
    {
      errors = [],
      headers = {},
      newer,
    }: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>>; newer?: string } = {},
  ) {
    super(detail.en);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
    this.newer = newer;
  }
}

export const problemType = "application/problem+json";

/** The body of an error. */
export function problemBody(problem: Problem, lang: Lang, instance: string): string {
  const { status, code, errors } = problem;
  return JSON.stringify({
    type: `urn:bedarf:problem:${code}`,
    title: words.phraseIn(titles[status], lang),
    status,
    detail: words.phraseIn(problem.detail, lang),
    instance,
    code,
    ...(errors.length === 0 ? {} : { errors }),
    ...defined({ newer: problem.newer }),
  });
}

export const notFound = () =>
  new Problem(404, "not-found", { de: "Das gibt es hier nicht.", en: "There is no such thing here." });

/** Something that a request names and the tenant does not have. */
export const unknown = (code: string, en: string, de: string) => new Problem(404, code, { de, en });

/** A path that exists, with other methods. */
export const notPossible = (methods: readonly string[]) =>
  new Problem(
    405,
    "method-not-allowed",
    { de: `Hier geht nur ${methods.join(", ")}.`, en: `Only ${methods.join(", ")} is possible here.` },
    { headers: { allow: methods.join(", ") } },
  );

export const wrongType = (wanted: string) =>
  new Problem(415, "content-type", {
    de: `Der Inhalt muss als ${wanted} gesendet werden (Content-Type).`,
    en: `The body must be sent as ${wanted} (Content-Type).`,
  });

export const tooSlow = () =>
  new Problem(
    408,
    "too-slow",
    { de: "Der Inhalt kam nicht rechtzeitig an.", en: "The body did not arrive in time." },
    { headers: { connection: "close" } },
  );

export const unreadable = (en: string, de: string) => new Problem(400, "not-readable", { de, en });

export const unacceptable = (code: string, en: string, de: string, errors: readonly FieldError[] = []) =>
  new Problem(422, code, { de, en }, { errors });

/** A plan that a newer one has taken the place of. */
export const superseded = (newer: string) =>
  new Problem(
    409,
    "plan-superseded",
    {
      de: `Es gibt inzwischen einen neueren Plan (${newer}): dort nachsehen.`,
      en: `A newer plan has taken its place (${newer}): look there.`,
    },
    { newer, headers: { location: `/v1/plans/${newer}` } },
  );

/**
 * What is wrong with a call, said in every language; `code` is how the API names it. Questions among `issues` are
 * listed with their ids, by which they are answered.
 */
export const refusedBy = (
  fault: Fault,
  {
    code = fault.code,
    status = 422,
    issues = [],
  }: { code?: string; status?: ErrorStatus; issues?: readonly Issue[] } = {},
) =>
  new Problem(
    status,
    code,
    { de: words.faultSentence(fault, "de"), en: words.faultSentence(fault, "en") },
    {
      errors: issues.flatMap((issue) =>
        issue.question === undefined
          ? []
          : [{ pointer: issue.question.id, detail: words.issueSentence(issue, "en") }],
      ),
    },
  );

export const busy = (en: string, de: string, seconds = 5) =>
  new Problem(503, "busy", { de, en }, { headers: { "retry-after": String(seconds) } });

export const diskFull = () =>
  new Problem(507, "disk-full", {
    de: "Die Festplatte ist voll. Platz schaffen und dieselbe Anfrage wiederholen.",
    en: "The disk is full: free some space and send the same request again.",
  });

/** What an error of the store or the disk means for the caller; undefined for a fault of the program. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const failure = failureOf(error);
  if (failure === "full") return diskFull();
  if (failure === "unknown")
    return busy(
      "It is not known whether the change is kept: send the same request again, with its Idempotency-Key.",
      "Ob die Änderung behalten wurde, ist nicht bekannt: dieselbe Anfrage mit ihrem Idempotency-Key wiederholen.",
      1,
    );
  if (failure === "busy")
    return busy(
      "The store is busy: send the same request again.",
      "Der Speicher ist beschäftigt: dieselbe Anfrage wiederholen.",
      1,
    );
  return undefined;
}

import { lang } from "../language.ts";
import { frameWords } from "../words/frame.ts";

/** An answer of the API that is an error, in the words of its problem details. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** A request beyond its path: GET where no method is named. */
export interface Sending {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** A path with its query; what is undefined or empty is left out. @example withQuery("/v1/plans", { limit: 20 }) // "/v1/plans?limit=20" */
export function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}

async function errorOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => ({}));
  const { code, detail, title } = (problem ?? {}) as Partial<Record<"code" | "detail" | "title", string>>;
  return new ApiError(response.status, code ?? "", detail ?? title ?? response.statusText);
}

/** Requests of the page: each fails with an {@link ApiError} unless the answer is a good one. */
export interface Http {
  send(path: string, sending?: Sending): Promise<Response>;
  /** Sends, and reads the answer as JSON. */
  ask<T>(path: string, sending?: Sending): Promise<T>;
  /** Every row of a list, page by page. */
  all<T>(path: string, query?: Query): Promise<T[]>;
}

interface List<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Where the next page begins, as the head of an answer says it (RFC 8288). */
function cursorAhead({ headers }: Response): string | undefined {
  const query = /<\?([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
  return new URLSearchParams(query ?? "").get("cursor") ?? undefined;
}

/** What a browser says in its own words and language when nobody answers becomes the page's. */
const unanswered = (error: unknown): never => {
  throw error instanceof TypeError ? new Error(frameWords.noAnswer, { cause: error }) : error;
};

/** `signedOut` is told of every answer 401. */
export function createHttp(fetching: typeof fetch, signedOut: () => void): Http {
  async function send(path: string, sending: Sending = {}): Promise<Response> {
    const { method = "GET", json, body, headers = {} } = sending;
    const response = await fetching(path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": lang(),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
    }).catch(unanswered);
    if (response.status === 401) signedOut();
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  const ask = async <T>(path: string, sending?: Sending): Promise<T> =>
    (await send(path, sending)).json() as Promise<T>;

  async function all<T>(path: string, query: Query = {}): Promise<T[]> {
    const rows: T[] = [];
    const page = (cursor?: string): Promise<Response> =>
      send(withQuery(path, { ...query, limit: 1000, cursor }));
    let coming: Promise<Response> | undefined = page();
    while (coming !== undefined) {
      const response: Response = await coming;
      // the head names the next page: it is made while this one is read
      const ahead = cursorAhead(response);
      coming = ahead === undefined ? undefined : page(ahead);
      coming?.catch(() => {});
      const { items, next } = (await response.json()) as List<T>;
      rows.push(...items);
      if (coming === undefined && next !== null) coming = page(next);
    }
    return rows;
  }

  return { send, ask, all };
}

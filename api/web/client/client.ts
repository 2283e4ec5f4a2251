import type { ReplayResult } from "../../../src/index.ts";
import { defined } from "../../../src/index.ts";
import { lang } from "../language.ts";
import type {
  Answers,
  AuditRow,
  Basket,
  CashWeek,
  Decided,
  ForecastHistory,
  Issue,
  ItemRow,
  ItemSignal,
  ItemView,
  KpiGroups,
  Line,
  Me,
  MovedItem,
  NewDecision,
  Page,
  PlanRequest,
  PlanState,
  Settings,
  Suggestion,
  TokenRow,
  Understood,
  UploadRow,
  WhatIfAnswer,
} from "../shapes.ts";

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

export interface Sending {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a replay is asked for: the counted days, and the files and options of a plan. */
interface ReplayOrder extends PlanRequest {
  readonly from: string;
  readonly to: string;
}

type Query = Readonly<Record<string, string | number | undefined>>;

const withQuery = (path: string, query: Query): string => {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
};

async function errorOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => ({}));
  const { code, detail, title } = (problem ?? {}) as Partial<Record<"code" | "detail" | "title", string>>;
  return new ApiError(response.status, code ?? "", detail ?? title ?? response.statusText);
}

/** A decision within an answer, however much of it the list carries. */
function lineOf(row: Suggestion & { version?: number; decision?: unknown; decided?: unknown }): Line {
  const { decision, decided, version = 0, ...rest } = row;
  const found = (typeof decided === "object" ? decided : decision) as
    | Partial<Decided>
    | string
    | null
    | undefined;
  const one = typeof found === "string" ? { action: found as Decided["action"] } : (found ?? undefined);
  if (one?.action === undefined || one.action === "reset") return { ...rest, version };
  return { ...rest, version, decided: { ...one, action: one.action, version } };
}

/** The routes that the page calls. `signedOut` is told of every answer 401. */
export function createClient(fetching: typeof fetch, signedOut: () => void) {
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
    });
    if (response.status === 401) signedOut();
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  const get = async <T>(path: string, query: Query = {}): Promise<T> =>
    (await send(withQuery(path, query))).json() as Promise<T>;

  /** Every row of a list. */
  async function all<T>(path: string, query: Query = {}): Promise<T[]> {
    const rows: T[] = [];
    let cursor: string | number | undefined;
    do {
      const page: Page<T> = await get(path, { limit: 1000, ...query, cursor });
      rows.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return rows;
  }

  const plan = (id: string) => `/v1/plans/${encodeURIComponent(id)}`;

  return {
    send,
    signIn: (token: string) => send("/v1/session", { method: "POST", json: { token } }),
    signOut: () => send("/v1/session", { method: "DELETE" }),

    uploads: async (): Promise<readonly UploadRow[]> => (await get<Page<UploadRow>>("/v1/uploads")).items,
    removeUpload: (id: string) => send(`/v1/uploads/${encodeURIComponent(id)}`, { method: "DELETE" }),
    understand: async (file: Blob, name: string): Promise<Understood> =>
      (
        await send("/v1/inspect", {
          method: "POST",
          body: file,
          headers: { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" },
        })
      ).json() as Promise<Understood>,
    /** Sends a file; `wasKnown` where the same content was here already. */
    async upload(
      file: Blob,
      name: string,
      query: { kind: string; source?: string; mode?: string; dryRun?: 1 },
    ) {
      const response = await send(withQuery("/v1/uploads", query), {
        method: "POST",
        body: file,
        headers: { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" },
      });
      const row = (await response.json()) as UploadRow;
      return { ...row, wasKnown: response.status === 200 && query.dryRun === undefined };
    },
    answers: () => get<Answers>("/v1/answers"),
    answer: (answers: Readonly<Record<string, string | null>>) =>
      send("/v1/answers", { method: "PUT", json: answers }),
    example: () => send("/v1/example", { method: "POST" }),

    plans: async (): Promise<readonly PlanState[]> =>
      (await get<Page<PlanState>>("/v1/plans", { limit: 20 })).items,
    plan: (id: string) => get<PlanState>(plan(id)),
    async latest(): Promise<PlanState | undefined> {
      try {
        return await get<PlanState>("/v1/plans/latest");
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined;
        throw error;
      }
    },
    async startPlan(config: Readonly<Record<string, unknown>>, key: string): Promise<PlanState> {
      const json = Object.keys(config).length === 0 ? {} : { config };
      const response = await send("/v1/plans", { method: "POST", json, headers: { "idempotency-key": key } });
      return (await response.json()) as PlanState;
    },

    replays: async (): Promise<readonly PlanState[]> =>
      (await get<Page<PlanState>>("/v1/replays", { limit: 20 })).items,
    replay: (id: string) => get<ReplayResult>(`/v1/replays/${encodeURIComponent(id)}/files/replay.json`),
    cancelReplay: (id: string) => send(`/v1/replays/${encodeURIComponent(id)}/cancel`, { method: "POST" }),
    async startReplay({ from, to, uploads, config }: ReplayOrder): Promise<PlanState> {
      const json = {
        from,
        to,
        ...defined({ uploads, config }),
      };
      return (await send("/v1/replays", { method: "POST", json })).json() as Promise<PlanState>;
    },

    lines: async (id: string): Promise<Line[]> =>
      (await all<Suggestion>(`${plan(id)}/suggestions`)).map(lineOf),
    async line(id: string, item: string): Promise<Line | undefined> {
      const [row] = (await get<Page<Suggestion>>(`${plan(id)}/suggestions`, { item })).items;
      return row === undefined ? undefined : lineOf(row);
    },
    items: (id: string) => all<ItemRow>(`${plan(id)}/items`),
    baskets: (id: string) => all<Basket>(`${plan(id)}/baskets`),
    signals: (id: string) => all<ItemSignal>(`${plan(id)}/signals`),
    cash: (id: string) => all<CashWeek>(`${plan(id)}/cash`),
    issues: (id: string) => all<Issue>(`${plan(id)}/issues`),
    changes: (id: string) => all<MovedItem>(`${plan(id)}/changes`),
    kpis: (id: string) => get<KpiGroups>(`${plan(id)}/kpis`),
    async item(id: string, item: string): Promise<ItemView> {
      const view = await get<ItemView>(`${plan(id)}/items/${encodeURIComponent(item)}`);
      return { ...view, suggestion: view.suggestion === null ? null : lineOf(view.suggestion) };
    },
    itemIssues: async (id: string, item: string): Promise<readonly Issue[]> =>
      (await get<Page<Issue>>(`${plan(id)}/issues`, { item })).items,
    /** What each run said of each bucket of an item, runs oldest first. */
    forecasts: (item: string) => get<ForecastHistory>(`/v1/items/${encodeURIComponent(item)}/history`),
    async whatIf(line: object, pool: string): Promise<WhatIfAnswer> {
      const response = await send(withQuery("/v1/suggest", { pool }), {
        method: "POST",
        body: `${JSON.stringify(line)}\n`,
        headers: { "content-type": "application/x-ndjson", accept: "application/x-ndjson" },
      });
      const answer = JSON.parse((await response.text()).trim()) as WhatIfAnswer & {
        error?: { message: string };
      };
      if (answer.error !== undefined) throw new Error(answer.error.message);
      return answer;
    },

    async decide(id: string, { item, ...decision }: NewDecision, version: number): Promise<Decided> {
      const path = `${plan(id)}/suggestions/${encodeURIComponent(item)}/decision`;
      const response = await send(path, {
        method: "POST",
        json: decision,
        headers: { "if-match": `"${version}"` },
      });
      return (await response.json()) as Decided;
    },

    me: () => get<Me>("/v1/me"),
    setOwners: (owners: readonly string[]) => send("/v1/me/owners", { method: "PUT", json: { owners } }),
    settings: () => get<Settings>("/v1/settings"),
    async setSettings({ version, config, calendar }: Omit<Settings, "by" | "at">): Promise<Settings> {
      const headers = { "if-match": `"${version}"` };
      const response = await send("/v1/settings", { method: "PUT", json: { config, calendar }, headers });
      return (await response.json()) as Settings;
    },

    tokens: async (): Promise<readonly TokenRow[]> => (await get<Page<TokenRow>>("/v1/tokens")).items,
    async createToken(of: { name: string; scopes: readonly string[]; expires?: string }): Promise<string> {
      const response = await send("/v1/tokens", { method: "POST", json: of });
      return ((await response.json()) as { token: string }).token;
    },
    revokeToken: (name: string) => send(`/v1/tokens/${encodeURIComponent(name)}`, { method: "DELETE" }),
    /** The whole audit log, newest first. */
    audit: async (): Promise<readonly AuditRow[]> => (await all<AuditRow>("/v1/audit")).reverse(),
  };
}

export type Client = ReturnType<typeof createClient>;

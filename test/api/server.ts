import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type ServerSettings, serverSettings } from "../../api/http/settings.ts";
import type { Watch } from "../../api/jobs/standstill.ts";
import { type RunningServer, startServer } from "../../api/server.ts";
import { defined } from "../../src/index.ts";
import { expectDocumented } from "./answers.ts";

export interface TestServer extends RunningServer {
  readonly folder: string;
  /** Lines of its log. */
  readonly logged: string[];
  /** Sends a request; an answer that its route does not document fails the test. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  /** Stops the server and removes its folder. */
  end(): Promise<void>;
}

export interface CallOptions {
  readonly body?: string | Uint8Array | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "bedarf-test-"));

/** A server on a free port with a store of its own. */
export async function testServer(
  settings: Partial<ServerSettings> = {},
  folder = newFolder(),
  watch?: Watch,
): Promise<TestServer> {
  const logged: string[] = [];
  const log = pino({ level: "debug", base: null }, { write: (line: string) => void logged.push(line) });
  const server = await startServer({
    folder,
    host: "127.0.0.1",
    port: 0,
    log,
    ...defined({ watch }),
    settings: { ...serverSettings(), freeDiskBytes: 0, ...settings },
  });
  return {
    ...server,
    folder,
    logged,
    call: async (method, path, { body, headers = {}, token } = {}) => {
      const isJson = typeof body === "object" && !(body instanceof Uint8Array);
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          ...(isJson ? { "content-type": "application/json" } : {}),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
      });
      await expectDocumented(method, path, response);
      return response;
    },
    end: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sales of a few items over months: a history that plans in well under a second. */
export function ordersCsv({ items = 4, months = 30, from = 2023, scale = 1 } = {}): string {
  const lines = ["order,line,item,date,quantity,kind,price"];
  for (let i = 0; i < items; i++) {
    for (let m = 0; m < months; m++) {
      const date = `${from + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-15`;
      const quantity = scale * (10 + ((i * 7 + m * 3) % 9));
      lines.push(`D${m},${i + 1},A${i + 1},${date},${quantity},sale,${i + 2}.50`);
    }
  }
  return `${lines.join("\n")}\n`;
}

export const itemsCsv = (items = 4): string =>
  `${[
    "item,name,supplier,onHand,leadTimeDays,minimumOrder,packSize,unitCost,currency",
    ...Array.from({ length: items }, (_, i) => `A${i + 1},Part ${i + 1},S1,${i * 5},14,5,5,${i + 2}.50,EUR`),
  ].join("\n")}\n`;

/** The JSON of an answer. */
export const json = async (response: Response): Promise<Record<string, never> & Record<string, unknown>> =>
  (await response.json()) as Record<string, never>;

/** Waits until a plan has ended. */
export async function ended(
  server: TestServer,
  id: string,
  token?: string,
): Promise<Record<string, unknown>> {
  for (let k = 0; k < 600; k++) {
    const plan = await json(
      await server.call("GET", `/v1/plans/${id}`, token === undefined ? {} : { token }),
    );
    if (plan.state !== "queued" && plan.state !== "running") return plan;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`plan ${id} did not end`);
}

/** A planned store, made once for all that begin with one. */
let template: Promise<{ readonly folder: string; readonly plan: string }> | undefined;

async function madeTemplate(): Promise<{ folder: string; plan: string }> {
  const server = await testServer();
  const plan = await planned(server);
  await server.stop();
  process.once("exit", () => rmSync(server.folder, { recursive: true, force: true }));
  return { folder: server.folder, plan };
}

/** A server that has a plan of `ordersCsv()` and `itemsCsv()` already: a copy of one that was made by uploads. */
export async function plannedServer(
  settings: Partial<ServerSettings> = {},
): Promise<TestServer & { readonly plan: string }> {
  template ??= madeTemplate();
  const { folder, plan } = await template;
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return { ...(await testServer(settings, copy)), plan };
}

/** Uploads, plans and waits. */
export async function planned(server: TestServer, token?: string): Promise<string> {
  const own = token === undefined ? {} : { token };
  for (const [kind, body] of [
    ["orders", ordersCsv()],
    ["items", itemsCsv()],
  ] as const) {
    const answer = await server.call("POST", `/v1/uploads?kind=${kind}`, { body, ...own });
    if (!answer.ok) throw new Error(`upload of ${kind}: ${await answer.text()}`);
  }
  const plan = await json(await server.call("POST", "/v1/plans", { body: {}, ...own }));
  const end = await ended(server, String(plan.id), token);
  if (end.state !== "done") throw new Error(`plan: ${JSON.stringify(end)}`);
  return String(plan.id);
}

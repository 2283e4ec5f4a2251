import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemsCsv, ordersCsv } from "../../api/server.ts";
import { type ServerProcess, serveProcess } from "../process.ts";

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Open files of a process. */
export const openFiles = ({ child }: ServerProcess): number => readdirSync(`/proc/${child.pid}/fd`).length;

/** Memory of a process now, in MB. */
export function memoryMb({ child }: ServerProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

const typeJson = { "content-type": "application/json" };

/** A request without a token. */
export const send = (
  url: string,
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
) =>
  fetch(url + path, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: { ...typeJson, ...headers },
  });

/** Waits until a plan ended; returns its state. */
export async function endOf(url: string, id: string): Promise<string> {
  for (let k = 0; k < 6000; k++) {
    const { state } = (await (await send(url, "GET", `/v1/plans/${id}`)).json()) as { state: string };
    if (state !== "queued" && state !== "running") return state;
    await pause(50);
  }
  return "without an end";
}

/** An answer as it came; an Error with its text where it is a refusal. */
async function taken(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url} ${text}`);
  return JSON.parse(text);
}

/** Orders a plan; its id. */
export async function ordered(url: string, body = "{}"): Promise<string> {
  const { id } = (await taken(await send(url, "POST", "/v1/plans", body))) as { id: string };
  return id;
}

/** Sends the files of a small shop and plans them. */
export async function shop(url: string): Promise<string> {
  for (const [kind, text] of [
    ["orders", ordersCsv()],
    ["items", itemsCsv()],
  ])
    await taken(await send(url, "POST", `/v1/uploads?kind=${kind}`, text, { "content-type": "text/csv" }));
  const id = await ordered(url);
  const state = await endOf(url, id);
  if (state !== "done") throw new Error(`the plan is ${state}`);
  return id;
}

/** A server as a process of its own with a planned shop, for as long as `work` takes. */
export async function withServer<T>(
  work: (server: ServerProcess, folder: string, plan: string) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-walls-"));
  const server = await serveProcess(join(folder, "data"), { env });
  try {
    return await work(server, join(folder, "data"), await shop(server.url));
  } finally {
    server.child.kill("SIGTERM");
    await server.exit;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The value that a share of some numbers does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Times of /healthz while something goes on, one after the other. */
export async function healthDuring(url: string, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const begun = performance.now();
      await (await fetch(`${url}/healthz`)).text();
      times.push(performance.now() - begun);
      await pause(100);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return times;
}

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Firefox as distributions ship it; what is tried in it is skipped with one line where it is missing. */
export const firefoxPath = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);

/** A page in Firefox, driven by WebDriver BiDi, which the browser speaks itself. */
export interface FirefoxPage {
  open(url: string): Promise<void>;
  /** The value of an expression in the page, once it is neither false nor null; fails after a while. */
  until<T>(expression: string): Promise<T>;
  press(keys: string): Promise<void>;
  end(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const patienceMs = 30_000;

async function address(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stderr ?? []) {
    text += String(chunk);
    const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`Firefox ended: ${text}`);
}

/** Commands over one connection, each with its answer. */
async function connected(url: string) {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener("message", ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    waiting.get(reply.id ?? -1)?.(reply);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  let next = 1;
  const send = async <T>(method: string, params: object): Promise<T> => {
    const id = next++;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error} ${reply.message}`);
    return reply.result as T;
  };
  return { send, close: () => socket.close() };
}

/** Starts Firefox without a window, with a profile of its own. */
export async function openFirefox(locale: string): Promise<FirefoxPage> {
  const profile = mkdtempSync(join(tmpdir(), "bedarf-firefox-"));
  const child = spawn(
    firefoxPath ?? "firefox",
    ["--headless", "--remote-debugging-port", "0", "--profile", profile, "--no-remote"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LANG: locale, HOME: profile } },
  );
  const { send, close } = await connected(`${await address(child)}/session`);
  await send("session.new", { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
  const context = contexts[0]?.context ?? "";
  return {
    open: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async until<T>(expression: string): Promise<T> {
      const end = Date.now() + patienceMs;
      for (;;) {
        const { result } = await send<{ result: { value?: T } }>("script.evaluate", {
          expression,
          target: { context },
          awaitPromise: false,
        });
        if (result?.value !== undefined && result.value !== false) return result.value as T;
        if (Date.now() > end) throw new Error(`Firefox never came to: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async press(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await send("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
    },
    async end() {
      close();
      await new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGKILL");
      });
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../api/store/index.ts";
import { planned, testServer } from "../api/server.ts";
import { timesSlower } from "./machine.ts";
import { serveProcess } from "./process.ts";
import type { Row } from "./row.ts";

/** A store with a finished plan of many suggestions, like those of a real one. */
async function largePlan(folder: string, count: number): Promise<string> {
  const server = await testServer({}, folder);
  const id = await planned(server);
  await server.stop();
  const store = await openStore(folder);
  const plan = await store.plans.get("default", id);
  const [sample] = await store.results.list(plan?.seq ?? 0, "suggestions", -1, 1);
  const rows = Array.from({ length: count }, (_, k) => ({
    kind: "suggestions",
    position: 100 + k,
    item: `B${k}`,
    ordered: true,
    json: JSON.stringify({ ...(JSON.parse(sample?.json ?? "{}") as object), item: `B${k}` }),
  }));
  await store.results.add(plan?.seq ?? 0, rows);
  await store.close();
  return id;
}

interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p99: number;
  readonly errors: number;
}

/** What so many keep-alive readers of an address get, measured in a process of their own. */
async function loaded(address: string, connections: number, seconds: number): Promise<Load> {
  const client = spawn(
    process.execPath,
    [new URL("./load-client.ts", import.meta.url).pathname, address, String(connections), String(seconds)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let text = "";
  client.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((resolve) => client.on("close", resolve));
  return JSON.parse(text) as Load;
}

/** What a server of this machine that does nothing but send as many bytes gives the same readers. */
async function bareLoad(bytes: number, connections: number, seconds: number): Promise<Load> {
  const program = `const b=Buffer.alloc(${bytes},32);require("node:http").createServer((q,a)=>{a.setHeader("content-length",b.length);a.end(b)}).listen(0,"127.0.0.1",function(){console.log(this.address().port)})`;
  const bare = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => bare.on("close", resolve));
  const port = await new Promise<string>((resolve) =>
    bare.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  const found = await loaded(`http://127.0.0.1:${port}/`, connections, seconds);
  bare.kill("SIGKILL");
  await ended;
  return found;
}

/** Many keep-alive readers of suggestions. */
export async function readers(connections: number, seconds: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-load-"));
  try {
    const id = await largePlan(folder, 5000);
    const server = await serveProcess(folder);
    const address = `${server.url}/v1/plans/${id}/suggestions`;
    const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
    // what a start costs is no matter of readers
    await loaded(address, connections, 2);
    const found = await loaded(address, connections, seconds);
    server.child.kill("SIGTERM");
    await server.exit;
    const bare = await bareLoad(bytes, connections, seconds);
    const isFast = found.perSecond >= 2000 && found.p99 <= 150;
    // a machine that is slow, or busy with other work, is measured by what a bare server reaches on it
    const isNearBare = found.perSecond >= bare.perSecond / 4 && found.p99 <= Math.max(150, 4 * bare.p99);
    return {
      promise: `${connections} keep-alive readers of the suggestions of a 5,000-item plan: at least 2,000 requests/s, p99 at most 150 ms (on a slow machine a quarter of what a bare server gives, and four times its p99), no error`,
      figure: `${Math.round(found.perSecond)} requests/s, p99 ${found.p99.toFixed(0)} ms, ${found.errors} errors (server and readers on the same cores; a bare server ${Math.round(bare.perSecond)} requests/s, p99 ${bare.p99.toFixed(0)} ms)`,
      held: (isFast || isNearBare) && found.errors === 0,
      isOnlyLate: found.errors === 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const peakMb = (child: ChildProcess): number => {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

/** A large upload to a server with a small heap; null where /proc is missing. */
export async function largeUpload(megabytes: number): Promise<Row | null> {
  if (process.platform !== "linux") return null;
  const folder = mkdtempSync(join(tmpdir(), "bedarf-large-"));
  try {
    const server = await serveProcess(folder, { nodeArgs: ["--max-old-space-size=256"] });
    const lines = Array.from(
      { length: 25_000 },
      (_, k) => `D${k},1,A${k % 400},2025-0${1 + (k % 9)}-1${k % 10},${k % 90}\n`,
    ).join("");
    const block = Buffer.from(lines);
    const url = new URL(`${server.url}/v1/uploads?kind=orders`);
    const status = await new Promise<number>((resolve, reject) => {
      const post = request(url, { method: "POST", headers: { "content-type": "text/csv" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      post.on("error", reject);
      post.write("order,line,item,date,quantity\n");
      let sent = 0;
      const push = () => {
        while (sent < megabytes * 1e6) {
          sent += block.length;
          if (!post.write(block)) {
            post.once("drain", push);
            return;
          }
        }
        post.end();
      };
      push();
    });
    const peak = peakMb(server.child);
    server.child.kill("SIGTERM");
    await server.exit;
    return {
      promise: `Upload of ${megabytes} MB to a server with a heap of 256 MB: peak memory at most 450 MB`,
      figure: `status ${status}, peak ${Math.round(peak)} MB`,
      held: status === 201 && peak <= 450,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sockets that send a byte now and then, or nothing: the server goes on, and drops them. */
export async function slowClients(count: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-slow-"));
  try {
    const server = await serveProcess(folder);
    const { hostname, port } = new URL(server.url);
    const before = process.platform === "linux" ? peakMb(server.child) : 0;
    let dropped = 0;
    const sockets = Array.from({ length: count }, () => {
      const socket = connect(Number(port), hostname, () =>
        socket.write("POST /v1/uploads?kind=orders HTTP/1.1\r\n"),
      );
      socket.on("close", () => dropped++).on("error", () => {});
      return socket;
    });
    const drip = setInterval(() => {
      for (const socket of sockets) if (!socket.destroyed) socket.write("x");
    }, 2000);
    const times: number[] = [];
    const begun = performance.now();
    while (performance.now() - begun < 50_000 && dropped < count) {
      const at = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      times.push(performance.now() - at);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    clearInterval(drip);
    const took = (performance.now() - begun) / 1000;
    for (const socket of sockets) socket.destroy();
    const growth = process.platform === "linux" ? peakMb(server.child) - before : 0;
    server.child.kill("SIGTERM");
    await server.exit;
    times.sort((a, b) => a - b);
    const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
    return {
      promise: `${count} slow sockets are dropped, memory stays bounded, other requests go on`,
      figure: `${dropped} dropped within ${took.toFixed(0)} s, /healthz p99 ${p99.toFixed(0)} ms, ${Math.round(growth)} MB more at most`,
      held: dropped === count && p99 <= 250 * timesSlower() && growth <= 64,
      isOnlyLate: dropped === count && growth <= 64,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `bedarf forecast` against POST /v1/forecast, one after the other, with the same pool. */
export async function streamCost(series: number, repeats: number): Promise<Row> {
  const server = await testServer();
  try {
    const id = await planned(server);
    const pool = join(server.folder, "runs", id, "pool.json");
    const body = Array.from({ length: series }, (_, n) =>
      JSON.stringify({
        item: `S${n}`,
        bucket: "month",
        start: "2019-01-01",
        values: Array.from({ length: 72 }, (__, k) => 20 + ((k * 7 + n * 3) % 17)),
        horizon: 12,
      }),
    ).join("\n");
    let [cli, api] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    let same = true;
    const more = () => 100 * (api / cli - 1);
    // the least of each counts; a busy machine gets more tries, since each of them takes less than a second
    for (let k = 0; k < repeats || (more() > 10 && k < 5 * repeats); k++) {
      const a = performance.now();
      const { stdout } = spawnSync(process.execPath, ["api/cli.ts", "forecast", "-", "--pool", pool], {
        input: body,
        encoding: "utf8",
        maxBuffer: 1e9,
      });
      const b = performance.now();
      const text = await (await server.call("POST", `/v1/forecast?pool=${id}`, { body })).text();
      const c = performance.now();
      cli = Math.min(cli, b - a);
      api = Math.min(api, c - b);
      same &&= stdout === text;
    }
    return {
      promise: "POST /v1/forecast gives the bytes of the command line at no more than 10 % above its cost",
      figure: `${series} series: command ${(cli / 1000).toFixed(2)} s, API ${(api / 1000).toFixed(2)} s (${more().toFixed(0)} %), bytes ${same ? "equal" : "different"}`,
      held: same && more() <= 10,
      isOnlyLate: same,
    };
  } finally {
    await server.end();
  }
}

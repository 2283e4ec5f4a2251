import { spawn, spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./server.ts";

/** A local server that speaks S3. */
interface S3Server {
  readonly url: string;
  stop(): void;
}

/** Starts moto's server (pip install 'moto[server]') with a bucket `plans`; null where it is not installed. */
export async function s3Server(): Promise<S3Server | null> {
  const python = process.env.BEDARF_PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import moto, flask"]).status !== 0) return null;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  for (let tries = 0; ; tries++) {
    const made = await fetch(`${url}/plans`, { method: "PUT" }).catch(() => undefined);
    if (made?.ok === true) break;
    if (tries > 300 || child.exitCode !== null) throw new Error("the S3 server does not answer");
    await wait(100);
  }
  return { url, stop: () => child.kill() };
}

import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseName } from "../../api/store/database.ts";
import { serveProcess } from "./process.ts";
import type { Row } from "./row.ts";

/** SIGTERM under load: what was accepted is answered, the end comes in time, the log is empty. */
export async function gracefulStop(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-stop-"));
  try {
    const server = await serveProcess(folder);
    let [answered, failed] = [0, 0];
    let going = true;
    const worker = async () => {
      while (going) {
        try {
          const answer = await fetch(`${server.url}/v1/plans`);
          await answer.text();
          if (answer.status === 200) answered++;
          else failed++;
        } catch (error) {
          // Refused before it was accepted: the server no longer listens. A socket closed in the middle is a fault.
          const code = (error as { cause?: { code?: string } }).cause?.code;
          if (code === "UND_ERR_SOCKET" && going) failed++;
          return;
        }
      }
    };
    const workers = Array.from({ length: 10 }, worker);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = performance.now();
    server.child.kill("SIGTERM");
    const code = await server.exit;
    const seconds = (performance.now() - begun) / 1000;
    going = false;
    await Promise.all(workers);
    const wal = join(folder, `${databaseName}-wal`);
    const bytes = existsSync(wal) ? statSync(wal).size : 0;
    return {
      promise:
        "SIGTERM under load: accepted requests are answered, exit code 0 within 10 s, an empty write-ahead log",
      figure: `${answered} answered, ${failed} failed, exit ${code} after ${seconds.toFixed(2)} s, log ${bytes} bytes`,
      held: failed <= 0 && code === 0 && seconds <= 10 && bytes === 0,
      isOnlyLate: failed <= 0 && code === 0 && bytes === 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

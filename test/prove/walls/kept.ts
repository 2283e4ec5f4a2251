import { connect, type Socket } from "node:net";
import { timesSlower } from "../machine.ts";
import type { Row } from "../row.ts";
import { healthDuring, memoryMb, openFiles, pause, quantile, send, withServer } from "./stand.ts";

/** HEAD of everything that is a file or a list: nothing stays open. */
export const heads = (count: number): Promise<Row | null> | null =>
  process.platform !== "linux"
    ? null
    : withServer(async (server) => {
        const paths = ["report", "files/plan.json", "suggestions", "forecasts", "items"];
        const some = (n: number) =>
          Promise.all(
            Array.from({ length: n }, (_, k) =>
              send(server.url, "HEAD", `/v1/plans/latest/${paths[k % paths.length]}`, undefined, {
                accept: k % 2 === 0 ? "text/csv" : "*/*",
              }),
            ),
          );
        await some(50);
        await pause(300);
        const before = openFiles(server);
        let refused = 0;
        for (let k = 0; k < count; k += 50) refused += (await some(50)).filter(({ ok }) => !ok).length;
        await pause(500);
        const more = openFiles(server) - before;
        return {
          promise: "HEAD of reports, files and lists leaves no file open",
          figure: `${count} HEADs, ${refused} not answered 2xx, ${more} more open files than before`,
          held: refused === 0 && more <= 5,
        };
      });

/** Readers that ask and never read: they are let go, and everybody else is served meanwhile. */
export const deaf = (count: number): Promise<Row | null> | null =>
  process.platform !== "linux"
    ? null
    : withServer(async (server) => {
        const { hostname, port } = new URL(server.url);
        const before = openFiles(server);
        const memory = memoryMb(server);
        let took = 0;
        const sockets: Socket[] = [];
        const path = ["files/plan.json", "report", "forecasts"];
        const times = await healthDuring(server.url, async () => {
          for (let k = 0; k < count; k++) {
            const socket = connect(Number(port), hostname, () => {
              const request = `GET /v1/plans/latest/${path[k % 3]} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`;
              socket.write(request.repeat(8));
              socket.pause();
            });
            socket.on("error", () => socket.destroy());
            sockets.push(socket);
          }
          // What a connection takes in before it is full goes out first; then its reader's patience begins.
          const begun = performance.now();
          await pause(20_000);
          while (openFiles(server) - before > 20 && performance.now() - begun < 80_000) await pause(500);
          took = (performance.now() - begun) / 1000;
        });
        const more = openFiles(server) - before;
        const grown = memoryMb(server) - memory;
        for (const socket of sockets) socket.destroy();
        const p99 = quantile(times, 0.99);
        return {
          promise: `${count} readers that ask for files and do not read are let go within 80 s; others are served meanwhile`,
          figure: `${more} more open files after ${took.toFixed(0)} s, /healthz p99 ${p99.toFixed(0)} ms, ${grown.toFixed(0)} MB more`,
          held: more <= 20 && p99 <= 2000 * timesSlower() && grown <= 300,
          isOnlyLate: more <= 20 && grown <= 300,
        };
      });

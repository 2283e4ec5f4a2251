// Keep-alive readers in a process of their own: node load-client.ts URL CONNECTIONS SECONDS. Prints one JSON object.
import { connect } from "node:net";

const [address = "", connections = "1", seconds = "1"] = process.argv.slice(2);
const { hostname, port, pathname, search, host } = new URL(address);
const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
const times: number[] = [];
let errors = 0;
const end = performance.now() + Number(seconds) * 1000;

function reader(done: () => void): void {
  const socket = connect(Number(port), hostname);
  let begun = performance.now();
  let missing = -1;
  let head = "";
  const next = () => {
    begun = performance.now();
    missing = -1;
    head = "";
    if (begun > end) {
      socket.end();
      done();
    } else socket.write(request);
  };
  socket.on("connect", next);
  socket.on("error", () => {
    errors++;
    done();
  });
  socket.on("data", (bytes: Buffer) => {
    if (missing < 0) {
      head += bytes.toString("latin1");
      const at = head.indexOf("\r\n\r\n");
      if (at < 0) return;
      if (!head.startsWith("HTTP/1.1 200")) errors++;
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      missing = length - (head.length - at - 4);
    } else missing -= bytes.length;
    if (missing > 0) return;
    times.push(performance.now() - begun);
    next();
  });
}

await Promise.all(
  Array.from({ length: Number(connections) }, () => new Promise<void>((resolve) => reader(resolve))),
);
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
process.stdout.write(
  JSON.stringify({
    requests: times.length,
    perSecond: times.length / Number(seconds),
    p50: at(0.5),
    p99: at(0.99),
    errors,
  }),
);

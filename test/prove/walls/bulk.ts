import { timesSlower } from "../machine.ts";
import type { Row } from "../row.ts";
import { healthDuring, quantile, send, shop, withServer } from "./stand.ts";

/** A bulk of as many decisions as one request may hold, while others ask. */
export async function bulk(count: number): Promise<Row> {
  return withServer(async ({ url }) => {
    const plan = await shop(url);
    const lines = Array.from({ length: count }, (_, k) =>
      JSON.stringify({ item: `A${1 + (k % 3)}`, action: "change", quantity: 1 + (k % 9), reason: "why" }),
    );
    const begun = performance.now();
    let [status, answers] = [0, 0];
    const times = await healthDuring(url, async () => {
      const answer = await send(url, "POST", `/v1/plans/${plan}/decisions`, lines.join("\n"), {
        "content-type": "application/x-ndjson",
      });
      status = answer.status;
      answers = (await answer.text()).split("\n").length - 1;
    });
    const seconds = (performance.now() - begun) / 1000;
    const p99 = quantile(times, 0.99);
    return {
      promise: `${count} decisions in one request: all in one transaction, in slices; /healthz p99 at most 250 ms meanwhile`,
      figure: `status ${status}, ${answers} answers after ${seconds.toFixed(1)} s, /healthz p99 ${p99.toFixed(0)} ms`,
      held: status === 200 && answers === count && p99 <= 250 * timesSlower(),
      isOnlyLate: status === 200 && answers === count,
    };
  });
}

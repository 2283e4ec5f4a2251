import { ordersCsv, testServer } from "../../api/server.ts";
import { timesSlower } from "../machine.ts";
import type { Row } from "../row.ts";
import { quantile } from "./stand.ts";

/** A tenant that sends files made to cost much, plans and lists; another one sends a small file now and then. */
export async function neighbours(tries: number): Promise<Row> {
  const server = await testServer();
  try {
    const tokenOf = (tenant: string) =>
      server.store.tokens.create({ name: "t", tenant, scopes: ["upload", "read", "decide"] });
    const [loud, quiet] = [await tokenOf("loud"), await tokenOf("quiet")];
    const small = (k: number) =>
      server.call("POST", "/v1/uploads?kind=orders", {
        body: ordersCsv({ items: 1, months: 6, scale: k + 1 }),
        token: quiet,
      });
    await (await small(-0.5)).text();
    let isOver = false;
    let sent = 0;
    const nasty = (k: number) =>
      `item,date,quantity\n${`A"${k}";"x"${'";"'.repeat(40)},2025-01-0${1 + (k % 9)},1\n`.repeat(60)}`;
    const loads = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        await (
          await server.call("POST", "/v1/uploads?kind=orders", { body: nasty(sent++), token: loud })
        ).text();
        await (await server.call("POST", "/v1/plans", { body: {}, token: loud })).text();
      }
    });
    const times: number[] = [];
    for (let k = 0; k < tries; k++) {
      const begun = performance.now();
      await (await small(k)).text();
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    isOver = true;
    await Promise.all(loads);
    const longest = Math.max(...times) / 1000;
    return {
      promise:
        "The hostile load of one tenant delays another's small upload by at most 2 s (longer on a slow machine)",
      figure: `${sent} hostile files, ${tries} small uploads: median ${(quantile(times, 0.5) / 1000).toFixed(2)} s, longest ${longest.toFixed(2)} s`,
      held: longest <= 2 * timesSlower(),
      isOnlyLate: true,
    };
  } finally {
    await server.end();
  }
}

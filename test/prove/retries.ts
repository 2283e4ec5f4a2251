import { itemsCsv, json, ordersCsv, testServer } from "../api/server.ts";
import type { Row } from "./row.ts";

/** Identical posts with one key at the same time, another body with that key, a replay. */
export async function parallelPosts(count: number): Promise<Row> {
  const server = await testServer();
  try {
    const post = (body: string, key: string) =>
      server.call("POST", "/v1/uploads?kind=orders", { body, headers: { "idempotency-key": key } });
    const answers = await Promise.all(Array.from({ length: count }, () => post(ordersCsv(), "one")));
    const statuses = answers.map(({ status }) => status);
    const bodies = new Set<string>();
    for (const answer of answers) if (answer.status === 201) bodies.add(await answer.text());
    const replay = await post(ordersCsv(), "one");
    bodies.add(await replay.text());
    const other = await post(itemsCsv(), "one");
    const uploads = (await json(await server.call("GET", "/v1/uploads"))).items as unknown[];
    const order = () =>
      server.call("POST", "/v1/plans", { body: {}, headers: { "idempotency-key": "plan" } });
    await Promise.all(Array.from({ length: count }, order));
    const plans = (await json(await server.call("GET", "/v1/plans"))).items as unknown[];
    const allowed = statuses.every((status) => status === 201 || status === 409);
    const replayed = replay.headers.get("idempotent-replayed") === "true" && replay.status === 201;
    return {
      promise: `${count} parallel identical posts with one Idempotency-Key have one effect; the replay is byte for byte the same; another body is refused`,
      figure: `${uploads.length} upload, ${plans.length} plan, ${bodies.size} different answer, ${statuses.filter((s) => s === 409).length} told to wait (409), other body ${other.status}`,
      held:
        uploads.length === 1 &&
        plans.length === 1 &&
        bodies.size === 1 &&
        other.status === 422 &&
        allowed &&
        replayed,
    };
  } finally {
    await server.end();
  }
}

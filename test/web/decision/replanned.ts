import { expect } from "vitest";

/** Makes a plan of what the server has, as a night does; the end of it. */
export async function replanned(url: string): Promise<void> {
  const made = await fetch(`${url}/v1/plans`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"config":{"force":true}}',
  });
  const { id } = (await made.json()) as { id: string };
  let state = "";
  while (state !== "done") {
    await new Promise((resolve) => setTimeout(resolve, 50));
    ({ state } = (await (await fetch(`${url}/v1/plans/${id}`)).json()) as { state: string });
    expect(state).not.toMatch(/failed|held/);
  }
}

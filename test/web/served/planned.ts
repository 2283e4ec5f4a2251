import { expect } from "vitest";

/** Files in the order in which they are sent, by their kind. */
export type Uploads = readonly (readonly [kind: string, body: BodyInit])[];

/** Sends files, each in the place of the one of its kind before. */
export async function sent(url: string, uploads: Uploads): Promise<void> {
  for (const [kind, body] of uploads) {
    const answer = await fetch(`${url}/v1/uploads?kind=${kind}&source=${kind}&mode=full`, {
      method: "POST",
      body,
    });
    expect([kind, answer.ok]).toEqual([kind, true]);
  }
}

/** Makes a plan of what the server has and waits for its end: how it ended, and its name. */
export async function ended(url: string, config: object = {}): Promise<{ id: string; state: string }> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ config });
  const made = await fetch(`${url}/v1/plans`, { method: "POST", headers, body });
  const { id } = (await made.json()) as { id: string };
  for (;;) {
    const { state } = (await (await fetch(`${url}/v1/plans/${id}`)).json()) as { state: string };
    if (!/queued|running/.test(state)) return { id, state };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Makes a plan of what the server has, as a night does, also where it would be held; its name. */
export async function replanned(url: string): Promise<string> {
  const { id, state } = await ended(url, { force: true });
  expect(state).toBe("done");
  return id;
}

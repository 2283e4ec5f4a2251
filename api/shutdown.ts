import type { Server } from "node:http";
import type { Services } from "./http/services.ts";
import { unattended } from "./jobs/unattended.ts";

/** How long clients with an open connection are told to close it, before it is closed. */
const farewellMs = 250;

/** Waits until nobody is connected, or the farewell is over: every answer meanwhile says that the connection closes. */
async function emptied(server: Server): Promise<void> {
  const connected = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  for (let waited = 0; waited < farewellMs && (await connected()) > 0; waited += 25)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

/** Finishes open requests, puts running plans back, ends the readers, closes the store: in this order. */
export async function shutDown(server: Server, services: Services): Promise<void> {
  const { store, runner, examiner, writer, settings, log } = services;
  await emptied(server);
  // right after the turn in which clients are accepted: none of them waits to be when nobody listens any more
  await new Promise((resolve) => setImmediate(resolve));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), settings.shutdownSeconds * 1000 - 1000);
  await Promise.all([closed, runner.stop()]);
  clearTimeout(patience);
  examiner.stop();
  writer.stop();
  // A log that cannot be brought in now is brought in by the next server.
  await unattended(
    (error) => log.warn({ err: error }, "the store's log stays beside it"),
    () => store.checkpoint(),
  );
  await store.close();
}

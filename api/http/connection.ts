import type { HttpBindings } from "@hono/node-server";

/** The other end of a request, as far as the routes must know of it. */
export interface Connection {
  /** Its address; undefined for a request that came over no network. */
  readonly address: string | undefined;
  /** True once it is closed although the answer was not whole. */
  hasLeft(): boolean;
  /** Calls `act` when it closes before the answer is whole. */
  whenLeft(act: () => void): void;
  close(): void;
}

const none: Connection = {
  address: undefined,
  hasLeft: () => false,
  whenLeft: () => undefined,
  close: () => undefined,
};

/** The connection of a request that Node's server took; of any other there is none to speak of. */
export function connectionOf(env: Partial<HttpBindings> | undefined): Connection {
  const { incoming, outgoing } = env ?? {};
  if (incoming === undefined || outgoing === undefined) return none;
  const hasLeft = () => incoming.errored !== null || (outgoing.closed && !outgoing.writableFinished);
  return {
    address: incoming.socket.remoteAddress,
    hasLeft,
    whenLeft: (act) => {
      outgoing.once("close", () => {
        if (!outgoing.writableFinished) act();
      });
    },
    close: () => void outgoing.destroy(),
  };
}

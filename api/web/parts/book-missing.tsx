import type { VNode } from "preact";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { Failure, Waiting } from "./states.tsx";

/** Stands in for the orders as long as they are not here: that nothing was accepted is said only of what is known. */
export function BookMissing({ session: { book } }: { readonly session: Session }): VNode | null {
  const { state, error = "" } = useStore(book.known);
  if (state === "loading") return <Waiting />;
  return state === "failed" ? <Failure why={error} again={() => void book.load().catch(() => {})} /> : null;
}

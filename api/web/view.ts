import type { VNode } from "preact";
import type { Address } from "./address.ts";
import type { Session } from "./session/session.ts";

/** What every view of the page is given: the shared state, where the reader is, and the way to other places. */
export interface ViewProps {
  readonly session: Session;
  readonly address: Address;
  /** Goes to an address; `replace` leaves no step in the history of the browser. */
  readonly go: (address: Address, replace?: boolean) => void;
}

/** A view as the table of views lists it. */
export interface View {
  readonly draw: (props: ViewProps) => VNode | null;
  /** Its name in the navigation, in the language of the page; absent for a view that others lead to. */
  readonly name?: () => string;
  /** The key that leads there after `g`. */
  readonly letter?: string;
  /** Stands without a plan. */
  readonly isFree?: true;
}

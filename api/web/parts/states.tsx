import type { ComponentChildren, VNode } from "preact";
import { say } from "../language.ts";
import type { Fetching } from "../store.ts";
import { frameWords } from "../words/frame.ts";

/** Something is on its way. */
export const Waiting = ({ text = frameWords.loading }: { readonly text?: string }): VNode => (
  <div class="state" role="status">
    <span class="spinner" aria-hidden="true" />
    {text}
  </div>
);

interface FailureProps {
  readonly why: string;
  readonly again?: () => void;
}

/** Something did not come, why, and the way to try it again. */
export const Failure = ({ why, again }: FailureProps): VNode => (
  <div class="state bad" role="alert">
    {say(frameWords.error, { why })}
    {again !== undefined && (
      <button type="button" onClick={again}>
        {frameWords.again}
      </button>
    )}
  </div>
);

/** Stands in for what is fetched as long as it is not here: it waits, or says why nothing came. */
export function Missing({ of }: { readonly of: Fetching<unknown> }): VNode | null {
  if (of.state === "loading") return <Waiting />;
  return of.state === "failed" ? <Failure why={of.error.message} again={of.again} /> : null;
}

interface EmptyProps {
  readonly title: string;
  readonly text: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** There is nothing to show, and what can be done about it. */
export const Empty = ({ title, text, children }: EmptyProps): VNode => (
  <div class="state empty">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);

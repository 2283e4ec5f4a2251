import type { ComponentChildren, VNode } from "preact";

const shapes: Readonly<Record<string, string>> = {
  green: "●",
  amber: "▲",
  red: "■",
  doubt: "▲",
  shortage: "■",
  blocked: "◆",
  error: "■",
  warning: "▲",
  good: "✓",
  info: "●",
};

interface ChipProps {
  readonly kind: string;
  readonly children: ComponentChildren;
}

/** A label with its shape: never colour alone. */
export const Chip = ({ kind, children }: ChipProps): VNode => (
  <span class={`chip ${kind}`}>
    {shapes[kind] !== undefined && <span aria-hidden="true">{shapes[kind]}</span>}
    {children}
  </span>
);

import type { ComponentChildren, VNode } from "preact";

interface FieldProps {
  readonly label: string;
  /** A field for a number or a day. */
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** A control of a form under its label. */
export const Field = ({ label, narrow = false, children }: FieldProps): VNode => (
  <label class={narrow ? "field narrow" : "field"}>
    <span>{label}</span>
    {children}
  </label>
);

import type { ComponentChildren, VNode } from "preact";

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A name with its value, inside a list of facts. */
export const Fact = ({ name, children }: FactProps): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

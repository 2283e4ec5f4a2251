import type { ComponentChildren, VNode } from "preact";

interface CardProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A section of a view with its heading. */
export const Card = ({ title, children }: CardProps): VNode => (
  <section class="card">
    <h2>{title}</h2>
    {children}
  </section>
);

import type { ComponentChildren, VNode } from "preact";
import { type FigureName, Help } from "./help.tsx";

interface DetailProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

interface FactProps extends DetailProps {
  /** The figure in the glossary. */
  readonly about: FigureName;
}

/** A figure with its name and what it means, inside a list of facts. */
export const Fact = ({ name, about, children }: FactProps): VNode => (
  <div>
    <dt>
      {name}
      <Help name={name} about={about} />
    </dt>
    <dd>{children}</dd>
  </div>
);

/** Figures one below the other: the name of each, what it is in the glossary, and its text. */
export const Figures = ({
  of,
}: {
  readonly of: readonly (readonly [string, FigureName, string])[];
}): VNode => (
  <>
    {of.map(([name, about, text]) => (
      <Fact key={about} name={name} about={about}>
        {text}
      </Fact>
    ))}
  </>
);

/** A name with a text that needs no explanation, inside a list of facts. */
export const Detail = ({ name, children }: DetailProps): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

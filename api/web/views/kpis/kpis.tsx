import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { Missing } from "../../parts/states.tsx";
import type { Kpi, KpiGroups } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { kpisWords } from "../../words/kpis.ts";
import { Breakdown } from "./breakdown.tsx";
import { Changes } from "./changes.tsx";
import { Figure } from "./figure.tsx";
import { Overrides } from "./overrides.tsx";

const groups = ["efficiency", "quality", "effect"] as const;

/** The key figures in their three groups: light, trend, what drives them, what to do next. */
export function Kpis({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown?.id ?? "";
  const found = useFetched(plan, () => session.client.kpis(plan));
  const { lines } = useStore(session.work);
  const names = useMemo(() => new Map(lines.map(({ item, name }) => [item, name])), [lines]);
  const nameOf = (item: string): string | undefined => names.get(item);
  return (
    <>
      <h1>{kpisWords.title}</h1>
      <Missing of={found} />
      {found.state === "here" && (
        <>
          {groups.map((name) => (
            <Group key={name} name={name} figures={found.value[name]} nameOf={nameOf} />
          ))}
          <Breakdown session={session} />
          <Changes session={session} plan={plan} />
          <Overrides session={session} kpi={found.value.quality.overrideValue} />
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly name: (typeof groups)[number];
  readonly figures: KpiGroups["quality"];
  readonly nameOf: (item: string) => string | undefined;
}

/** A group: its headlines, and the rest behind a click. */
function Group({ name, figures, nameOf }: GroupProps): VNode {
  const all = Object.entries(figures);
  const rest = all.filter(([, kpi]) => !kpi.headline);
  return (
    <section class="card">
      <h2>{kpisWords.groups[name]}</h2>
      <p class="muted">{kpisWords.groupTexts[name]}</p>
      <Figures of={all.filter(([, kpi]) => kpi.headline)} nameOf={nameOf} />
      {rest.length > 0 && (
        <details>
          <summary>{kpisWords.more}</summary>
          <Figures of={rest} nameOf={nameOf} />
        </details>
      )}
    </section>
  );
}

interface FiguresProps extends Pick<GroupProps, "nameOf"> {
  readonly of: readonly (readonly [string, Kpi])[];
}

const Figures = ({ of, nameOf }: FiguresProps): VNode => (
  <div class="kpi-grid">
    {of.map(([name, kpi]) => (
      <Figure key={name} name={name} kpi={kpi} nameOf={nameOf} />
    ))}
  </div>
);

import type { VNode } from "preact";
import { t } from "../../language.ts";
import { Missing } from "../../parts/states.tsx";
import type { Kpi, KpiGroups } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { Changes } from "./changes.tsx";
import { Figure } from "./figure.tsx";
import { Overrides } from "./overrides.tsx";

const groups = ["efficiency", "quality", "effect"] as const;

/** The key figures in their three groups: light, trend, what drives them, what to do next. */
export function Kpis({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown?.id ?? "";
  const found = useFetched(plan, () => session.client.kpis(plan));
  return (
    <>
      <h1>{t.kpis.title}</h1>
      <Missing of={found} />
      {found.state === "here" && (
        <>
          {groups.map((name) => (
            <Group key={name} name={name} figures={found.value[name]} />
          ))}
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
}

/** A group: its headlines, and the rest behind a click. */
function Group({ name, figures }: GroupProps): VNode {
  const all = Object.entries(figures);
  const rest = all.filter(([, kpi]) => !kpi.headline);
  return (
    <section class="card">
      <h2>{t.kpis.groups[name]}</h2>
      <p class="muted">{t.kpis.groupTexts[name]}</p>
      <Figures of={all.filter(([, kpi]) => kpi.headline)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.kpis.more}</summary>
          <Figures of={rest} />
        </details>
      )}
    </section>
  );
}

const Figures = ({ of }: { readonly of: readonly (readonly [string, Kpi])[] }): VNode => (
  <div class="kpi-grid">
    {of.map(([name, kpi]) => (
      <Figure key={name} name={name} kpi={kpi} />
    ))}
  </div>
);

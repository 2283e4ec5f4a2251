import type { VNode } from "preact";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { lang, say, t, value } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Picture } from "../../parts/picture.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Kpi, KpiGroups } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { kpiViewWords } from "../../words/kpis.ts";
import { Changes } from "./changes.tsx";
import { Overrides } from "./overrides.tsx";

const groups = ["efficiency", "quality", "effect"] as const;

/** The key figures in their three groups: light, trend, what drives them, what to do next. */
export function KpiView({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown;
  const found = useFetched(plan?.id ?? "", () => session.client.kpis(plan?.id ?? ""));
  return (
    <>
      <h1>{t(kpiViewWords.title)}</h1>
      {found.state === "loading" && <Waiting />}
      {found.state === "failed" && <Failure why={found.error.message} again={found.again} />}
      {found.state === "here" &&
        groups.map((name) => <Group key={name} name={name} of={found.value[name]} />)}
      {found.state === "here" && plan !== undefined && (
        <>
          <Changes session={session} plan={plan.id} />
          <Overrides session={session} kpi={found.value.quality.overrideValue} />
        </>
      )}
    </>
  );
}

function Group({
  name,
  of,
}: {
  readonly name: (typeof groups)[number];
  readonly of: KpiGroups["quality"];
}): VNode {
  const all = Object.entries(of);
  const first = all.filter(([, kpi]) => kpi.headline);
  const rest = all.filter(([, kpi]) => !kpi.headline);
  return (
    <section class="card">
      <h2>{t(kpiViewWords.groups[name])}</h2>
      <p class="muted">{t(kpiViewWords.groupTexts[name])}</p>
      <div class="kpi-grid">
        {first.map(([key, kpi]) => (
          <Figure key={key} name={key} kpi={kpi} />
        ))}
      </div>
      {rest.length > 0 && (
        <details>
          <summary>{t(kpiViewWords.more)}</summary>
          <div class="kpi-grid">
            {rest.map(([key, kpi]) => (
              <Figure key={key} name={key} kpi={kpi} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function Figure({ name, kpi }: { readonly name: string; readonly kpi: Kpi }): VNode {
  const shown = (x: number | null) => charts.kpiValue(x, kpi.unit, lang());
  const values = kpi.trend.map((point) => point.value);
  const target =
    kpi.threshold === null
      ? t(kpiViewWords.noTarget)
      : say(kpiViewWords.target, { value: `${charts.kpiSide(name)}\u00a0${shown(kpi.threshold)}` });
  const baseline =
    kpi.baseline === undefined ? "" : say(kpiViewWords.baseline, { value: shown(kpi.baseline) });
  const step = words.nextStep(kpi.next, lang());
  return (
    <article class="kpi">
      <h3>{words.kpiName(name, lang())}</h3>
      <div class="row between">
        <div>
          <span class="value">{kpi.value === null ? t(kpiViewWords.noValue) : shown(kpi.value)}</span>{" "}
          {kpi.light !== "none" && <Chip kind={kpi.light}>{value(kpi.light)}</Chip>}
        </div>
        {values.length > 1 && (
          <Picture
            of={charts.sparkline(values, {
              id: `k-${name}`,
              title: `${words.kpiName(name, lang())}, ${say(kpiViewWords.trend, { count: values.length })}`,
              description: values.map(shown).join(", "),
            })}
          />
        )}
      </div>
      <p class="muted small">
        {[words.kpiMeaning(name, lang()), target, baseline, t(kpiViewWords.source[kpi.source])]
          .filter((text) => text !== "")
          .join(" · ")}
      </p>
      {step !== "" && kpi.light !== "green" && (
        <p class="small">
          <strong>{`${t(kpiViewWords.next)}: `}</strong>
          {step}
        </p>
      )}
      {kpi.items.length > 0 && (
        <p class="muted small">
          {`${t(kpiViewWords.drivers)}: `}
          {kpi.items.map((item, k) => [
            k > 0 && ", ",
            <a href={linkTo({ view: "item", of: item })} key={item}>
              {item}
            </a>,
          ])}
        </p>
      )}
    </article>
  );
}

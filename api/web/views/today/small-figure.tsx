import type { VNode } from "preact";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { lang } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import type { Kpi } from "../../shapes.ts";
import { kpisWords } from "../../words/kpis.ts";

interface FigureProps {
  readonly name: string;
  readonly kpi: Kpi;
}

/** A key figure in short: its value, its course over the runs, and what it means where the pointer rests. */
export function Figure({ name, kpi }: FigureProps): VNode {
  const title = words.kpiName(name, lang(), kpi.unit);
  const shown = (x: number | null): string => charts.kpiValue(x, kpi.unit, lang());
  const values = kpi.trend.map(({ value }) => value);
  return (
    <a class="card figure" href={linkTo({ view: "kpis" })} title={words.kpiMeaning(name, lang(), kpi.unit)}>
      <span class="muted small">{title}</span>
      <span class="value">{kpi.value === null ? kpisWords.noValue : shown(kpi.value)}</span>
      {values.length > 1 && (
        <Picture
          of={charts.sparkline(values, {
            id: `today-${name}`,
            title,
            description: values.map(shown).join(", "),
          })}
        />
      )}
    </a>
  );
}

import type { VNode } from "preact";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { lang, say } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Picture } from "../../parts/picture.tsx";
import type { Kpi } from "../../shapes.ts";
import { kpisWords } from "../../words/kpis.ts";

/** So many of the items that drive a figure are named. */
const mostNamed = 3;

interface FigureProps {
  /** Name of an item, where its files give one. */
  readonly nameOf: (item: string) => string | undefined;
  readonly name: string;
  readonly kpi: Kpi;
}

/** A key figure: value, light, trend, meaning, what to do next, and the items that drive it. */
export function Figure({ nameOf, name, kpi }: FigureProps): VNode {
  const step = words.nextStep(kpi.next, lang());
  return (
    <article class="kpi">
      <h3>{words.kpiName(name, lang(), kpi.unit)}</h3>
      <div class="row between">
        <div>
          <span class="value">{kpi.value === null ? kpisWords.noValue : shown(kpi, kpi.value)}</span>{" "}
          {kpi.light !== "none" && <Chip kind={kpi.light}>{words.lightWords(kpi, lang())}</Chip>}
        </div>
        {kpi.trend.length > 1 && <Trend name={name} kpi={kpi} />}
      </div>
      <p class="muted small">{meaning(name, kpi)}</p>
      {step !== "" && kpi.light !== "green" && (
        <p class="small">
          <strong>{`${kpisWords.next}: `}</strong>
          {step}
        </p>
      )}
      {kpi.items.length > 0 && <Drivers items={kpi.items} nameOf={nameOf} />}
    </article>
  );
}

const shown = (kpi: Kpi, x: number | null): string => charts.kpiValue(x, kpi.unit, lang());

function Trend({ name, kpi }: Pick<FigureProps, "name" | "kpi">): VNode {
  const values = kpi.trend.map((point) => point.value);
  const chart = charts.sparkline(values, {
    id: `k-${name}`,
    title: `${words.kpiName(name, lang(), kpi.unit)}, ${say(kpisWords.trend, { count: values.length })}`,
    description: values.map((x) => shown(kpi, x)).join(", "),
  });
  return <Picture of={chart} />;
}

/** What a figure means, what it should be, what it would be without us, and what it was measured on. */
function meaning(name: string, kpi: Kpi): string {
  const target =
    kpi.threshold === null
      ? kpisWords.noTarget
      : say(kpisWords.target, { value: `${charts.kpiSide(name)}\u00a0${shown(kpi, kpi.threshold)}` });
  const baseline =
    kpi.baseline === undefined ? "" : say(kpisWords.baseline, { value: shown(kpi, kpi.baseline) });
  return [words.kpiMeaning(name, lang(), kpi.unit), target, baseline, kpisWords.source[kpi.source]]
    .filter((text) => text !== "")
    .join(" · ");
}

interface DriversProps extends Pick<FigureProps, "nameOf"> {
  readonly items: readonly string[];
}

/** The items that drive a figure most, by their names. */
const Drivers = ({ items, nameOf }: DriversProps): VNode => (
  <div class="small">
    <span class="muted">{kpisWords.drivers}</span>
    <ol class="drivers">
      {items.slice(0, mostNamed).map((item) => (
        <li key={item}>
          <a href={linkTo({ view: "item", of: item })}>
            {nameOf(item) ?? item}
            {nameOf(item) !== undefined && <span class="muted">{` ${item}`}</span>}
          </a>
        </li>
      ))}
    </ol>
  </div>
);

import type { VNode } from "preact";
import { by, type StepValue, words } from "../../../../src/index.ts";
import { lang, percent, say, whole } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { Table, WideTable } from "../../parts/table.tsx";
import type { Session } from "../../session/session.ts";
import type { Kpi } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { kpisWords } from "../../words/kpis.ts";

const lights = { keep: "green", watch: "amber", stop: "red" } as const;

const isStep = (row: unknown): row is StepValue =>
  typeof row === "object" && row !== null && "step" in row && "by" in row && "advice" in row;

/** The stairs first, then reasons, groups, persons: the harmful ones of each on top. */
export function overrideRows(kpi: Kpi | undefined): StepValue[] {
  const steps = ["statistical", "override", "final"];
  const rank = ({ by: level, step }: StepValue) =>
    10 * ["all", "reason", "group", "person"].indexOf(level) + (level === "all" ? steps.indexOf(step) : 0);
  const detail: readonly unknown[] = kpi?.detail ?? [];
  return detail.filter(isStep).sort(by(rank, ({ valueAdded }) => valueAdded));
}

const signed = (value: number): string =>
  `${value < 0 ? "\u2212" : "+"}${words.decimal(Math.abs(value), lang(), 1)}`;

function nameOf({ by: level, step, key }: StepValue): string {
  if (level === "all") return kpisWords.steps[step];
  return say(kpisWords.by[level], { name: key === "" ? "–" : key });
}

/** What each step of the forecast was worth, and the overrides by reason and group. */
const StepTable = ({ rows }: { readonly rows: readonly StepValue[] }): VNode => (
  <WideTable
    label={kpisWords.overrideValue}
    heads={[
      kpisWords.stepName,
      [kpisWords.cells, "n"],
      [kpisWords.errorBefore, "n"],
      [kpisWords.errorAfter, "n"],
      [kpisWords.valueAdded, "n"],
      kpisWords.advice,
    ]}
  >
    {rows.map((row) => (
      <tr key={`${row.step} ${row.by} ${row.key}`}>
        <th scope="row">{nameOf(row)}</th>
        <td class="n">{whole(row.cells)}</td>
        <td class="n">{percent(row.wapeBefore / 100)}</td>
        <td class="n">{percent(row.wapeAfter / 100)}</td>
        <td class="n">{signed(row.valueAdded)}</td>
        <td>
          <Chip kind={lights[row.advice]}>{kpisWords.advices[row.advice]}</Chip>
        </td>
      </tr>
    ))}
  </WideTable>
);

/** Decisions of this plan that differ from the suggestion, by reason. */
function Counted({ session }: { readonly session: Session }): VNode {
  const { lines } = useStore(session.work);
  const reasons = Map.groupBy(
    lines.filter(({ decided }) => decided?.action === "change" || decided?.action === "reject"),
    ({ decided }) => decided?.reason ?? "–",
  );
  const rows = [...reasons].sort(
    by(
      ([, of]) => -of.length,
      ([reason]) => reason,
    ),
  );
  if (rows.length === 0) return <p class="muted">{kpisWords.overridesNone}</p>;
  return (
    <Table heads={[decisionsWords.reason, [decisionsWords.change, "n"], [decisionsWords.reject, "n"]]}>
      {rows.map(([reason, of]) => {
        const changed = of.filter(({ decided }) => decided?.action === "change").length;
        return (
          <tr key={reason}>
            <th scope="row">{reason}</th>
            <td class="n">{whole(changed)}</td>
            <td class="n">{whole(of.length - changed)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

interface OverridesProps {
  readonly session: Session;
  /** The figure that says what overrides were worth. */
  readonly kpi: Kpi | undefined;
}

/** What overrides were worth where they have come true, and which ones this plan holds. */
export function Overrides({ session, kpi }: OverridesProps): VNode {
  const rows = overrideRows(kpi);
  return (
    <Card title={kpisWords.overrides}>
      <Counted session={session} />
      <h3>{kpisWords.overrideValue}</h3>
      {rows.length === 0 ? (
        <p class="muted">{kpisWords.overrideValueNone}</p>
      ) : (
        <>
          <p class="muted small">{kpisWords.overrideValueText}</p>
          <StepTable rows={rows} />
        </>
      )}
    </Card>
  );
}

import type { VNode } from "preact";
import { type StepValue, words } from "../../../../src/index.ts";
import { lang, percent, say, t, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import type { Session } from "../../session/session.ts";
import type { Kpi } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { decisionWords } from "../../words/decisions.ts";
import { kpiViewWords } from "../../words/kpis.ts";

const lights = { keep: "green", watch: "amber", stop: "red" } as const;

const isStep = (row: unknown): row is StepValue =>
  typeof row === "object" && row !== null && "step" in row && "by" in row && "advice" in row;

/** The stairs first, then reasons, groups, persons: the harmful ones of each on top. */
export function overrideRows(kpi: Kpi | undefined): StepValue[] {
  const steps = ["statistical", "override", "final"];
  const rank = ({ by, step }: StepValue) =>
    10 * ["all", "reason", "group", "person"].indexOf(by) + (by === "all" ? steps.indexOf(step) : 0);
  const detail: readonly unknown[] = kpi?.detail ?? [];
  return detail.filter(isStep).sort((a, b) => rank(a) - rank(b) || a.valueAdded - b.valueAdded);
}

const signed = (value: number): string =>
  `${value < 0 ? "\u2212" : "+"}${words.decimal(Math.abs(value), lang(), 1)}`;

function nameOf({ by, step, key }: StepValue): string {
  if (by === "all") return t(kpiViewWords.steps[step]);
  return say(kpiViewWords.by[by], { name: key === "" ? "–" : key });
}

const heading = (text: string, isNumber: boolean): VNode => (
  <th scope="col" class={isNumber ? "n" : ""} key={text}>
    {text}
  </th>
);

/** What each step of the forecast was worth, and the overrides by reason and group. */
function valueTable(rows: readonly StepValue[]): VNode {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(kpiViewWords.overrideValue)}>
      <table>
        <thead>
          <tr>
            {heading(t(kpiViewWords.stepName), false)}
            {heading(t(kpiViewWords.cells), true)}
            {heading(t(kpiViewWords.errorBefore), true)}
            {heading(t(kpiViewWords.errorAfter), true)}
            {heading(t(kpiViewWords.valueAdded), true)}
            {heading(t(kpiViewWords.advice), false)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.step} ${row.by} ${row.key}`}>
              <th scope="row">{nameOf(row)}</th>
              <td class="n">{whole(row.cells)}</td>
              <td class="n">{percent(row.wapeBefore / 100)}</td>
              <td class="n">{percent(row.wapeAfter / 100)}</td>
              <td class="n">{signed(row.valueAdded)}</td>
              <td>
                <Chip kind={lights[row.advice]}>{t(kpiViewWords.advices[row.advice])}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Decisions of this plan that differ from the suggestion, by reason. */
function Counted({ session }: { readonly session: Session }): VNode {
  const { lines } = useStore(session.work);
  const reasons = Map.groupBy(
    lines.filter(({ decided }) => decided?.action === "change" || decided?.action === "reject"),
    ({ decided }) => decided?.reason ?? "–",
  );
  const rows = [...reasons].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  if (rows.length === 0) return <p class="muted">{t(kpiViewWords.overridesNone)}</p>;
  return (
    <table>
      <thead>
        <tr>
          {heading(t(decisionWords.reason), false)}
          {heading(t(decisionWords.change), true)}
          {heading(t(decisionWords.reject), true)}
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  );
}

export interface OverridesProps {
  readonly session: Session;
  readonly kpi: Kpi | undefined;
}

/** What overrides were worth where they have come true, and which ones this plan holds. */
export function Overrides({ session, kpi }: OverridesProps): VNode {
  const rows = overrideRows(kpi);
  return (
    <section class="card">
      <h2>{t(kpiViewWords.overrides)}</h2>
      <Counted session={session} />
      <h3>{t(kpiViewWords.overrideValue)}</h3>
      {rows.length === 0 ? (
        <p class="muted">{t(kpiViewWords.overrideValueNone)}</p>
      ) : (
        <>
          <p class="muted small">{t(kpiViewWords.overrideValueText)}</p>
          {valueTable(rows)}
        </>
      )}
    </section>
  );
}

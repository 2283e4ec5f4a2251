import type { Kpi, KpiGroups } from "../../shapes.ts";

/** The figures of the first view, as far as the plan has them: money on the shelf, service, what lies there too long. */
export function headFigures({ efficiency, effect }: KpiGroups): (readonly [string, Kpi])[] {
  const shown: readonly (readonly [string, Kpi | undefined])[] = [
    ["stockValue", efficiency.stockValue],
    ["fillRate", effect.fillRate],
    ["excessStock", effect.excessStock],
  ];
  return shown.flatMap(([name, kpi]) =>
    kpi === undefined || kpi.value === null ? [] : [[name, kpi] as const],
  );
}

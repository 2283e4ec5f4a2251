import { type Difference, type Guard, significantNumber, type Volumes } from "../../src/index.ts";

/** What the guard knows of the last finished run. */
interface LastRun {
  readonly asOf?: string;
  readonly volumes?: Volumes | undefined;
}

/** An input may shrink by this share before the job is held. */
const allowedLoss = 0.3;

/**
 * Reasons to hold a job: an input with more than 30 % less rows, items, quantity or value than in its last
 * finished run, an as-of day before the last one, or a history that is another one in the same time. Half an export is the commonest silent fault of a night.
 */
export function guardReasons(
  last: LastRun | null,
  volumes: Volumes,
  asOf: string,
  differences: readonly Difference[] = [],
): Guard[] {
  if (last === null) return [];
  const reasons: Guard[] = differences.filter(({ code }) => code !== "history-grew");
  if (last.asOf !== undefined && asOf < last.asOf) {
    reasons.push({ code: "as-of-goes-back", from: last.asOf, to: asOf });
  }
  for (const [kind, before] of Object.entries(last.volumes ?? {})) {
    const now = volumes[kind] ?? {};
    for (const [measure, value] of Object.entries(before)) {
      const current = now[measure] ?? 0;
      if (value > 0 && current < (1 - allowedLoss) * value) {
        const percent = Math.round(100 * (1 - current / value));
        reasons.push({
          code: "volume-shrank",
          kind,
          measure,
          percent,
          now: significantNumber(current),
          before: significantNumber(value),
        });
      }
    }
  }
  return reasons;
}

import { sets } from "../sets.ts";
import { type CleanSeries, cleanSeries, seeded } from "./clean-series.ts";

/** Items of a made panel. */
const items = 600;

/** Random numbers of the distributions that demand is made of. */
function randomOf(uniform: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const whole = (mean: number): number => {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let count = -1;
    for (let left = 1; left > Math.exp(-mean); count++) left *= uniform();
    return count;
  };
  /** Marsaglia & Tsang 2000, of mean 1. */
  const gamma = (shape: number): number => {
    if (shape < 1) return (gamma(shape + 1) * (shape + 1) * uniform() ** (1 / shape)) / shape;
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };
  return { uniform, normal, whole, gamma };
}

type Random = ReturnType<typeof randomOf>;

/** Demand whose errors lean on their predecessors, on logarithms. */
function leaning({ uniform, normal }: Random, length: number, rho: number): number[] {
  const base = 10 ** (1 + 2 * uniform());
  const sd = 0.1 + 0.3 * uniform();
  let error = (normal() * sd) / Math.sqrt(1 - rho * rho);
  return Array.from({ length }, () => {
    const value = Math.round(base * Math.exp(error));
    error = rho * error + sd * normal();
    return value;
  });
}

/** Counts with a spread of their own and, where `season` is above 0, a yearly wave. */
function counts({ uniform, whole, gamma }: Random, length: number, season: number): number[] {
  const mean = 1 + 20 * uniform();
  const shape = 0.5 + 3 * uniform();
  const wave = season * uniform();
  const phase = 6 * uniform();
  return Array.from({ length }, (_, t) =>
    whole(mean * (1 + wave * Math.sin((t * Math.PI) / 6 + phase)) * gamma(shape)),
  );
}

/** Panels that no detector was tuned on, none of whose items holds a change: clean copies of real ones, and made ones. */
export function otherPanels(seed: number): Map<string, readonly CleanSeries[]> {
  const uniform = seeded(seed);
  const random = randomOf(uniform);
  const made = (bucket: "week" | "month", values: () => number[]): CleanSeries[] =>
    Array.from({ length: items }, (_, i) => {
      const one = values();
      const period = bucket === "week" ? 52 : 12;
      const intermittent = one.includes(0);
      return {
        id: String(i),
        set: "made",
        bucket,
        period,
        values: one,
        season: one.map(() => 1),
        intermittent,
        noise: 0.3,
      };
    });
  const fourth = (name: "oil" | "auto" | "man") => sets[name]()?.filter((_, i) => i % 4 === 0) ?? [];
  return new Map([
    ["m1", cleanSeries({ m1: sets.m1()?.filter(({ part }) => part === "MONTHLY") ?? [] }, uniform)],
    ["aus-retail", cleanSeries({ retail: sets["aus-retail"]() ?? [] }, uniform)],
    ["oil", cleanSeries({ oil: fourth("oil") }, uniform)],
    ["auto", cleanSeries({ auto: fourth("auto") }, uniform)],
    ["man", cleanSeries({ man: fourth("man") }, uniform)],
    ...[0, 0.3, 0.5, 0.7].map((rho): [string, CleanSeries[]] => [
      `52 weeks leaning ${rho}`,
      made("week", () => leaning(random, 52, rho)),
    ]),
    ...[0.3, 0.6].map((rho): [string, CleanSeries[]] => [
      `60 months leaning ${rho}`,
      made("month", () => leaning(random, 60, rho)),
    ]),
    ["48 months of counts", made("month", () => counts(random, 48, 0))],
    ["60 months of counts with a season", made("month", () => counts(random, 60, 0.8))],
  ]);
}

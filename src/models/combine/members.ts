import type { Model } from "../../model.ts";
import type { Bucket } from "../../series.ts";
import { boxCoxed } from "../local/box-coxed.ts";
import { ces } from "../local/ces.ts";
import { drift } from "../local/drift.ts";
import { ets } from "../local/ets/ets.ts";
import { damped } from "../local/exponential-smoothing.ts";
import { stlDamped } from "../local/stl-damped.ts";
import { theta } from "../local/theta.ts";

/** Series whose members have the same shares before anything is learned. */
type Kind = "seasonal" | "plain" | "week" | "year";

/** One of the forecasts whose weighted mean is the combination. */
interface Member {
  /** Model of a single series; absent: the regressions of the panel forecast under this name. */
  readonly create?: () => Model;
  /** The only bucket that it is asked for; absent: all. */
  readonly bucket?: Bucket;
  /** Takes the season out in the way of the others that say so: done once for all of them. */
  readonly sharesSeason?: true;
  /** Finds a season by itself, which takes more history than it takes to see one. */
  readonly findsSeason?: true;
  /** Has no share but what the origins of a panel prove. */
  readonly earns?: true;
  /** Share before anything is learned, up to a factor; 1 where nothing is said. */
  readonly prior: Readonly<Partial<Record<Kind, number>>>;
}

/**
 * The members of the combination for a normal flow of demand. Prior shares: regressions of the panel and local models
 * weigh about alike as two groups, since they err differently; without a season the fading trend counts more; weeks
 * have histories long enough for the regression to lead; years trend more than they turn (rolling origins on the
 * training parts of M3, tourism and M4 weekly). Every share is learned where a panel can teach it.
 */
export const members: Readonly<Record<string, Member>> = {
  theta: { create: () => theta(), sharesSeason: true, prior: { seasonal: 1.2 } },
  "theta-box-cox": { create: () => boxCoxed(theta()), prior: { year: 1.3 } },
  ets: { create: () => ets(), findsSeason: true, prior: { seasonal: 1.2, plain: 3 } },
  damped: {
    create: () => damped(),
    sharesSeason: true,
    prior: { seasonal: 0.7, plain: 2.5, week: 2, year: 2 },
  },
  ces: { create: () => ces(), findsSeason: true, prior: {} },
  drift: { create: drift, bucket: "year", prior: { year: 2 } },
  "stl-damped": {
    create: () => stlDamped(),
    earns: true,
    prior: { seasonal: 0, plain: 0, week: 0, year: 0 },
  },
  pooled: { prior: { seasonal: 2.5, plain: 3.5, week: 8, year: 3.5 } },
  stacked: { prior: { seasonal: 1.5, plain: 1.5, week: 2 } },
};

/** Names of all members, in the order in which shares are learned. */
export const memberNames: readonly string[] = Object.keys(members).sort();

/** Names of the members that a panel learns across its series. */
export const panelMembers: readonly string[] = memberNames.filter((name) => !members[name]?.create);

/** Names of the members that are asked only where a panel gave them a share. */
export const earningMembers: readonly string[] = memberNames.filter((name) => members[name]?.earns);

/** Names of the members that fit a series of this bucket by itself. */
export const localMembers = (bucket: Bucket): string[] =>
  Object.entries(members)
    .filter(([, member]) => member.create !== undefined && (member.bucket ?? bucket) === bucket)
    .map(([name]) => name);

/** Share of each member before anything is learned. */
export type Prior = (name: string) => number;

/** Shares before anything is learned for series of a bucket and season. @example priorOf("month", 12)("theta") // 1.2 */
export function priorOf(bucket: Bucket, period: number): Prior {
  const kind = bucket === "year" || bucket === "week" ? bucket : period < 2 ? "plain" : "seasonal";
  return (name) => members[name]?.prior[kind] ?? 1;
}

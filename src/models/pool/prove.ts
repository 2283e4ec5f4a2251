import type { PoolPart } from "../pool-part.ts";
import { cautious, learnMeans, meanPromise } from "./learn-means.ts";
import { mixtureWeights, promisingMembers } from "./learn-mixture.ts";
import { originPlan, rowsAtOrigin } from "./origin-rows.ts";

/** Origins, half of the learned horizon apart. */
const mostOrigins = 8;
/** Origins after which a panel whose models are best stops looking. */
const firstLook = 2;

/** Shares of plain distributions and plain means that the rolling origins of a sample of the items prove. */
export function provedShares(part: PoolPart): Pick<PoolPart, "mixture" | "means"> {
  const plan = originPlan(part);
  const first = Array.from({ length: firstLook }, (_, origin) => rowsAtOrigin(part, plan, origin)).flat();
  const members = promisingMembers(first);
  const promise = meanPromise(first);
  if (members === undefined && promise === 0) return { mixture: null, means: null };
  const later = Array.from({ length: mostOrigins - firstLook }, (_, k) => firstLook + k);
  const rows = [...first, ...later.flatMap((origin) => rowsAtOrigin(part, plan, origin))];
  return {
    mixture: members !== undefined ? { steps: plan.steps, weights: mixtureWeights(rows, members) } : null,
    means: promise > 0 ? cautious(learnMeans(rows), promise) : null,
  };
}

import type { Bucket } from "../../series.ts";
import { type DemandKind, demandKind } from "./demand-kind.ts";
import { meanMembers, plainMeans } from "./plain-means.ts";
import { thirds } from "./thirds.ts";

/** Weights of the plain means by kind of demand, in the order of `meanMembers`; a kind without them: the models alone. */
export type MeanShares = Readonly<Partial<Record<DemandKind, readonly number[]>>>;

/** Weights that are compared. */
export const meanCandidates = thirds(meanMembers.length);

/** A mean and who has which share in it. */
interface Shared {
  readonly mean: Float64Array;
  readonly components: Readonly<Record<string, number>>;
}

/** The mean of the models with plain means as far as the panel proved them. */
export function withPlainMeans(
  models: Shared,
  shares: MeanShares | null | undefined,
  values: Float64Array,
  bucket: Bucket,
  period: number,
): Shared {
  const weights = shares?.[demandKind(values, bucket)];
  if (weights === undefined || weights[0] === 1) return models;
  const plain = plainMeans(values, bucket, period, models.mean.length);
  const mean = models.mean.map((value, k) =>
    plain.reduce((sum, of, m) => sum + weights[m + 1] * of[k], weights[0] * value),
  );
  const components: Record<string, number> = {};
  for (const name in models.components) components[name] = weights[0] * models.components[name];
  meanMembers.forEach((name, m) => {
    if (m > 0 && weights[m] > 0) components[name] = weights[m];
  });
  return { mean, components };
}

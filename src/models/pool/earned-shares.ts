import { combined } from "../combine/combination.ts";
import { earningMembers, panelMembers } from "../combine/members.ts";
import type { RegularForecast } from "../combine/regular.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";

/** A forecast at an origin whose future the panel held out. */
export interface HeldOutForecast {
  readonly forecast: RegularForecast;
  readonly actual: Float64Array;
  /** Number of the origin, counted from the last one of the series. */
  readonly origin: number;
  /** The origin is as able to see a season as today is: two of them, or today has no two either. */
  readonly alike: boolean;
}

type Shares = Readonly<Record<string, number>>;

/** Steps in which the combination gives way to a group of its members, or to late ones. */
const steps = 3;
/** Origins of many that count as experiences of their own. */
const countedOrigins = 0.5;
/** Scaled errors beyond this count as this. */
const largestError = 10;

const scaledTo = (shares: Shares, total: number): Shares => {
  const sum = Object.values(shares).reduce((a, b) => a + b, 0);
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, (total * share) / sum]));
};

const sumOf = (parts: readonly Shares[]): Shares => {
  const total: Record<string, number> = {};
  for (const part of parts) for (const name in part) total[name] = (total[name] ?? 0) + part[name];
  return total;
};

/** Ways to go from shares towards others, by steps. */
const ways = (from: Shares, to: Shares): Shares[] =>
  Array.from({ length: steps + 1 }, (_, k) => mixed(from, to, k / steps));

const mixed = (from: Shares, to: Shares, share: number): Shares =>
  sumOf([scaledTo(from, 1 - share), scaledTo(to, share)]);

function lossOf({ forecast, actual }: HeldOutForecast, shares: Shares): number {
  const { mean } = combined(forecast.members, shares, forecast.horizon);
  let sum = 0;
  for (let k = 0; k < actual.length; k++)
    sum += Math.min(largestError, Math.abs(actual[k] - mean[k]) / forecast.scale) / actual.length;
  return sum;
}

/** Most of the way that so many origins can prove: two that overlap are hardly more than one experience. */
const mostOf = (origins: number): number => (origins - 1) / (origins + 1);

/** Part of the way from the first of these losses to the last that the origins of the rows prove. */
export function provedWay(rows: readonly HeldOutForecast[], losses: readonly Float64Array[]): number {
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { share } = shrunkChoice({ losses, origins }, losses[0], countedOrigins);
  return Math.min(share, mostOf(new Set(origins).size));
}

/** Shares drawn towards others as far as the gain at the origins is worth. */
function drawn(rows: readonly HeldOutForecast[], from: Shares, to: Shares): Shares {
  if (rows.length === 0) return from;
  const candidates = ways(from, to);
  const losses = candidates.map((of) => Float64Array.from(rows, (row) => lossOf(row, of)));
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { best, share } = shrunkChoice({ losses, origins }, losses[0], countedOrigins);
  return mixed(from, candidates[best], Math.min(share, mostOf(new Set(origins).size)));
}

/**
 * Shares as the held-out origins prove them: what the panel learned across its series gives way to the local models, then
 * all of them to the members that earn their share, each as far as that gain is worth.
 */
export function earnedShares(heldOut: readonly HeldOutForecast[], shares: Shares): Shares {
  const local = Object.fromEntries(Object.entries(shares).filter(([name]) => !panelMembers.includes(name)));
  const count = Object.keys(local).length;
  const isMixed = count > 0 && count < Object.keys(shares).length;
  const earned = isMixed ? drawn(heldOut, shares, local) : shares;
  return earningMembers.reduce<Shares>(
    (of, name) => ({
      [name]: 0,
      ...drawn(
        heldOut.filter(({ forecast }) => forecast.members.has(name)),
        of,
        { [name]: 1 },
      ),
    }),
    earned,
  );
}

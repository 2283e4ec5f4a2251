import { type Random, random } from "../random.ts";
import type { ArticleFamily, ArticleGroup } from "./article-group.ts";
import { articleGroups } from "./catalogue.ts";
import { type MadeSupplier, suppliers } from "./suppliers.ts";

export type DemandClass = "smooth" | "erratic" | "intermittent" | "lumpy" | "seasonal" | "new" | "dead";

/** How an article is consumed, before events. */
export interface DemandPattern {
  readonly class: DemandClass;
  /** Mean consumption in a month of 21 working days, base units. */
  readonly perMonth: number;
  /** Chance that a working week sees an issue of the article. */
  readonly weekChance: number;
  /** Coefficient of variation of an issue. */
  readonly variation: number;
  /** Twelve factors, January first, mean 1. */
  readonly season?: readonly number[];
  /** Growth a year as a share, compounded daily. */
  readonly trendPerYear?: number;
}

export interface Article {
  readonly item: string;
  readonly name: string;
  readonly group: ArticleGroup;
  readonly supplier: MadeSupplier;
  /** Net price of a base unit at the first day of the history. */
  readonly price: number;
  /** Units that a printed price is for: 1 or 100. */
  readonly priceUnit: 1 | 100;
  readonly pattern: DemandPattern;
  readonly minimumOrder: number;
  readonly packSize: number;
}

const winter = [1.9, 1.6, 1.1, 0.6, 0.35, 0.25, 0.25, 0.35, 0.8, 1.35, 1.7, 1.75];
const summer = [0.45, 0.5, 0.7, 0.95, 1.35, 1.75, 1.85, 1.6, 1.05, 0.7, 0.55, 0.55];

/** Season of an article by its name: what heats sells in winter, what cools in summer. */
export function seasonOfName(name: string): readonly number[] | undefined {
  if (/heizung|Heizlüfter|Streusalz|Frostschutz|Hautschutz/.test(name)) return winter;
  if (/Filterlüfter|Kühlgerät|Kühlschmierstoff/.test(name)) return summer;
  return undefined;
}

/** How many articles of each class; what is left over is smooth. */
const quota: readonly (readonly [DemandClass, number])[] = [
  ["lumpy", 46],
  ["intermittent", 82],
  ["erratic", 60],
  ["new", 18],
  ["dead", 14],
];

const isExpensiveFirst: readonly DemandClass[] = ["lumpy", "intermittent"];

interface Draft {
  readonly name: string;
  readonly group: ArticleGroup;
  readonly price: number;
  readonly rank: number;
  readonly stream: Random;
}

/** Class of every draft without a season: expensive articles tend to move rarely. */
function classesOf(drafts: readonly Draft[], stream: Random): Map<Draft, DemandClass> {
  const classes = new Map<Draft, DemandClass>();
  const left = [...drafts].sort((a, b) => b.rank - a.rank);
  for (const [kind, count] of quota) {
    for (let k = 0; k < count; k++) {
      const at = isExpensiveFirst.includes(kind) ? 0 : stream.below(left.length);
      classes.set(left.splice(at, 1)[0], kind);
    }
  }
  for (const draft of left) classes.set(draft, "smooth");
  return classes;
}

const shapes: Readonly<
  Record<DemandClass, (stream: Random) => readonly [weekChance: number, variation: number]>
> = {
  smooth: (stream) => [1, stream.between(0.15, 0.4)],
  seasonal: (stream) => [1, stream.between(0.15, 0.3)],
  new: (stream) => [0.9, stream.between(0.2, 0.5)],
  dead: (stream) => [stream.between(0.3, 0.8), stream.between(0.3, 0.8)],
  erratic: (stream) => [stream.between(0.65, 0.85), stream.between(1.4, 1.8)],
  intermittent: (stream) => [stream.between(0.05, 0.13), stream.between(0.1, 0.35)],
  lumpy: (stream) => [stream.between(0.04, 0.12), stream.between(1.2, 1.7)],
};

/** Units a month from a yearly value that is spread as purchasing values are (few large, many small). */
function perMonthOf(kind: DemandClass, price: number, weekChance: number, stream: Random): number {
  const perYear = 2200 * Math.exp(1.25 * stream.normal());
  const units = perYear / 12 / price;
  const leastPerIssue = kind === "intermittent" || kind === "lumpy" ? 2 : 5;
  return Math.min(20_000, Math.max(units, leastPerIssue * weekChance * 4.2));
}

/** Metres on a roll of cable or hose. */
export const rollMetres = 50;

const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];
/** The step of usual pack sizes nearest below a quantity, at least 1. */
export const roundPack = (quantity: number): number =>
  steps.reduce((best, step) => (step <= quantity ? step : best), 1);

/** Price of the k-th size of a family: between its two prices on the logarithmic scale, give or take some percent. */
function priceOf({ price: [smallest, largest], sizes }: ArticleFamily, k: number, stream: Random): number {
  const share = sizes.length === 1 ? 0 : k / (sizes.length - 1);
  const price = smallest * (largest / smallest) ** share * stream.between(0.96, 1.04);
  const steps = price < 1 ? 1000 : 100;
  return Math.min(900, Math.max(0.02, Math.round(price * steps) / steps));
}

/** All articles, numbered with leading zeros in the order of the catalogue. */
export function articles(seed: number): Article[] {
  const drafts = articleGroups.flatMap((group) =>
    group.families.flatMap((family) =>
      family.sizes.map((size, k): Draft => {
        const name = `${family.name} ${size}`;
        const stream = random(seed, `article ${name}`);
        const price = priceOf(family, k, stream);
        return { name, group, price, rank: Math.log(price) + 1.5 * stream.normal(), stream };
      }),
    ),
  );
  const classes = classesOf(
    drafts.filter(({ name }) => seasonOfName(name) === undefined),
    random(seed, "classes"),
  );
  return drafts.map((draft, k) => finished(draft, k, classes.get(draft) ?? "seasonal"));
}

function finished({ name, group, price, stream }: Draft, k: number, kind: DemandClass): Article {
  const [weekChance, variation] = shapes[kind](stream);
  const perMonth = perMonthOf(kind, price, weekChance, stream);
  const season = seasonOfName(name);
  const grows = kind === "smooth" && stream.next() < 0.25;
  const code = stream.pick(group.suppliers);
  const usualPack = roundPack(perMonth * stream.between(0.05, 0.4));
  const packSize = group.unit === "M" ? rollMetres : usualPack;
  const orderedAtOnce = roundPack(perMonth * stream.between(0.2, 1.2));
  return {
    item: String(4700 + k * 13).padStart(7, "0"),
    name,
    group,
    supplier: suppliers.find(({ supplier }) => supplier === code)!,
    price,
    priceUnit: group.name === "Normteile" && price < 0.5 ? 100 : 1,
    pattern: {
      class: kind,
      perMonth,
      weekChance,
      variation,
      ...(season === undefined ? {} : { season }),
      ...(grows ? { trendPerYear: Math.round(stream.between(-0.25, 0.35) * 100) / 100 } : {}),
    },
    packSize,
    minimumOrder: Math.max(packSize, Math.ceil(orderedAtOnce / packSize) * packSize),
  };
}

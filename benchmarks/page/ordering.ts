import type { Row } from "../results.ts";
import { jsonOf, rounded } from "./stored.ts";

interface Point {
  readonly policy: string;
  readonly fillRate: number;
  readonly stockRatio?: number;
  readonly valueGap?: number;
  readonly best?: string;
}

const two = (x: number | null | undefined): string => (x === undefined || x === null ? "" : rounded(x, 2));
const percent = (x: number): string => rounded(100 * x, 1);

const textbook = (): Row[] =>
  ["man", "carparts", "auto"].flatMap((set) =>
    jsonOf<{ comparison: { points: Point[] } }>(`replay-${set}`)
      .comparison.points.flatMap((point) => {
        const [, target = ""] = /^bedarf-assortment economic (0\.9\d?)$/.exec(point.policy) ?? [];
        return ["0.9", "0.95", "0.98"].includes(target) ? [{ point, target }] : [];
      })
      .map(({ point, target }) => ({
        data: `${set}, target ${target}`,
        against: point.best === undefined ? "textbook: none reaches it" : `textbook: ${point.best}`,
        "fill, %": percent(point.fillRate),
        stock: two(point.stockRatio),
        cost: "",
        "fill by value, points": point.valueGap === undefined ? "" : percent(point.valueGap),
      })),
  );

interface Oil {
  readonly policy: string;
  readonly ownFill: number;
  readonly stockToOwn: number;
  readonly costToOwn: number;
  readonly equalFill: readonly {
    readonly fill: number;
    readonly stock: number | null;
    readonly cost: number | null;
  }[];
}

const oil = (): Row[] =>
  jsonOf<{ figures: Oil[] }>("oil")
    .figures.filter(({ policy }) => / economic$/.test(policy) && policy.startsWith("bedarf-"))
    .flatMap(({ policy, equalFill, ownFill, stockToOwn, costToOwn }) => {
      const scope = policy.includes("item") ? "one target an item" : "one for the assortment";
      return [
        ...equalFill
          .filter(({ fill }) => [0.9, 0.95, 0.97].includes(fill))
          .map(({ fill, stock, cost }) => ({
            data: `oil, ${scope}`,
            against: "textbook, the least",
            "fill, %": percent(fill),
            stock: two(stock),
            cost: two(cost),
          })),
        {
          data: `oil, ${scope}`,
          against: "the firm's own min/max",
          "fill, %": percent(ownFill),
          stock: two(stockToOwn),
          cost: two(costToOwn),
        },
      ];
    });

interface MinMax {
  readonly set: string;
  readonly asIs: { readonly fill: number };
  readonly stockAtEqualFill: number | null;
}

const minMax = (): Row[] =>
  jsonOf<MinMax[]>("replay-min-max").map(({ set, asIs, stockAtEqualFill }) => ({
    data: set,
    against: "min/max of its files",
    "fill, %": percent(asIs.fill),
    stock: stockAtEqualFill === null ? "below our lowest" : two(stockAtEqualFill),
  }));

interface Lived {
  readonly policy: string;
  readonly fillRate: number;
  readonly fillRateByValue: number;
  readonly averageStockValue: number;
  readonly totalCost: number;
  readonly orderLines: number;
}

/** The replay of the bundled example: the firm's reorder points, and the first target of ours that serves as much. */
export function workshop(): { readonly own: Lived; readonly ours: Lived } {
  const { policies, frontier } = jsonOf<{ policies: Lived[]; frontier: Lived[] }>("replay-werkstatt");
  const own = policies.find(({ policy }) => policy === "as-is");
  const ours = frontier.find(({ fillRate }) => own !== undefined && fillRate >= own.fillRate);
  if (own === undefined || ours === undefined) throw new Error("no policy of the replay serves as much");
  return { own, ours };
}

function bundled(): Row {
  const { own, ours } = workshop();
  return {
    data: "bundled example (synthetic)",
    against: `its reorder points, fill ${percent(own.fillRate)} %`,
    "fill, %": percent(ours.fillRate),
    stock: two(ours.averageStockValue / own.averageStockValue),
    cost: two(ours.totalCost / own.totalCost),
    "fill by value, points": percent(ours.fillRateByValue - own.fillRateByValue),
  };
}

const lost = (): Row[] =>
  jsonOf<{ set: string; againstBenchmark: number; tunedAgainst: number }[]>("lost-sales").flatMap(
    ({ set, againstBenchmark, tunedAgainst }) => [
      {
        data: `${set}, lost sales`,
        against: "four weeks of a plain mean",
        cost: two(1 + againstBenchmark),
      },
      {
        data: `${set}, lost sales, tune: auto`,
        against: "the same without tune",
        cost: rounded(1 + tunedAgainst, 3),
      },
    ],
  );

/** Stock and cost of ours divided by those of what it is held against, at equal fill. */
export const policyRows = (): Row[] => [bundled(), ...minMax(), ...oil(), ...textbook(), ...lost()];

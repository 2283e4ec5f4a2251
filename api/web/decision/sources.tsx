import type { VNode } from "preact";
import { date, money, number, percent, say } from "../language.ts";
import { type Head, WideTable } from "../parts/table.tsx";
import type { Line } from "../shapes.ts";
import { sourcesWords } from "../words/sources.ts";
import { offerOf } from "./lots.ts";

type Offer = NonNullable<Line["sources"]>[number];

/** Fewest to order and whole packs of a source. */
function lotText({ minimumOrder, packSize }: Offer): string {
  const parts = [
    ...(minimumOrder === undefined || minimumOrder <= 0
      ? []
      : [say(sourcesWords.from, { least: number(minimumOrder) })]),
    ...(packSize === undefined || packSize <= 1 ? [] : [say(sourcesWords.packs, { pack: number(packSize) })]),
  ];
  return parts.length === 0 ? sourcesWords.anyQuantity : parts.join(", ");
}

/** A figure, or that nobody says it. */
const told = (text: string | undefined): string => text ?? sourcesWords.unknown;

const heads: () => readonly Head[] = () => [
  sourcesWords.supplier,
  [sourcesWords.price, "n"],
  [sourcesWords.would, "n"],
  sourcesWords.there,
  [sourcesWords.days, "n"],
  sourcesWords.lots,
  [sourcesWords.costPerYear, "n"],
  sourcesWords.why,
];

interface SourcesProps {
  readonly line: Line;
  /** Names of suppliers by their number, where they are known. */
  readonly nameOf: (supplier: string) => string | undefined;
}

/** What each source of an item asks and when it would be there, the one of the plan first, the taken one marked; nothing where there is one alone. */
export function Sources({ line, nameOf }: SourcesProps): VNode | null {
  const { sources, unit = "" } = line;
  if (sources === undefined) return null;
  const taken = offerOf(line);
  return (
    <>
      <h3>{say(sourcesWords.title, { count: sources.length })}</h3>
      <WideTable label={say(sourcesWords.title, { count: sources.length })} class="sources" heads={heads()}>
        {sources.map((offer, k) => (
          <tr key={k} class={offer === taken ? "chosen" : ""}>
            <th scope="row">
              {offer === taken && (
                <>
                  <span aria-hidden="true">✓ </span>
                  <span class="sr">{`${sourcesWords.chosen}: `}</span>
                </>
              )}
              {nameOf(offer.supplier ?? "") ?? offer.supplier ?? sourcesWords.noName}
            </th>
            <td class="n">{told(offer.unitPrice === undefined ? undefined : priceText(offer))}</td>
            <td class="n">
              {offer.quantity === undefined ? "–" : `${number(offer.quantity)}\u00a0${unit}`}
              {offer.amount !== undefined && <div class="muted">{money(offer.amount, offer.currency)}</div>}
            </td>
            <td>{offer.receiptBy === undefined ? "–" : date(offer.receiptBy)}</td>
            <td class="n">
              {told(offer.leadTimeDays === undefined ? undefined : number(offer.leadTimeDays))}
            </td>
            <td>{lotText(offer)}</td>
            <td class="n">
              {offer.costPerYear === undefined ? "–" : money(offer.costPerYear, offer.currency, 0)}
            </td>
            <td>{say(sourcesWords.whys[offer.why], { share: percent(offer.share ?? 0, 0) })}</td>
          </tr>
        ))}
      </WideTable>
    </>
  );
}

/** A price for one unit: small ones need more than cents. */
const priceText = ({ unitPrice = 0, currency }: Offer): string =>
  money(unitPrice, currency, unitPrice > 0 && unitPrice < 1 ? 4 : 2);

import type { VNode } from "preact";
import { linkTo } from "../../../address.ts";
import { number, say, whole } from "../../../language.ts";
import { Card } from "../../../parts/card.tsx";
import { Missing } from "../../../parts/states.tsx";
import { Table } from "../../../parts/table.tsx";
import type { Session } from "../../../session/session.ts";
import type { ItemLine } from "../../../shapes.ts";
import { useFetched } from "../../../store.ts";
import { missingWords } from "../../../words/missing.ts";
import { ordersWords } from "../../../words/orders.ts";
import { type Lack, lacking } from "./lacking.ts";
import { MissingData } from "./missing-data.tsx";

const most = 25;

/** Demand of the last observed buckets, a year at most: what an item weighs without a price. */
const recent = ({ history }: ItemLine): number =>
  history.values.slice(-12).reduce<number>((sum, value) => sum + (value ?? 0), 0);

interface NoSuggestionsProps {
  readonly session: Session;
  readonly plan: string;
}

/** Why a plan suggests nothing at all, what to bring, and the items with their forecasts all the same. */
export function NoSuggestions({ session, plan }: NoSuggestionsProps): VNode {
  const found = useFetched(plan, async () => {
    const [issues, items] = await Promise.all([session.client.issues(plan), session.client.items(plan)]);
    const ranked = [...items].sort((a, b) => recent(b) - recent(a));
    return {
      lack: lacking(
        issues,
        ranked.map(({ item }) => item),
      ),
      items: ranked,
      questions: issues.filter(({ question }) => question !== undefined).length,
    };
  });
  if (found.state !== "here") return <Missing of={found} />;
  const { lack, items, questions } = found.value;
  return (
    <div>
      <h1>{ordersWords.title}</h1>
      <Lacks session={session} lack={lack} items={items} questions={questions} />
      <Card title={missingWords.forecastsAlready}>
        <Table heads={[ordersWords.item, [missingWords.recentDemand, "n"]]}>
          {items.slice(0, most).map((row) => (
            <tr key={row.item}>
              <th scope="row">
                <a href={linkTo({ view: "item", of: row.item })} class="id">
                  {row.item}
                </a>
                {` ${row.name ?? ""}`}
              </th>
              <td class="n">{number(recent(row))}</td>
            </tr>
          ))}
        </Table>
      </Card>
    </div>
  );
}

interface LacksProps {
  readonly session: Session;
  readonly lack: Lack;
  readonly items: readonly ItemLine[];
  /** Questions of the files that nobody answered before this plan. */
  readonly questions: number;
}

/** What is missing, and the shortest file that brings it. */
function Lacks({ session, lack: { stock, leadTime }, items, questions }: LacksProps): VNode {
  const names = new Map(items.map(({ item, name = "" }) => [item, name]));
  const all = items.length;
  const reasons = [
    stock.length > 0 ? say(missingWords.lacksStock, { count: whole(stock.length), all: whole(all) }) : "",
    leadTime.length > 0
      ? say(missingWords.lacksLeadTime, { count: whole(leadTime.length), all: whole(all) })
      : "",
  ].filter((text) => text !== "");
  return (
    <section class="card question">
      <h2>{missingWords.noneYet}</h2>
      <p>{reasons.length === 0 ? missingWords.allCovered : missingWords.noneYetText}</p>
      {questions > 0 && (
        <p>
          <a href={linkTo({ view: "files" })} class="button main">
            {say(missingWords.openQuestions, { count: whole(questions) })}
          </a>
        </p>
      )}
      <ul>
        {reasons.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {reasons.length > 0 && (
        <>
          <MissingData session={session} stock={stock} leadTime={leadTime} names={names} />
          <p>{missingWords.bring}</p>
          <pre tabIndex={0}>
            <code>{missingWords.bringExample}</code>
          </pre>
          <p>
            <a href={linkTo({ view: "files" })} class="button">
              {missingWords.bringLink}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { lang, number, percent, say } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Fact, Figures } from "../../parts/fact.tsx";
import type { ItemView } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";
import { gradeOf } from "./grade.ts";

/** A figure that is in percent already; a dash where there is none. */
const percentOf = (x: number | null): string => percent(x === null ? Number.NaN : x / 100, 0);

/** How the item is forecast, and how good that was at earlier origins. */
export function Accuracy({ view: { accuracy, forecast } }: { readonly view: ItemView }): VNode {
  const { model, fallback, because, stabilised, components = {} } = forecast;
  const grade = gradeOf(accuracy);
  const parts = Object.entries(components).sort(([, a], [, b]) => b - a);
  const composition = parts
    .map(([name, share]) => `${words.modelName(name, lang())} ${percent(share, 0)}`)
    .join(", ");
  return (
    <Card title={itemWords.accuracy}>
      <dl class="facts">
        {grade !== undefined && (
          <Fact name={itemWords.grade} about="grade">
            {itemWords.grades[grade]}
          </Fact>
        )}
        <Fact name={itemWords.model} about="model">
          {words.modelName(model, lang())}
        </Fact>
        {accuracy !== null && (
          <Figures
            of={[
              [itemWords.error, "wape", percentOf(accuracy.wape)],
              [itemWords.bias, "bias", percentOf(accuracy.bias)],
              [itemWords.fva, "fva", number(accuracy.fva)],
              [itemWords.coverage, "coverage", percentOf(accuracy.coverage)],
            ]}
          />
        )}
      </dl>
      {fallback !== undefined && (
        <p class="note">
          {say(itemWords.fallback, { why: because ? words.fallbackClause(because, lang()) : fallback })}
        </p>
      )}
      {stabilised !== undefined && (
        <p class="muted small">{say(itemWords.stabilised, { share: percent(stabilised, 0) })}</p>
      )}
      {parts.length > 0 && <p class="muted small">{`${itemWords.components}: ${composition}`}</p>}
    </Card>
  );
}

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type Bucket, bucketIndex, dayOf } from "../../../../src/index.ts";
import { date } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Measured } from "../../parts/picture.tsx";
import { Select } from "../../parts/select.tsx";
import { Missing } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import type { ItemView } from "../../shapes.ts";
import { useFetched } from "../../store.ts";
import { itemWords } from "../../words/item.ts";
import { bucketsOf, movedChart } from "./moved-chart.ts";

/** What came in a bucket of the history, where it is complete. */
function cameIn({ history }: ItemView, start: string, bucket: Bucket): number | undefined {
  const at = bucketIndex(dayOf(start), bucket) - bucketIndex(dayOf(history.start), bucket);
  return history.values[at] ?? undefined;
}

interface MovedForecastProps {
  readonly session: Session;
  readonly view: ItemView;
  readonly bucket: Bucket;
}

/** How the forecast for one month moved over the past runs. */
export function MovedForecast({ session, view, bucket }: MovedForecastProps): VNode {
  const found = useFetched(view.item, () => session.client.forecasts(view.item));
  const [chosen, choose] = useState("");
  const buckets = found.state === "here" ? bucketsOf(found.value) : [];
  const shown = buckets.find((one) => one.bucket === chosen) ?? buckets.at(0);
  return (
    <Card title={itemWords.moved}>
      <Missing of={found} />
      {found.state === "here" && shown === undefined && <p class="muted">{itemWords.movedNone}</p>}
      {shown !== undefined && (
        <>
          <p class="muted small">{itemWords.movedText}</p>
          <Select
            label={itemWords.movedMonth}
            value={shown.bucket}
            options={buckets
              .map((one) => one.bucket)
              .sort()
              .map((one) => [one, date(one)] as const)}
            choose={choose}
          />
          <Measured
            draw={(width) => movedChart(shown.bucket, shown.runs, cameIn(view, shown.bucket, bucket), width)}
          />
        </>
      )}
    </Card>
  );
}

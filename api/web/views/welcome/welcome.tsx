import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { t } from "../../language.ts";
import { Empty, Waiting } from "../../parts/states.tsx";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { frameWords } from "../../words/frame.ts";

/** The first start: files, or the bundled example. */
export function Welcome({ session }: ViewProps): VNode {
  const { newest } = useStore(session.plans);
  const [isLoading, setIsLoading] = useState(false);
  const example = async (): Promise<void> => {
    setIsLoading(true);
    try {
      await session.client.example();
      await session.refresh();
    } catch (error) {
      session.notify("error", (error as Error).message);
    } finally {
      setIsLoading(false);
    }
  };
  const isUnderWay = isLoading || newest?.state === "queued" || newest?.state === "running";
  return (
    <Empty title={t(frameWords.noPlan)} text={t(frameWords.noPlanText)}>
      {isUnderWay ? (
        <Waiting />
      ) : (
        <div class="actions">
          <a href={linkTo({ view: "files" })} class="button main">
            {t(frameWords.toFiles)}
          </a>
          <button type="button" onClick={() => void example()}>
            {t(frameWords.example)}
          </button>
        </div>
      )}
      <p class="muted small">{t(frameWords.exampleText)}</p>
    </Empty>
  );
}

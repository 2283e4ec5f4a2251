import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../address.ts";
import { saveText } from "../parts/save-file.ts";
import { Empty, Waiting } from "../parts/states.tsx";
import { isUnderWay } from "../session/plans.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

/** The first start: files, or the bundled example. */
export function Welcome({ session }: { readonly session: Session }): VNode {
  const { newest } = useStore(session.plans);
  const [isLoading, setIsLoading] = useState(false);
  const example = async (): Promise<void> => {
    setIsLoading(true);
    await session.attempt(async () => {
      await session.client.example();
      await session.refresh();
    });
    setIsLoading(false);
  };
  return (
    <Empty title={frameWords.noPlan} text={frameWords.noPlanText}>
      {isLoading || isUnderWay(newest) ? (
        <Waiting />
      ) : (
        <div class="ways">
          <section class="card">
            <h3>{frameWords.wayErp}</h3>
            <p>{frameWords.wayErpText}</p>
            <a href={linkTo({ view: "files" })} class="button main">
              {frameWords.toFiles}
            </a>
          </section>
          <section class="card">
            <h3>{frameWords.wayTable}</h3>
            <p>{frameWords.wayTableText}</p>
            <button type="button" onClick={() => saveText(frameWords.templateFile, frameWords.template)}>
              {frameWords.saveTemplate}
            </button>
          </section>
          <section class="card">
            <h3>{frameWords.wayExample}</h3>
            <p>{frameWords.exampleText}</p>
            <button type="button" onClick={() => void example()}>
              {frameWords.example}
            </button>
          </section>
        </div>
      )}
    </Empty>
  );
}

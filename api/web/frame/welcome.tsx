import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../address.ts";
import { t } from "../language.ts";
import { saveText } from "../parts/save-file.ts";
import { Empty, Waiting } from "../parts/states.tsx";
import { isUnderWay } from "../session/plans.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";

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
    <Empty title={t.frame.noPlan} text={t.frame.noPlanText}>
      {isLoading || isUnderWay(newest) ? (
        <Waiting />
      ) : (
        <div class="ways">
          <section class="card">
            <h3>{t.frame.wayErp}</h3>
            <p>{t.frame.wayErpText}</p>
            <a href={linkTo({ view: "files" })} class="button main">
              {t.frame.toFiles}
            </a>
          </section>
          <section class="card">
            <h3>{t.frame.wayTable}</h3>
            <p>{t.frame.wayTableText}</p>
            <button type="button" onClick={() => saveText(t.frame.templateFile, t.frame.template)}>
              {t.frame.saveTemplate}
            </button>
          </section>
          <section class="card">
            <h3>{t.frame.wayExample}</h3>
            <p>{t.frame.exampleText}</p>
            <button type="button" onClick={() => void example()}>
              {t.frame.example}
            </button>
          </section>
        </div>
      )}
    </Empty>
  );
}

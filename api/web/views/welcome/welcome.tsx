import { h } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { t } from "../../language.ts";
import { button, empty, link, waiting } from "../../parts/basic.tsx";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { frameWords } from "../../words/frame.ts";

/** The first start: files, or the bundled example. */
export function Welcome({ session }: ViewProps): Drawn {
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
  return empty(
    t(frameWords.noPlan),
    t(frameWords.noPlanText),
    isUnderWay
      ? waiting()
      : h(
          "div",
          { class: "actions" },
          link(linkTo({ view: "files" }), t(frameWords.toFiles), { class: "button main" }),
          button(t(frameWords.example), () => void example()),
        ),
    h("p", { class: "muted small" }, t(frameWords.exampleText)),
  );
}

import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { lotStep } from "../../../decision/lots.ts";
import { useAboutItem } from "../../../decision/use-about-item.ts";
import { readTyped, typed } from "../../../language.ts";
import type { Session } from "../../../session/session.ts";
import { orderedQuantity, type WorkLine } from "../../../session/work-line.ts";
import { decisionsWords } from "../../../words/decisions.ts";
import type { OrderActions } from "../actions.ts";

interface QuantityEditProps {
  readonly session: Session;
  readonly line: WorkLine;
  /** What it begins with. */
  readonly text: string;
  readonly actions: OrderActions;
}

/** A quantity typed in the list: Enter takes it, Escape leaves it as it was, arrows go up and down by packs. */
export function QuantityEdit({ session, line, text: first, actions }: QuantityEditProps): VNode {
  const [text, setText] = useState(first);
  const about = useAboutItem(session, line.item);
  const field = useRef<HTMLInputElement>(null);
  // before the next key comes: a digit typed fast would begin it anew
  useLayoutEffect(() => {
    field.current?.focus();
    // a digit that began it is gone on from; what stood there is typed over
    if (first === typed(orderedQuantity(line))) field.current?.select();
  }, []);
  // what is done goes from the list, and loses the focus once more
  const isDone = useRef(false);
  const leave = (isBack: boolean): void => {
    isDone.current = true;
    actions.leave(isBack);
  };
  const take = (isOn: boolean): void => {
    if (isDone.current) return;
    if (text.trim() === "" || text === typed(orderedQuantity(line))) leave(isOn);
    else {
      isDone.current = true;
      actions.take(line, text, about, isOn);
    }
  };
  const step = (by: 1 | -1): void => setText(typed(lotStep(readTyped(text) ?? 0, line, by)));
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => take(true),
    Escape: () => leave(true),
    ArrowUp: () => step(1),
    ArrowDown: () => step(-1),
  };
  return (
    <input
      ref={field}
      class="in-place"
      inputMode="decimal"
      autoComplete="off"
      aria-label={`${decisionsWords.newQuantity}: ${line.item}`}
      aria-invalid={text.trim() !== "" && readTyped(text) === undefined}
      title={decisionsWords.inPlace}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
      onBlur={() => take(false)}
    />
  );
}

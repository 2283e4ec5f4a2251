import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { say } from "../../language.ts";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Icon } from "../../parts/icon.tsx";
import { ordersWords } from "../../words/orders.ts";
import type { WorkList } from "./use-work-list.ts";
import { settingsOf } from "./work-list.ts";

const key = "bedarf.views";

/** A choice of the list under a name; kept in the browser. */
interface SavedView {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

function keptViews(): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? (found as SavedView[]) : [];
  } catch {
    return [];
  }
}

/** Choices of the list that the reader gave names: to go to, and to let go. */
export function SavedViews({ list: { chosen } }: { readonly list: WorkList }): VNode {
  const [views, setViews] = useState(keptViews);
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  const add = (values: FormData, form: HTMLFormElement): void => {
    const name = String(values.get("name") ?? "").trim();
    if (name === "") return;
    keep([...views.filter((view) => view.name !== name), { name, settings: settingsOf(chosen) }]);
    form.reset();
  };
  return (
    <div class="saved-views">
      {views.map(({ name, settings }) => (
        <div key={name} class="row between">
          <a href={linkTo({ view: "orders", settings })}>{name}</a>
          <button
            type="button"
            class="icon quiet"
            aria-label={say(ordersWords.dropView, { name })}
            onClick={() => keep(views.filter((view) => view.name !== name))}
          >
            <Icon of="cross" />
          </button>
        </div>
      ))}
      <Form class="row" submit={add}>
        <Field label={ordersWords.keepView} narrow>
          <input name="name" maxLength={60} autoComplete="off" />
        </Field>
        <button type="submit">{ordersWords.keepViewNow}</button>
      </Form>
    </div>
  );
}

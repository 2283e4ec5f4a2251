import type { VNode } from "preact";
import { localDay } from "../language.ts";
import type { OrderNote } from "../session/order-book.ts";
import { bookWords } from "../words/book.ts";
import { Field } from "./field.tsx";
import { FormDialog } from "./form-dialog.tsx";

interface PlaceDialogProps {
  readonly title: string;
  readonly place: (note: OrderNote) => void;
  readonly close: () => void;
}

/** Asks for number and day of an order that the supplier was sent. */
export function PlaceDialog({ title, place, close }: PlaceDialogProps): VNode {
  const submit = (values: FormData): void => {
    const [order, date] = ["order", "date"].map((name) => String(values.get(name) ?? "").trim());
    place({ ...(order ? { order } : {}), ...(date ? { date } : {}) });
    close();
  };
  return (
    <FormDialog title={title} done={bookWords.placeNow} submit={submit} close={close}>
      <Field label={bookWords.orderNumber}>
        <input name="order" data-focus maxLength={200} autoComplete="off" />
      </Field>
      <Field label={bookWords.orderDate}>
        <input name="date" type="date" defaultValue={localDay(new Date())} required />
      </Field>
    </FormDialog>
  );
}

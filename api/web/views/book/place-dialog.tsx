import type { VNode } from "preact";
import { localDay, t } from "../../language.ts";
import { Field } from "../../parts/field.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import type { OrderNote } from "../../session/order-book.ts";

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
    <FormDialog title={title} done={t.book.placeNow} submit={submit} close={close}>
      <Field label={t.book.orderNumber}>
        <input name="order" data-focus maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t.book.orderDate}>
        <input name="date" type="date" defaultValue={localDay(new Date())} required />
      </Field>
    </FormDialog>
  );
}

import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { Field } from "./field.tsx";
import { type Range, rangeFault } from "./number-range.ts";

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly initial?: string;
  /** What holds where the field is empty. */
  readonly otherwise?: string | undefined;
  readonly range: Range;
}

/** A field that says at once what is wrong with its number, and keeps the form from being sent with it. */
export function NumberField({ name, label, initial, otherwise, range }: NumberFieldProps): VNode {
  const [fault, setFault] = useState<string>();
  const id = useId();
  const check = (field: HTMLInputElement): void => {
    const found = rangeFault(field.value, range);
    field.setCustomValidity(found ?? "");
    setFault(found);
  };
  return (
    <Field label={label} narrow>
      <input
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={initial}
        placeholder={otherwise}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : id}
        onInput={(event) => check(event.currentTarget)}
      />
      {fault !== undefined && (
        <span class="bad" id={id} role="alert">
          {fault}
        </span>
      )}
    </Field>
  );
}

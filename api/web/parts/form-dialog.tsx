import type { ComponentChildren, VNode } from "preact";
import { decisionsWords } from "../words/decisions.ts";
import { Dialog } from "./dialog.tsx";
import { AskingForm } from "./form.tsx";

interface FormDialogProps {
  readonly title: string;
  /** What the button says that sends it. */
  readonly done: string;
  readonly submit: (values: FormData) => unknown;
  readonly close: () => void;
  readonly noValidate?: boolean;
  readonly children: ComponentChildren;
}

/** A dialog that asks for something: its fields, then send or cancel. */
export const FormDialog = ({ title, done, submit, close, noValidate, children }: FormDialogProps): VNode => (
  <Dialog title={title} close={close}>
    <AskingForm
      submit={submit}
      noValidate={noValidate ?? false}
      done={done}
      beside={
        <button type="button" onClick={close}>
          {decisionsWords.cancel}
        </button>
      }
    >
      {children}
    </AskingForm>
  </Dialog>
);

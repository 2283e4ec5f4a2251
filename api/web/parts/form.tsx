import type { ComponentChildren, VNode } from "preact";

interface FormProps {
  readonly class?: string;
  readonly noValidate?: boolean;
  /** What is done with the values; `form` serves to empty it. */
  readonly submit: (values: FormData, form: HTMLFormElement) => unknown;
  readonly children: ComponentChildren;
}

/** A form whose values are taken care of by the page: nothing is sent by the browser. */
export const Form = ({ submit, children, ...more }: FormProps): VNode => (
  <form
    {...more}
    onSubmit={(event) => {
      event.preventDefault();
      submit(new FormData(event.currentTarget), event.currentTarget);
    }}
  >
    {children}
  </form>
);

interface AskingFormProps extends FormProps {
  /** What the button says that sends it. */
  readonly done: string;
  /** What is wrong with the values; nothing where the text is empty. */
  readonly fault?: { readonly id: string; readonly text: string };
  /** What stands beside the button. */
  readonly beside?: VNode;
}

/** A form that asks for several things: its fields, what is wrong with them (said as soon as there is something), and its one button below. */
export const AskingForm = ({ done, fault, beside, children, ...form }: AskingFormProps): VNode => (
  <Form {...form}>
    {children}
    {fault !== undefined && (
      <p class="bad" id={fault.id} role="alert" hidden={fault.text === ""}>
        {fault.text}
      </p>
    )}
    <div class="actions">
      <button type="submit" class="main">
        {done}
      </button>
      {beside}
    </div>
  </Form>
);

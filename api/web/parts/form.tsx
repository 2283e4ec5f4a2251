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

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { defined, orderFrom } from "../../../src/index.ts";
import { number, readTyped, say, typed } from "../language.ts";
import { Field } from "../parts/field.tsx";
import { FormDialog } from "../parts/form-dialog.tsx";
import { fromZero, rangeFault } from "../parts/number-range.ts";
import type { WorkLine } from "../session/work-line.ts";
import type { Line, NewDecision } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { sourcesWords } from "../words/sources.ts";
import { type AboutItem, Effect } from "./effect.tsx";
import { LotFaults } from "./lot-faults.tsx";
import { offeredQuantity } from "./lots.ts";
import { OrderFrom } from "./order-from.tsx";
import { doubtsOf } from "./plausible.ts";
import { QuantityDoubts } from "./quantity-doubts.tsx";
import { maximumFor, RaiseMaximum } from "./raise-maximum.tsx";
import { Sources } from "./sources.tsx";

interface DecisionDialogProps {
  readonly line: WorkLine;
  readonly action: "change" | "reject";
  /** The item with its forecast, once it is here: shows the effect of a quantity. */
  readonly about?: AboutItem;
  /** What was typed before it was asked about. */
  readonly typedText?: string;
  /** Names of suppliers by their number, where they are known. */
  readonly nameOf: (supplier: string) => string | undefined;
  readonly save: (decision: NewDecision) => void;
  /** Sets the maximum stock of the item, where the reader may. */
  readonly raise?: ((maximum: number) => unknown) | undefined;
  readonly close: () => void;
}

/** Changes the quantity of a line, or rejects it; a reason belongs to both. */
export function DecisionDialog(props: DecisionDialogProps): VNode {
  const { line: shown, action, about, typedText, nameOf, save, raise, close } = props;
  const { suggested = shown, decided } = shown;
  const [text, setText] = useState(typedText ?? typed(decided?.quantity ?? offeredQuantity(shown)));
  const [supplier, setSupplier] = useState(decided?.supplier ?? "");
  const [reason, setReason] = useState(decided?.reason ?? "");
  const [isAsked, setAsked] = useState(false);
  const [confirmed, setConfirmed] = useState<number>();
  const [isRaised, setRaised] = useState(false);
  const isChange = action === "change";
  const quantity = isChange ? readTyped(text) : undefined;
  const line = orderFrom(suggested, supplier);
  const doubts = quantity === undefined ? undefined : doubtsOf(quantity, line, about);
  const isDoubtful = doubts?.timesSuggested !== undefined || doubts?.timesYearly !== undefined;
  const maximum = quantity === undefined ? undefined : maximumFor(quantity, line);
  const submit = (): void => {
    setAsked(true);
    if (isChange && (quantity === undefined || doubts?.isBroken === true)) return;
    if (isDoubtful && confirmed !== quantity) {
      setConfirmed(quantity);
      return;
    }
    const to = isChange && supplier !== "" ? { supplier } : {};
    if (isRaised && maximum !== undefined) raise?.(maximum);
    save({ item: line.item, action, ...defined({ quantity }), ...(reason === "" ? {} : { reason }), ...to });
    close();
  };
  const verb = isChange ? decisionsWords.change : decisionsWords.reject;
  const isSure = isDoubtful && confirmed === quantity;
  const usual = isChange ? decisionsWords.save : verb;
  const sure = say(decisionsWords.yesOrder, { quantity: `${number(quantity)} ${line.unit ?? ""}`.trim() });
  const set = (to: number): void => setText(typed(to));
  const moveTo = (to: string): void => {
    // a quantity that nobody typed is what the same need is there
    if (text === typed(offeredQuantity(line))) set(offeredQuantity(orderFrom(suggested, to)));
    setSupplier(to);
  };
  return (
    <FormDialog
      title={`${verb}: ${line.item} ${line.name ?? ""}`}
      done={isSure ? sure : usual}
      submit={submit}
      close={close}
      noValidate
    >
      {isChange && (
        <QuantityField
          unit={line.unit}
          text={text}
          isInvalid={isAsked && (quantity === undefined || doubts?.isBroken === true)}
          setText={setText}
        />
      )}
      {isChange && <OrderFrom line={suggested} supplier={supplier} nameOf={nameOf} choose={moveTo} />}
      {isChange && quantity === undefined && (
        <p class="bad" id="quantity-error" role="alert">
          {rangeFault(text, fromZero) ?? say(decisionsWords.notANumber, { example: typed(1250) })}
        </p>
      )}
      {quantity !== undefined && doubts !== undefined && (
        <>
          <QuantityDoubts quantity={quantity} text={text} line={line} doubts={doubts} set={set} />
          <LotFaults quantity={quantity} line={line} round={set} />
          {maximum !== undefined && raise !== undefined && (
            <RaiseMaximum maximum={maximum} isOn={isRaised} set={setRaised} />
          )}
          <Effect quantity={quantity} line={orderFrom(suggested, supplier, quantity)} about={about} />
        </>
      )}
      <Sources line={line} nameOf={nameOf} />
      <ReasonField
        reason={reason}
        known={[...(isChange ? [] : insteadOf(suggested, nameOf)), ...Object.values(decisionsWords.reasons)]}
        setReason={setReason}
        isFirst={!isChange}
      />
    </FormDialog>
  );
}

interface QuantityFieldProps {
  readonly unit: string | undefined;
  readonly text: string;
  readonly isInvalid: boolean;
  readonly setText: (text: string) => void;
}

function QuantityField({ unit, text, isInvalid, setText }: QuantityFieldProps): VNode {
  const label = decisionsWords.newQuantity;
  return (
    <Field label={unit === undefined ? label : `${label} (${unit})`}>
      <input
        name="quantity"
        inputMode="decimal"
        autoComplete="off"
        data-focus
        value={text}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? "quantity-error" : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Field>
  );
}

/** That an item with several sources was ordered from another one, as reasons for its line. */
const insteadOf = ({ sources = [] }: Line, nameOf: DecisionDialogProps["nameOf"]): string[] =>
  sources.flatMap(({ chosen, supplier }) =>
    chosen || supplier === undefined
      ? []
      : [say(sourcesWords.insteadFrom, { supplier: nameOf(supplier) ?? supplier })],
  );

interface ReasonFieldProps {
  readonly reason: string;
  /** What is offered. */
  readonly known: readonly string[];
  readonly setReason: (to: string) => void;
  /** Where it is the only field the dialog opens with it. */
  readonly isFirst: boolean;
}

function ReasonField({ reason, known, setReason, isFirst }: ReasonFieldProps): VNode {
  return (
    <Field label={decisionsWords.reason}>
      <input
        name="reason"
        list="reasons"
        value={reason}
        maxLength={1000}
        data-focus={isFirst ? true : undefined}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <datalist id="reasons">
        {known.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </Field>
  );
}

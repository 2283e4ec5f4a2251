import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { charts } from "../../../src/index.ts";
import { date, lang, money, number, percent, say, t } from "../language.ts";
import { Chip } from "../parts/chip.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Fact } from "../parts/fact.tsx";
import type { WorkLine } from "../session/work-list.ts";
import type { ItemView, NewDecision } from "../shapes.ts";
import { decisionWords } from "../words/decisions.ts";
import { lotFaults, lotRules, nextLot, typedQuantity } from "./lots.ts";
import { effectOf } from "./outlook.ts";

export interface DecisionDialogProps {
  readonly line: WorkLine;
  readonly action: "change" | "reject";
  /** The item with its forecast, once it is here: shows the effect of a quantity. */
  readonly about?: { readonly plan: charts.PlanStock; readonly view: ItemView };
  readonly save: (decision: NewDecision) => void;
  readonly close: () => void;
}

const decimalMark = () => (lang() === "de" ? "," : ".");

const plain = (x: number): string => String(Number(x.toPrecision(9))).replace(".", decimalMark());

function faults(quantity: number, line: WorkLine, round: (to: number) => void): VNode {
  const rules = lotRules(line);
  const found = lotFaults(quantity, line);
  const better = nextLot(quantity, rules);
  const text = {
    negative: "",
    minimum: say(decisionWords.belowMinimum, { minimum: number(rules.minimumOrder) }),
    pack: say(decisionWords.noWholePack, { pack: number(rules.packSize) }),
    maximum: say(decisionWords.aboveMaximum, { maximum: number(rules.maximumStock) }),
  };
  return (
    <div class="chips" aria-live="polite">
      {found.map((fault) => (
        <Chip kind="warning">{text[fault]}</Chip>
      ))}
      {(found.includes("minimum") || found.includes("pack")) && (
        <button type="button" onClick={() => round(better)} class="link">
          {say(decisionWords.roundTo, { quantity: number(better) })}
        </button>
      )}
    </div>
  );
}

function effect(quantity: number, line: WorkLine, { about }: DecisionDialogProps): VNode | undefined {
  const found = about === undefined ? undefined : effectOf(about.plan, about.view, quantity);
  const amount = line.unitPrice === undefined ? undefined : line.unitPrice * quantity;
  const sure = found === undefined ? "" : percent(found.covered, 0);
  return (
    <div class="effect">
      <h3>{t(decisionWords.effect)}</h3>
      <dl class="facts">
        <Fact name={t(decisionWords.effectAmount)}>{money(amount, line.currency)}</Fact>
        {found !== undefined && (
          <>
            <Fact name={t(decisionWords.effectStock)}>{number(found.stock)}</Fact>
            <Fact name={t(decisionWords.effectLasts)}>
              {found.lastsMean === undefined ? t(decisionWords.beyond) : date(found.lastsMean)}
            </Fact>
            <Fact name={t(decisionWords.effectSafe)}>
              {found.lastsSafe === undefined ? t(decisionWords.beyond) : date(found.lastsSafe)}
            </Fact>
            <Fact name={t(decisionWords.effectCovered)}>
              {found.covered >= 0.949 ? say(decisionWords.atLeast, { share: percent(0.95, 0) }) : sure}
            </Fact>
          </>
        )}
      </dl>
    </div>
  );
}

/** Changes the quantity of a line, or rejects it; a reason belongs to both. */
export function DecisionDialog(props: DecisionDialogProps): VNode {
  const { line, action, save, close } = props;
  const [text, setText] = useState(plain(line.decided?.quantity ?? line.quantity));
  const [reason, setReason] = useState(line.decided?.reason ?? "");
  const [asked, setAsked] = useState(false);
  const quantity = typedQuantity(text, decimalMark());
  const submit = (event: Event): void => {
    event.preventDefault();
    setAsked(true);
    if (action === "change" && quantity === undefined) return;
    save({
      item: line.item,
      action,
      ...(action === "change" && quantity !== undefined ? { quantity } : {}),
      ...(reason === "" ? {} : { reason }),
    });
    close();
  };
  const title = `${t(action === "change" ? decisionWords.change : decisionWords.reject)}: ${line.item} ${line.name ?? ""}`;
  const invalid = asked && quantity === undefined;
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={submit} noValidate>
        {action === "change" && (
          <>
            <label class="field">
              <span>{`${t(decisionWords.newQuantity)}${line.unit === undefined ? "" : ` (${line.unit})`}`}</span>
              <input
                name="quantity"
                inputMode="decimal"
                autoComplete="off"
                data-focus
                value={text}
                aria-invalid={invalid}
                aria-describedby={invalid ? "quantity-error" : undefined}
                onInput={(event) => setText(event.currentTarget.value)}
                onFocus={(event) => event.currentTarget.select()}
              />
            </label>
            {quantity === undefined ? (
              <p class="bad" id="quantity-error" role="alert">
                {say(decisionWords.notANumber, { example: plain(1250.5) })}
              </p>
            ) : (
              <>
                {faults(quantity, line, (to) => setText(plain(to)))}
                {effect(quantity, line, props)}
              </>
            )}
          </>
        )}
        {reasonField(reason, setReason, action === "reject")}
        <div class="actions">
          <button type="submit" class="main">
            {t(action === "change" ? decisionWords.save : decisionWords.reject)}
          </button>
          <button type="button" onClick={close}>
            {t(decisionWords.cancel)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function reasonField(reason: string, setReason: (to: string) => void, focus: boolean): VNode {
  const known = Object.values(decisionWords.reasons).map(t);
  return (
    <label class="field">
      <span>{t(decisionWords.reason)}</span>
      <input
        name="reason"
        list="reasons"
        value={reason}
        maxLength={1000}
        data-focus={focus ? true : undefined}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <datalist id="reasons">
        {known.map((text) => (
          <option value={text} />
        ))}
      </datalist>
    </label>
  );
}

import { h } from "preact";
import { useState } from "preact/hooks";
import type { charts } from "../../../src/index.ts";
import type { Drawn } from "../drawn.ts";
import { date, lang, money, number, percent, say, t } from "../language.ts";
import { button, chip, fact } from "../parts/basic.tsx";
import { Dialog } from "../parts/dialog.tsx";
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

function faults(quantity: number, line: WorkLine, round: (to: number) => void): Drawn {
  const rules = lotRules(line);
  const found = lotFaults(quantity, line);
  const better = nextLot(quantity, rules);
  const text = {
    negative: "",
    minimum: say(decisionWords.belowMinimum, { minimum: number(rules.minimumOrder) }),
    pack: say(decisionWords.noWholePack, { pack: number(rules.packSize) }),
    maximum: say(decisionWords.aboveMaximum, { maximum: number(rules.maximumStock) }),
  };
  return h(
    "div",
    { class: "chips", "aria-live": "polite" },
    found.map((fault) => chip("warning", text[fault])),
    (found.includes("minimum") || found.includes("pack")) &&
      button(say(decisionWords.roundTo, { quantity: number(better) }), () => round(better), {
        class: "link",
      }),
  );
}

function effect(quantity: number, line: WorkLine, { about }: DecisionDialogProps): Drawn | undefined {
  const found = about === undefined ? undefined : effectOf(about.plan, about.view, quantity);
  const amount = line.unitPrice === undefined ? undefined : line.unitPrice * quantity;
  const sure = found === undefined ? "" : percent(found.covered, 0);
  return h(
    "div",
    { class: "effect" },
    h("h3", {}, t(decisionWords.effect)),
    h(
      "dl",
      { class: "facts" },
      fact(t(decisionWords.effectAmount), money(amount, line.currency)),
      found !== undefined && [
        fact(t(decisionWords.effectStock), number(found.stock)),
        fact(
          t(decisionWords.effectLasts),
          found.lastsMean === undefined ? t(decisionWords.beyond) : date(found.lastsMean),
        ),
        fact(
          t(decisionWords.effectSafe),
          found.lastsSafe === undefined ? t(decisionWords.beyond) : date(found.lastsSafe),
        ),
        fact(
          t(decisionWords.effectCovered),
          found.covered >= 0.949 ? say(decisionWords.atLeast, { share: percent(0.95, 0) }) : sure,
        ),
      ],
    ),
  );
}

/** Changes the quantity of a line, or rejects it; a reason belongs to both. */
export function DecisionDialog(props: DecisionDialogProps): Drawn {
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
  return h(
    Dialog,
    { title, close },
    h(
      "form",
      { onSubmit: submit, noValidate: true },
      action === "change" && [
        h(
          "label",
          { class: "field" },
          h("span", {}, `${t(decisionWords.newQuantity)}${line.unit === undefined ? "" : ` (${line.unit})`}`),
          h("input", {
            name: "quantity",
            inputMode: "decimal",
            autoComplete: "off",
            "data-focus": true,
            value: text,
            "aria-invalid": invalid,
            "aria-describedby": invalid ? "quantity-error" : undefined,
            onInput: (event: Event) => setText((event.currentTarget as HTMLInputElement).value),
            onFocus: (event: Event) => (event.currentTarget as HTMLInputElement).select(),
          }),
        ),
        quantity === undefined
          ? h(
              "p",
              { class: "bad", id: "quantity-error", role: "alert" },
              say(decisionWords.notANumber, { example: plain(1250.5) }),
            )
          : [faults(quantity, line, (to) => setText(plain(to))), effect(quantity, line, props)],
      ],
      reasonField(reason, setReason, action === "reject"),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          { type: "submit", class: "main" },
          t(action === "change" ? decisionWords.save : decisionWords.reject),
        ),
        button(t(decisionWords.cancel), close),
      ),
    ),
  );
}

function reasonField(reason: string, setReason: (to: string) => void, focus: boolean): Drawn {
  const known = Object.values(decisionWords.reasons).map(t);
  return h(
    "label",
    { class: "field" },
    h("span", {}, t(decisionWords.reason)),
    h("input", {
      name: "reason",
      list: "reasons",
      value: reason,
      maxLength: 1000,
      "data-focus": focus ? true : undefined,
      onInput: (event: Event) => setReason((event.currentTarget as HTMLInputElement).value),
    }),
    h(
      "datalist",
      { id: "reasons" },
      known.map((text) => h("option", { value: text })),
    ),
  );
}

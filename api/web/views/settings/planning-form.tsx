import type { VNode } from "preact";
import { useState } from "preact/hooks";
import {
  defaultPlanOptions,
  type PlanOptions,
  planOptionTable,
  policyChoices,
  regions,
  words,
} from "../../../../src/index.ts";
import { lang, moment, say, typed, value } from "../../language.ts";
import { regionName, whoName } from "../../names.ts";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { AskingForm } from "../../parts/form.tsx";
import type { Session } from "../../session/session.ts";
import type { SettingsView } from "../../shapes.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { settingsWords } from "../../words/settings.ts";
import { abc, configOf, xyz } from "./planning-options.ts";
import { type Range, rangeFault, ranges } from "./ranges.ts";

export interface SettingsProps {
  readonly session: Session;
  readonly settings: SettingsView;
  /** Fetches the settings again. */
  readonly again: () => void;
}

/** Service targets, calendar and costs of all later plans. */
export function PlanningForm({ session, settings, again }: SettingsProps): VNode {
  const { config, by, at } = settings;
  const now: PlanOptions = { ...defaultPlanOptions, ...config };
  const takeBack = (before: SettingsView["config"]): Promise<boolean> =>
    session.attempt(async () => {
      await session.client.setSettings({ ...(await session.client.settings()), config: before });
      again();
    });
  const submit = async (values: FormData): Promise<void> => {
    const isKept = await session.attempt(async () => {
      await session.client.setSettings({ ...settings, config: configOf(values, config) });
      again();
      session.notify("good", settingsWords.saved, {
        name: decisionsWords.undo,
        act: () => takeBack(config),
      });
    });
    // without a plan there are no files to plan yet
    if (isKept && session.plans.get().shown !== undefined) await session.plan();
  };
  return (
    <Card title={settingsWords.planning}>
      <p class="muted">{settingsWords.planningText}</p>
      {at !== null && (
        <p class="muted small">{say(settingsWords.lastSet, { by: whoName(by ?? ""), at: moment(at) })}</p>
      )}
      <AskingForm submit={submit} done={settingsWords.savePlan}>
        <General now={now} />
        <h3>{settingsWords.byClass}</h3>
        <div class="classes">
          {abc.map((a) =>
            xyz.map((x) => (
              <NumberField
                key={a + x}
                name={`class-${a}${x}`}
                label={a + x}
                initial={percentOf(now.serviceByClass[a + x])}
                otherwise={percentOf(now.serviceLevel)}
                range={ranges.serviceLevel}
              />
            )),
          )}
        </div>
      </AskingForm>
    </Card>
  );
}

const percentOf = (share: number | undefined): string => (share === undefined ? "" : typed(share * 100, 6));

const General = ({ now }: { readonly now: PlanOptions }): VNode => (
  <div class="form-row">
    <NumberField
      name="serviceLevel"
      label={`${settingsWords.service} (%)`}
      initial={percentOf(now.serviceLevel)}
      range={ranges.serviceLevel}
    />
    <Choice
      name="serviceType"
      label={settingsWords.serviceType}
      now={now}
      options={[
        ["fill", value("fill")],
        ["cycle", value("cycle")],
      ]}
    />
    <Choice
      name="state"
      label={settingsWords.state}
      now={now}
      options={regions.map((name) => [name, regionName(name)])}
    />
    <NumberField
      name="reviewDays"
      label={settingsWords.reviewDays}
      initial={typed(now.reviewDays, 6)}
      range={ranges.reviewDays}
    />
    <NumberField
      name="holdingRatePerYear"
      label={settingsWords.holding}
      initial={percentOf(now.holdingRatePerYear)}
      range={ranges.holdingRatePerYear}
    />
    <NumberField
      name="orderCost"
      label={settingsWords.orderCost}
      initial={typed(now.orderCost, 6)}
      range={ranges.orderCost}
    />
    <Field label={settingsWords.currency} narrow>
      <input
        name="currency"
        defaultValue={now.currency ?? ""}
        placeholder="EUR"
        maxLength={3}
        pattern="[A-Za-z]{3}"
        title={planOptionTable.currency.meaning[lang()]}
        autoComplete="off"
      />
    </Field>
    <Choice
      name="policy"
      label={settingsWords.policy}
      now={now}
      options={policyChoices.map((name) => [name, words.policyName(name, lang())])}
    />
  </div>
);

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly initial: string;
  /** What holds where the field is empty. */
  readonly otherwise?: string;
  readonly range: Range;
}

/** A field that says at once what is wrong with its number, and keeps the form from being sent with it. */
function NumberField({ name, label, initial, otherwise, range }: NumberFieldProps): VNode {
  const [fault, setFault] = useState<string>();
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
        defaultValue={initial}
        placeholder={otherwise}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${name}-fault`}
        onInput={(event) => check(event.currentTarget)}
      />
      {fault !== undefined && (
        <span class="bad" id={`${name}-fault`} role="alert">
          {fault}
        </span>
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly name: keyof PlanOptions;
  readonly label: string;
  readonly now: PlanOptions;
  readonly options: readonly (readonly [value: string, text: string])[];
}

const Choice = ({ name, label, now, options }: ChoiceProps): VNode => (
  <Field label={label}>
    <select name={name} title={words.phraseIn(planOptionTable[name].meaning, lang())}>
      {options.map(([key, text]) => (
        <option key={key} value={key} selected={now[name] === key}>
          {text}
        </option>
      ))}
    </select>
  </Field>
);

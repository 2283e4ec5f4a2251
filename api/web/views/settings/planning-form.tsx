import type { VNode } from "preact";
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
import { NumberField } from "../../parts/number-field.tsx";
import { serviceRange } from "../../parts/number-range.ts";
import type { Session } from "../../session/session.ts";
import type { SettingsView } from "../../shapes.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { settingsWords } from "../../words/settings.ts";
import { abc, configOf, xyz } from "./planning-options.ts";

/** What each field of the form takes, in the unit that it shows. */
const ranges = {
  reviewDays: { low: 0, high: 365, unit: "" },
  holdingRatePerYear: { low: 0, high: 200, unit: "%" },
  orderCost: { low: 0, high: 100_000, unit: "" },
};

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
                range={serviceRange}
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
      otherwise={percentOf(defaultPlanOptions.serviceLevel)}
      range={serviceRange}
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
      otherwise={typed(defaultPlanOptions.reviewDays, 6)}
      range={ranges.reviewDays}
    />
    <NumberField
      name="holdingRatePerYear"
      label={settingsWords.holding}
      initial={percentOf(now.holdingRatePerYear)}
      otherwise={percentOf(defaultPlanOptions.holdingRatePerYear)}
      range={ranges.holdingRatePerYear}
    />
    <NumberField
      name="orderCost"
      label={settingsWords.orderCost}
      initial={typed(now.orderCost, 6)}
      otherwise={typed(defaultPlanOptions.orderCost, 6)}
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

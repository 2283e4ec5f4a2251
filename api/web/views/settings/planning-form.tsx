import type { VNode } from "preact";
import { defaultPlanOptions, planOptionTable, regions } from "../../../../src/index.ts";
import { typedQuantity } from "../../decision/lots.ts";
import { lang, moment, say, t, value } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import type { Settings } from "../../shapes.ts";
import { fileWords } from "../../words/files.ts";
import { regionName, settingWords } from "../../words/settings.ts";

type Config = Readonly<Record<string, unknown>>;

const abc = ["A", "B", "C"] as const;
const xyz = ["X", "Y", "Z"] as const;
const policies = ["auto", "rsS", "RS", "sQ", "sS", "min-max", "need"] as const;
const mark = (): "," | "." => (lang() === "de" ? "," : ".");
const text = (x: unknown, times = 1): string =>
  typeof x === "number" ? String(Number((x * times).toPrecision(6))).replace(".", mark()) : "";

/** Options as the form gives them; what is left empty stays as it was by default. */
export function configOf(form: FormData, before: Config, decimalMark = mark()): Config {
  const numberOf = (name: string): number | undefined =>
    typedQuantity(String(form.get(name) ?? ""), decimalMark);
  const share = (name: string): number | undefined => {
    const x = numberOf(name);
    return x === undefined ? undefined : Number((x / 100).toPrecision(6));
  };
  const classes = abc.flatMap((a) => xyz.map((x) => [`${a}${x}`, share(`class-${a}${x}`)] as const));
  const given: Record<string, unknown> = {
    serviceLevel: share("serviceLevel"),
    serviceType: form.get("serviceType"),
    serviceByClass: Object.fromEntries(classes.filter(([, level]) => level !== undefined)),
    state: form.get("state"),
    reviewDays: numberOf("reviewDays"),
    holdingRatePerYear: share("holdingRatePerYear"),
    orderCost: numberOf("orderCost"),
    policy: form.get("policy"),
  };
  const set = Object.entries(given).filter(([, x]) => x !== undefined && x !== null);
  return { ...before, ...Object.fromEntries(set) };
}

export interface SettingsProps {
  readonly session: Session;
  readonly settings: Settings;
  /** Fetches the settings again. */
  readonly again: () => void;
}

/** Service targets, calendar and costs of all later plans. */
export function PlanningForm({ session, settings, again }: SettingsProps): VNode {
  const { config } = settings;
  const now: Config = { ...defaultPlanOptions, ...config };
  const byClass = (now.serviceByClass ?? {}) as Readonly<Record<string, number>>;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const form = new FormData(event.currentTarget as HTMLFormElement);
      await session.client.setSettings({ ...settings, config: configOf(form, config) });
      again();
      session.notify("good", t(settingWords.saved));
      const { shown } = session.plans.get();
      // the bundled example, or nothing yet: there are no files of the user's own to plan
      if (shown === undefined || shown.request?.uploads !== undefined) return;
      await session.client.startPlan({}, crypto.randomUUID());
      session.notify("good", t(fileWords.planStarted));
      await session.refresh();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const field = (name: string, label: string, initial: string, title = ""): VNode => (
    <label class="field narrow" key={name}>
      <span>{label}</span>
      <input name={name} inputMode="decimal" defaultValue={initial} title={title} />
    </label>
  );
  const choice = (
    name: keyof typeof planOptionTable,
    label: string,
    options: readonly (readonly [string, string])[],
  ): VNode => (
    <label class="field">
      <span>{label}</span>
      <select name={name} title={planOptionTable[name].meaning[lang()]}>
        {options.map(([key, shown]) => (
          <option key={key} value={key} selected={now[name] === key}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="card">
      <h2>{t(settingWords.planning)}</h2>
      <p class="muted">{t(settingWords.planningText)}</p>
      {settings.at !== null && (
        <p class="muted small">
          {say(settingWords.lastSet, { by: settings.by ?? "", at: moment(Date.parse(settings.at)) })}
        </p>
      )}
      <form onSubmit={submit}>
        <div class="form-row">
          {field("serviceLevel", `${t(settingWords.service)} (%)`, text(now.serviceLevel, 100))}
          {choice("serviceType", t(settingWords.serviceType), [
            ["fill", value("fill")],
            ["cycle", value("cycle")],
          ])}
          {choice(
            "state",
            t(settingWords.state),
            regions.map((name) => [name, regionName(name)] as const),
          )}
          {field("reviewDays", t(settingWords.reviewDays), text(now.reviewDays))}
          {field("holdingRatePerYear", t(settingWords.holding), text(now.holdingRatePerYear, 100))}
          {field("orderCost", t(settingWords.orderCost), text(now.orderCost))}
          {choice(
            "policy",
            t(settingWords.policy),
            policies.map((name) => [name, t(settingWords.policies[name])] as const),
          )}
        </div>
        <h3>{t(settingWords.byClass)}</h3>
        <div class="classes">
          {abc.map((a) =>
            xyz.map((x) => field(`class-${a}${x}`, `${a}${x}`, text(byClass[`${a}${x}`], 100))),
          )}
        </div>
        <div class="actions">
          <button type="submit" class="main">
            {t(settingWords.savePlan)}
          </button>
        </div>
      </form>
    </section>
  );
}

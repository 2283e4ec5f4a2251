import { say } from "../language.ts";
import type { PlanView } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { frameWords } from "../words/frame.ts";
import type { TextStorage } from "./pending.ts";

/** What of the browser's notices is used. */
export interface Notifier {
  readonly permission: string;
  ask(): Promise<string>;
  show(title: string, text: string): void;
}

/** Tells the reader through the browser, also while another window is in front, of a run that was held or failed. */
export interface NightAlert {
  /** Whether the reader wants to be told; "denied" where the browser was forbidden to, "none" where it cannot. */
  readonly alert: Store<"on" | "off" | "denied" | "none">;
  /** Asks the browser for its leave where that is missing. */
  setAlert(isOn: boolean): Promise<void>;
  /** Tells of a run, once. */
  tellOf(newest: PlanView | undefined): void;
}

const [key, toldKey] = ["bedarf.alert", "bedarf.alerted"];

/** The browser's own notices; undefined where it has none, as on a page that is not served by https. */
export const browserNotifier = (window: Window & typeof globalThis): Notifier | undefined =>
  "Notification" in window
    ? {
        get permission() {
          return window.Notification.permission;
        },
        ask: () => window.Notification.requestPermission(),
        show: (title, body) => void new window.Notification(title, { body, tag: key }),
      }
    : undefined;

export function createNightAlert(storage: TextStorage, notifier: Notifier | undefined): NightAlert {
  const stateNow = () => {
    if (notifier === undefined) return "none" as const;
    if (notifier.permission === "denied") return "denied" as const;
    return storage.getItem(key) === "on" && notifier.permission === "granted"
      ? ("on" as const)
      : ("off" as const);
  };
  const alert = createStore<"on" | "off" | "denied" | "none">(stateNow());
  return {
    alert,
    async setAlert(isOn) {
      if (isOn && notifier?.permission === "default") await notifier.ask();
      storage.setItem(key, isOn ? "on" : "off");
      alert.set(stateNow());
    },
    tellOf(newest) {
      if (notifier === undefined || newest === undefined || alert.get() !== "on") return;
      const { id, state, reason, code = "" } = newest;
      if ((state !== "held" && state !== "failed") || storage.getItem(toldKey) === id) return;
      storage.setItem(toldKey, id);
      const text = state === "held" ? frameWords.held : frameWords.failed;
      notifier.show("bedarf", say(text, { reason: reason ?? code }));
    },
  };
}

import { createStore, type Store } from "../store.ts";

/** What can be done about a notice, by a button inside it. */
interface Remedy {
  readonly name: string;
  readonly act: () => unknown;
}

/** A line at the edge of the page that says what just happened. */
interface Notice {
  readonly id: number;
  readonly kind: "good" | "warning" | "error";
  readonly text: string;
  readonly remedy?: Remedy;
}

/** What just happened, said in passing. */
export interface Notices {
  readonly notices: Store<readonly Notice[]>;
  notify(kind: Notice["kind"], text: string, remedy?: Remedy): void;
  /** Takes a notice away before its time. */
  dismiss(id: number): void;
  /** Does something for the reader: true where it went well; what goes wrong is said and comes out as false. */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
}

/** So long a notice stays, in milliseconds: longer where something can be done about it. */
const staysMs = ({ kind, remedy }: Pick<Notice, "kind" | "remedy">): number =>
  kind === "good" && remedy === undefined ? 6_000 : 20_000;

/** At most four notices, each gone after a while: good news sooner than bad. */
export function createNotices(): Notices {
  const notices = createStore<readonly Notice[]>([]);
  let next = 1;
  const dismiss = (id: number): void => notices.set((before) => before.filter((one) => one.id !== id));
  const notify: Notices["notify"] = (kind, text, remedy) => {
    const notice = { id: next++, kind, text, ...(remedy === undefined ? {} : { remedy }) };
    notices.set((before) => [...before.slice(-3), notice]);
    setTimeout(() => dismiss(notice.id), staysMs(notice));
  };
  return {
    notices,
    notify,
    dismiss,
    async attempt(work) {
      try {
        await work();
        return true;
      } catch (error) {
        notify("error", (error as Error).message);
        return false;
      }
    },
  };
}

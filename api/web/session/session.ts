import { type Client, createClient } from "../client/client.ts";
import { type Lang, preferredLang, setLang } from "../language.ts";
import { createStore, type Store } from "../store.ts";
import { createDeciding, type Deciding } from "./deciding.ts";
import { createLastRun, type LastRun } from "./last-run.ts";
import { createOwnItems, type OwnItems } from "./mine.ts";
import { createNightAlert, type NightAlert, type Notifier } from "./night-alert.ts";
import { createNotes, type ItemNotes } from "./notes.ts";
import { createNotices, type Notices } from "./notices.ts";
import { createOrderBook, type OrderBook } from "./order-book.ts";
import type { TextStorage } from "./pending.ts";
import { createPlans, type Plans } from "./plans.ts";
import { createRetry, type Retry } from "./retry.ts";
import { createStaleDecisions, type StaleDecisions } from "./stale.ts";
import { createWork, type Work } from "./work.ts";

/** What the views share: the plan, its lines and the decisions on them, whose items count, sign-in, notices. */
export interface Session
  extends Plans,
    Pick<Work, "work" | "baskets" | "supplierNames">,
    Pick<Deciding, "waiting" | "undoable" | "decide" | "undo">,
    OwnItems,
    ItemNotes,
    Pick<LastRun, "lastRun">,
    NightAlert,
    StaleDecisions,
    Notices {
  readonly book: OrderBook;
  /** Sends what waits, and looks for a newer plan and for what others ordered. */
  look(): Promise<void>;
  /** When what did not get through is tried again by itself. */
  readonly nextTry: Retry["next"];
  /** Items of the work list as it was seen last, in its order: an item's page goes through them. */
  readonly listed: Store<readonly string[]>;
  /** Files dropped outside of the view that takes them, until it does. */
  readonly dropped: Store<readonly File[]>;
  readonly client: Client;
  readonly isSignedOut: Store<boolean>;
  /** Takes up where signing in stopped the reader. */
  signedIn(): Promise<void>;
  switchLang(to: Lang): void;
}

const langKey = "bedarf.lang";

/** The language in which the page opens. */
export const openingLang = (storage: TextStorage): Lang =>
  preferredLang(storage.getItem(langKey), navigator.languages);

/** Draws everything anew in another language: every view hangs on the plans. */
function redrawIn(to: Lang, { plans }: Pick<Plans, "plans">): void {
  setLang(to);
  plans.set((before) => ({ ...before }));
}

/** What views see of the lines; only decisions change them. */
const shownOf = ({ work, baskets, supplierNames }: Work) => ({ work, baskets, supplierNames });

/** When it is looked again by itself, ever later, as long as the server does not answer or has not all that was decided. */
function lookedAgain(
  look: () => Promise<void>,
  waiting: Deciding["waiting"],
  plans: Plans["plans"],
  isSignedOut: Store<boolean>,
): Retry["next"] {
  const retry = createRetry(look);
  const settled = (): void => {
    if (waiting.get() === 0 && plans.get().error === undefined) retry.well();
    else if (!isSignedOut.get()) retry.later();
  };
  for (const store of [waiting, plans]) store.watch(settled);
  return retry.next;
}

/** Opens what the views share; nothing is fetched before the first `refresh`. */
export function createSession(fetching: typeof fetch, storage: TextStorage, notifier?: Notifier): Session {
  const isSignedOut = createStore(false);
  const client = createClient(fetching, () => isSignedOut.set(true));
  const notices = createNotices();
  const notes = createNotes(client);
  const { lastRun, loadLastRun } = createLastRun(client);
  const night = createNightAlert(storage, notifier);
  const own = createOwnItems(client, storage);
  const lines = createWork(client, (item) => deciding.pendingOf(item), own.isForAll);
  const stale = createStaleDecisions(storage);
  const book = createOrderBook(client, notices, lines, () => shown);
  const deciding: Deciding = createDeciding(client, storage, notices, lines, {
    kept: book.loadSoon,
    superseded(decision) {
      stale.add(decision);
      void plans.showNewest();
    },
  });
  let shown = "";

  async function show(plan: string | undefined): Promise<void> {
    book.loadSoon();
    if (plan === undefined) return lines.clear();
    if (plan === shown) return;
    shown = plan;
    // What was decided on the plan before and has not arrived belongs to that plan: it goes first.
    await deciding.open(plan);
    void notes.loadNotes();
    if (await lines.load(plan)) {
      deciding.flushAll();
      void loadLastRun(plans.plans.get().shown);
    } else if (shown === plan) shown = "";
  }

  const plans = createPlans(client, notices, { show, known: own.known });
  plans.plans.watch(() => night.tellOf(plans.plans.get().newest));

  const look = async (): Promise<void> => {
    if (!isSignedOut.get()) await deciding.flush().then(plans.refresh);
  };

  return {
    client,
    isSignedOut,
    ...plans,
    ...deciding,
    ...notices,
    ...own,
    ...notes,
    lastRun,
    ...night,
    listed: createStore<readonly string[]>([]),
    dropped: createStore<readonly File[]>([]),
    ...stale,
    book,
    look,
    nextTry: lookedAgain(look, deciding.waiting, plans.plans, isSignedOut),
    ...shownOf(lines),
    async signedIn() {
      isSignedOut.set(false);
      await plans.refresh();
      await deciding.flush();
    },
    switchLang(to) {
      storage.setItem(langKey, to);
      redrawIn(to, plans);
    },
  };
}

import { Fragment, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Address, linkTo, readAddress } from "./address.ts";
import type { Drawn } from "./drawn.ts";
import { Head } from "./frame/head.tsx";
import { Notices } from "./frame/notices.tsx";
import { SignIn } from "./frame/sign-in.tsx";
import { t } from "./language.ts";
import { empty, failure, link, waiting } from "./parts/basic.tsx";
import type { Session } from "./session/session.ts";
import { useStore } from "./store.ts";
import type { ViewProps } from "./view.ts";
import { Cash } from "./views/cash/cash.tsx";
import { Files } from "./views/files/files.tsx";
import { Item } from "./views/item/item.tsx";
import { KpiView } from "./views/kpis/kpis.tsx";
import { Orders } from "./views/orders/orders.tsx";
import { Settings } from "./views/settings/settings.tsx";
import { OrderSheet } from "./views/sheet/sheet.tsx";
import { Signals } from "./views/signals/signals.tsx";
import { Welcome } from "./views/welcome/welcome.tsx";
import { frameWords } from "./words/frame.ts";

const views: Readonly<Record<string, (props: ViewProps) => Drawn>> = {
  orders: Orders,
  item: Item,
  sheet: OrderSheet,
  signals: Signals,
  kpis: KpiView,
  cash: Cash,
  files: Files,
  settings: Settings,
};

/** Views that work without a plan. */
const always = new Set(["files", "settings"]);

function useAddress(): readonly [Address, ViewProps["go"]] {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const changed = (): void => setAddress(readAddress(location.hash));
    window.addEventListener("hashchange", changed);
    // the address may have changed before anybody listened
    changed();
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  const go = (to: Address, replace = false): void => {
    const hash = linkTo(to);
    if (replace) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    setAddress(readAddress(hash));
  };
  return [address, go];
}

/** The page: head, the view that the address names, sign-in and notices. */
export function App({ session }: { readonly session: Session }): Drawn {
  const [address, go] = useAddress();
  const plans = useStore(session.plans);
  const isSignedOut = useStore(session.isSignedOut);
  const name = address.view === "" ? "orders" : address.view;
  const View = views[name];
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [name, address.of]);
  const body = (): Drawn => {
    if (View === undefined)
      return empty(t(frameWords.notFound), "", link(linkTo({ view: "orders" }), t(frameWords.views.orders)));
    if (always.has(name)) return h(View, { session, address, go });
    if (plans.state === "loading") return waiting();
    if (plans.state === "failed")
      return isSignedOut ? h(Fragment, {}) : failure(plans.error ?? "", () => void session.refresh());
    if (plans.shown === undefined) return h(Welcome, { session, address, go });
    return h(View, { session, address, go, key: `${name} ${address.of ?? ""} ${plans.shown.id}` });
  };
  return h(
    Fragment,
    {},
    h(
      "a",
      {
        class: "skip",
        href: "#main",
        onClick: (event: Event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        },
      },
      t(frameWords.skip),
    ),
    h(Head, { session, view: name }),
    h("main", { id: "main", tabIndex: -1 }, body()),
    h(Notices, { session }),
    isSignedOut && h(SignIn, { session }),
  );
}

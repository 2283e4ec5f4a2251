import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Address, linkTo, readAddress } from "./address.ts";
import { Head } from "./frame/head.tsx";
import { Notices } from "./frame/notices.tsx";
import { SignIn } from "./frame/sign-in.tsx";
import { t } from "./language.ts";
import { Empty, Failure, Waiting } from "./parts/states.tsx";
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

const views: Readonly<Record<string, (props: ViewProps) => VNode>> = {
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
export function App({ session }: { readonly session: Session }): VNode {
  const [address, go] = useAddress();
  const plans = useStore(session.plans);
  const isSignedOut = useStore(session.isSignedOut);
  const name = address.view === "" ? "orders" : address.view;
  const View = views[name];
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [name, address.of]);
  const body = (): VNode | null => {
    if (View === undefined)
      return (
        <Empty title={t(frameWords.notFound)} text="">
          <a href={linkTo({ view: "orders" })}>{t(frameWords.views.orders)}</a>
        </Empty>
      );
    if (always.has(name)) return <View session={session} address={address} go={go} />;
    if (plans.state === "loading") return <Waiting />;
    if (plans.state === "failed")
      return isSignedOut ? null : <Failure why={plans.error ?? ""} again={() => void session.refresh()} />;
    if (plans.shown === undefined) return <Welcome session={session} address={address} go={go} />;
    return (
      <View
        session={session}
        address={address}
        go={go}
        key={`${name} ${address.of ?? ""} ${plans.shown.id}`}
      />
    );
  };
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t(frameWords.skip)}
      </a>
      <Head session={session} view={name} />
      <main id="main" tabIndex={-1}>
        {body()}
      </main>
      <Notices session={session} />
      {isSignedOut && <SignIn session={session} />}
    </>
  );
}

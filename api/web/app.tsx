import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Address, linkTo, readAddress } from "./address.ts";
import { Head } from "./frame/head.tsx";
import { Notices } from "./frame/notices.tsx";
import { Shortcuts } from "./frame/shortcuts.tsx";
import { SignIn } from "./frame/sign-in.tsx";
import { SkipLink } from "./frame/skip-link.tsx";
import { useDropped } from "./frame/use-dropped.ts";
import { useKeptFocus } from "./frame/use-kept-focus.ts";
import { Welcome } from "./frame/welcome.tsx";
import { Empty, Failure, Waiting } from "./parts/states.tsx";
import type { Session } from "./session/session.ts";
import { useStore } from "./store.ts";
import type { View, ViewProps } from "./view.ts";
import { views } from "./views/index.ts";
import { frameWords } from "./words/frame.ts";
import { ordersWords } from "./words/orders.ts";

const table: Readonly<Record<string, View>> = views;

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

/** The view that an address names, or what stands in its place: nothing there, nothing yet, nothing to be had. */
function Place({ session, address, go }: ViewProps): VNode | null {
  const plans = useStore(session.plans);
  const isSignedOut = useStore(session.isSignedOut);
  const view = Object.hasOwn(table, address.view) ? table[address.view] : undefined;
  if (view === undefined)
    return (
      <Empty title={frameWords.notFound} text="">
        <a href={linkTo({ view: "orders" })}>{ordersWords.title}</a>
      </Empty>
    );
  const props = { session, address, go };
  if (view.isFree) return <view.draw {...props} />;
  if (plans.state === "loading") return <Waiting />;
  if (plans.state === "failed")
    return isSignedOut ? null : <Failure why={plans.error ?? ""} again={() => void session.refresh()} />;
  if (plans.shown === undefined) return <Welcome session={session} />;
  return <view.draw {...props} key={`${address.view} ${address.of ?? ""} ${plans.shown.id}`} />;
}

/** The page: head, the view that the address names, sign-in and notices. */
export function App({ session }: { readonly session: Session }): VNode {
  const [given, go] = useAddress();
  const isSignedOut = useStore(session.isSignedOut);
  useDropped(session, go);
  useKeptFocus();
  // the language may change with the plans
  useStore(session.plans);
  const address = given.view === "" ? { ...given, view: "today" } : given;
  useEffect(() => {
    const view = Object.hasOwn(table, address.view) ? table[address.view] : undefined;
    const name = view?.name?.() ?? address.of ?? "";
    document.title = name === "" ? "bedarf" : `${name} · bedarf`;
  });
  // before the view goes to where it was left
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    // what had the focus went with the view before: keys and readers go on in the new one, not before the head
    if (!isFirst.current && document.activeElement === document.body)
      document.getElementById("main")?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [address.view, address.of]);
  return (
    <>
      <SkipLink />
      <Head session={session} view={address.view} />
      <main id="main" tabIndex={-1}>
        <Place session={session} address={address} go={go} />
      </main>
      <Notices session={session} />
      <Shortcuts session={session} />
      {isSignedOut && <SignIn session={session} />}
    </>
  );
}

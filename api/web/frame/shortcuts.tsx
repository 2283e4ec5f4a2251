import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { linkTo } from "../address.ts";
import type { Session } from "../session/session.ts";
import type { View } from "../view.ts";
import { views } from "../views/index.ts";
import { CommandMenu } from "./command-menu.tsx";
import { KeyHelp } from "./key-help.tsx";

/** Where `g` and a letter lead. */
const places = new Map(Object.entries<View>(views).map(([view, { letter }]) => [letter, view]));

/** So long `g` waits for its letter. */
const letterWithinMs = 1500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, select, textarea, dialog") !== null;

/** The keys that hold everywhere: Control+K the menu of everything, ? the keys, g and a letter a view. */
export function Shortcuts({ session }: { readonly session: Session }): VNode | null {
  const [open, setOpen] = useState<"menu" | "keys">();
  const leader = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (document.querySelector("dialog[open]") === null) setOpen("menu");
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const view = event.timeStamp - leader.current < letterWithinMs ? places.get(event.key) : undefined;
      leader.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === "?") setOpen("keys");
      else if (view !== undefined) {
        // before the list takes the letter as one of its own keys
        event.preventDefault();
        event.stopPropagation();
        location.hash = linkTo({ view });
      }
    };
    window.addEventListener("keydown", pressed, { capture: true });
    const asked = (): void => setOpen("menu");
    window.addEventListener(openMenu, asked);
    return () => {
      window.removeEventListener("keydown", pressed, { capture: true });
      window.removeEventListener(openMenu, asked);
    };
  }, []);
  const close = (): void => setOpen(undefined);
  if (open === "keys") return <KeyHelp close={close} />;
  if (open === "menu") return <CommandMenu session={session} close={close} help={() => setOpen("keys")} />;
  return null;
}

/** Name of the event that opens the menu: its button stands in the head, the menu behind everything. */
export const openMenu = "bedarf-menu";

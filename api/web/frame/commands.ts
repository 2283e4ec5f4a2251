import { words } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import { lang, saidIn } from "../language.ts";
import { foundIn } from "../session/search.ts";
import type { Session } from "../session/session.ts";
import type { View } from "../view.ts";
import { views } from "../views/index.ts";
import { decisionsWords } from "../words/decisions.ts";
import { frameWords } from "../words/frame.ts";

/** Something that the menu leads to or does. */
export interface Command {
  readonly id: string;
  /** What it is: a view, a supplier, an item, or something that is done. */
  readonly kind: keyof typeof frameWords.commandKinds;
  readonly text: string;
  readonly more?: string;
  /** Where it leads, or what it does. */
  readonly to: string | (() => void);
}

/** So many items and suppliers are offered. */
const mostFound = 8;

const named = Object.entries<View>(views).flatMap(([view, { name }]) =>
  name === undefined ? [] : [{ view, name }],
);

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** What can be done from anywhere. */
const deeds = (session: Session, help: () => void): Command[] => [
  { id: "do undo", kind: "deed", text: decisionsWords.undo, more: "u", to: () => session.undo() },
  { id: "do plan", kind: "deed", text: frameWords.planAnew, to: () => void session.plan() },
  ...words.langs
    .filter((one) => one !== lang())
    .map(
      (one): Command => ({
        id: `do language ${one}`,
        kind: "deed",
        text: saidIn(frameWords, one).thisLanguage,
        to: () => session.switchLang(one),
      }),
    ),
  { id: "do help", kind: "deed", text: frameWords.keys, more: "?", to: help },
];

/** What the menu offers for what was typed: views and deeds, then suppliers and items, all words found in each. */
export function commandsFor(session: Session, text: string, help: () => void): Command[] {
  const parts = text.toLowerCase().trim().split(/\s+/);
  const places = [
    ...named.map(
      ({ view, name }): Command => ({
        id: `view ${view}`,
        kind: "view",
        text: name(),
        to: linkTo({ view }),
      }),
    ),
    ...deeds(session, help),
  ].filter((command) => hasAll(command.text.toLowerCase(), parts));
  if (text.trim() === "") return places;
  const numbers = new Set([...session.supplierNames.get().keys(), ...session.baskets.get().keys()]);
  const suppliers = [...numbers]
    .map((supplier) => ({ supplier, name: session.supplierNames.get().get(supplier) ?? supplier }))
    .filter(({ supplier, name }) => hasAll(`${supplier}\n${name}`.toLowerCase(), parts))
    .slice(0, mostFound)
    .map(
      ({ supplier, name }): Command => ({
        id: `supplier ${supplier}`,
        kind: "supplier",
        text: name,
        more: supplier,
        to: linkTo({ view: "orders", settings: { supplier } }),
      }),
    );
  const items: Command[] = [];
  const { lines } = session.work.get();
  for (const place of (foundIn(lines, text) ?? []).slice(0, mostFound)) {
    const line = lines[place];
    if (line === undefined) continue;
    const { item, name = "" } = line;
    items.push({
      id: `item ${item}`,
      kind: "item",
      text: name === "" ? item : name,
      more: name === "" ? "" : item,
      to: linkTo({ view: "item", of: item }),
    });
  }
  return [...places, ...suppliers, ...items];
}

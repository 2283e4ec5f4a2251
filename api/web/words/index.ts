import type { words } from "../../../src/index.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

/** What the page says of itself in a language: the form of the English folder. */
export type PageWords = typeof en;

/** The languages of the page, those of the engine; a new one is a folder like `en` and its lines here. */
export const pageWords: Readonly<Record<words.Lang, PageWords>> = { de, en };

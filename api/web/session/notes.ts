import type { Client } from "../client/client.ts";
import { createStore, type Store } from "../store.ts";

/** What people wrote about items: kept on the server beside the answers, so that every later plan shows it. */
export interface ItemNotes {
  readonly notes: Store<ReadonlyMap<string, string>>;
  loadNotes(): Promise<void>;
  /** Writes a note; an empty one takes it away. */
  setNote(item: string, text: string): Promise<void>;
}

/** A note has the form of an answer to a question that no file asks. */
const prefix = "note:";

/** So long a note may be; the server takes no longer answer. */
export const mostNoteChars = 300;

export const isNote = (question: string): boolean => question.startsWith(prefix);

const notesOf = (answers: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(answers)
      .filter(([question]) => isNote(question))
      .map(([question, text]) => [question.slice(prefix.length), text]),
  );

export function createNotes(client: Client): ItemNotes {
  const notes = createStore<ReadonlyMap<string, string>>(new Map());
  return {
    notes,
    async loadNotes() {
      // a note is an extra: without it the lines stand all the same
      try {
        notes.set(notesOf((await client.answers()).answers));
      } catch {
        // they come with the next plan
      }
    },
    async setNote(item, text) {
      const note = text.trim().slice(0, mostNoteChars);
      await client.answer({ [`${prefix}${item}`]: note === "" ? null : note });
      notes.set((before) => {
        const next = new Map(before);
        if (note === "") next.delete(item);
        else next.set(item, note);
        return next;
      });
    },
  };
}

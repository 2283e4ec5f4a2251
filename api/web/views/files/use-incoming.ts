import { useState } from "preact/hooks";
import { say } from "../../language.ts";
import { fieldName } from "../../names.ts";
import type { Session } from "../../session/session.ts";
import { filesWords } from "../../words/files.ts";
import {
  besides,
  columnAnswer,
  columnQuestion,
  examine,
  type Incoming,
  isKind,
  placeOf,
} from "./incoming.ts";

/** Files on their way in, and what can be done with them. */
export interface IncomingFiles {
  readonly incoming: readonly Incoming[];
  add(files: readonly File[]): void;
  remove(of: Incoming): void;
  setKind(of: Incoming, kind: string): void;
  /** Says what a column means, for this and all later files with the same headings; "": nothing. */
  correct(of: Incoming, column: number, field: string): Promise<unknown>;
  /** Answers a question about a file, for this and all later ones like it. */
  answer(of: Incoming, question: string, candidate: string): Promise<unknown>;
  /** Says which sheet of a workbook is read ("all": every one that holds the table), for this and all later ones with such sheets. */
  chooseSheet(of: Incoming, sheet: string): Promise<unknown>;
  /** Imports all that were understood: true where none failed. */
  take(): Promise<boolean>;
  /** Puts away what was imported. */
  clear(): void;
}

/** The answer that gives a column its meaning, or takes it away. */
function answerTo({ understood }: Incoming, column: number, field: string): Record<string, string | null> {
  const inspection = understood?.inspection;
  const named = inspection?.columns[column];
  if (inspection === undefined || named === undefined) return {};
  return field === "" && named.field !== null
    ? { [columnQuestion(named.field, inspection)]: null }
    : { [columnQuestion(field, inspection)]: columnAnswer(named) };
}

let nextKey = 1;

/** Keeps files from dropping to importing. */
export function useIncoming({ client, notify, attempt }: Session): IncomingFiles {
  const [incoming, setIncoming] = useState<readonly Incoming[]>([]);
  const put = (next: Incoming): void =>
    setIncoming((before) => before.map((one) => (one.key === next.key ? next : one)));
  const read = (of: Incoming): Promise<void> => examine(client, { ...of, state: "reading" }, put);

  /** Reads a file, and what else a workbook holds as one more. */
  const examineAll = async (of: Incoming): Promise<void> => {
    let seen = of;
    await examine(client, of, (next) => {
      seen = next;
      put(next);
    });
    if (seen.state !== "understood") return;
    const more = await besides(client, seen, nextKey++);
    if (more === undefined) return;
    setIncoming((before) => before.flatMap((one) => (one.key === of.key ? [one, more] : [one])));
    await examine(client, more, put);
  };

  const importOne = async (one: Incoming): Promise<boolean> => {
    put({ ...one, state: "importing" });
    try {
      const { report, wasKnown } = await client.upload(one.file, one.name, placeOf(one));
      put({ ...one, state: "imported", report });
      notify("good", say(wasKnown ? filesWords.known : filesWords.imported, { file: one.name }));
      return true;
    } catch (error) {
      put({ ...one, state: "failed", error: (error as Error).message });
      return false;
    }
  };

  return {
    incoming,
    add(files) {
      const added = files.map(
        (file): Incoming => ({ key: nextKey++, name: file.name, file, state: "reading", kind: "" }),
      );
      setIncoming((before) => [...before, ...added]);
      for (const one of added) void examineAll(one);
    },
    remove: ({ key }) => setIncoming((before) => before.filter((one) => one.key !== key)),
    setKind: (of, kind) => void read({ ...of, kind }),
    correct: (of, column, field) =>
      attempt(async () => {
        await client.answer(answerTo(of, column, field));
        const header = of.understood?.inspection.columns[column]?.header ?? "";
        if (field !== "")
          notify("good", say(filesWords.corrected, { column: header, field: fieldName(field) }));
        await read(of);
      }),
    answer: (of, question, candidate) =>
      attempt(async () => {
        await client.answer({ [question]: candidate });
        await read(of);
      }),
    chooseSheet: (of, sheet) =>
      attempt(async () => {
        const id = of.understood?.inspection.sheetQuestion;
        if (id !== undefined) await client.answer({ [id]: sheet });
        await read(of);
      }),
    async take() {
      let isGood = true;
      for (const one of incoming.filter(({ state, kind }) => state === "understood" && isKind(kind)))
        isGood = (await importOne(one)) && isGood;
      return isGood;
    },
    clear: () => setIncoming((before) => before.filter(({ state }) => state !== "imported")),
  };
}

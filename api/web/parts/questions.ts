import { h } from "preact";
import { words } from "../../../src/index.ts";
import type { Drawn } from "../drawn.ts";
import { lang, t, value } from "../language.ts";
import type { Session } from "../session.ts";
import type { OpenQuestion } from "../shapes.ts";
import { fieldName } from "../words/fields.ts";
import { fileWords } from "../words/files.ts";
import { button } from "./basic.ts";

export interface QuestionsProps {
  readonly session: Session;
  readonly asked: readonly OpenQuestion[];
  readonly again: () => void;
  readonly replan: () => void;
}

/** Questions that the files raised, each to be settled with one click. */
export function Questions({ session, asked, again, replan }: QuestionsProps): Drawn | null {
  const open = asked.filter((question) => question.answer === null);
  if (open.length === 0) return null;
  const answer = async (id: string, candidate: string): Promise<void> => {
    try {
      await session.client.answer({ [id]: candidate });
      session.notify("good", t(fileWords.answered));
      again();
      if (open.length === 1) replan();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const named = (candidate: string) =>
    fieldName(candidate) === candidate ? value(candidate) : fieldName(candidate);
  return h(
    "section",
    { class: "card question" },
    h("h2", {}, t(fileWords.questions)),
    h(
      "ul",
      { class: "plain" },
      open.map(({ id, candidates, issue }) =>
        h(
          "li",
          { key: id },
          h("p", {}, words.issueSentence(issue, lang())),
          h(
            "div",
            { class: "row" },
            candidates
              .slice(0, 12)
              .map((candidate) =>
                button(named(candidate), () => void answer(id, candidate), { key: candidate }),
              ),
          ),
        ),
      ),
    ),
  );
}

import { h } from "preact";
import type { Drawn } from "../../drawn.ts";
import { say, t, value, whole } from "../../language.ts";
import { button } from "../../parts/basic.tsx";
import type { Session } from "../../session/session.ts";
import type { OpenQuestion } from "../../shapes.ts";
import { fieldName } from "../../words/fields.ts";
import { fileWords, pageSentence } from "../../words/files.ts";

/** So many questions of a kind are asked one by one. */
const few = 4;

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
  const answer = async (ids: readonly string[], candidate: string): Promise<void> => {
    try {
      await session.client.answer(Object.fromEntries(ids.map((id) => [id, candidate])));
      session.notify("good", t(fileWords.answered));
      again();
      if (open.length === ids.length) replan();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const named = (candidate: string) =>
    fieldName(candidate) === candidate ? value(candidate) : fieldName(candidate);
  const one = ({ id, candidates, issue }: OpenQuestion): Drawn =>
    h(
      "li",
      { key: id },
      h("p", {}, pageSentence(issue)),
      h(
        "div",
        { class: "row" },
        candidates
          .slice(0, 12)
          .map((candidate) =>
            button(named(candidate), () => void answer([id], candidate), { key: candidate }),
          ),
      ),
    );
  // Many questions of the same kind are answered at once, or one by one.
  const groups = [...Map.groupBy(open, ({ code, candidates }) => `${code} ${candidates.join(" ")}`).values()];
  const group = (of: readonly OpenQuestion[]): Drawn | Drawn[] => {
    const [first] = of;
    if (first === undefined || of.length <= few) return of.map(one);
    return h(
      "li",
      { key: first.id },
      h("p", {}, pageSentence(first.issue)),
      h(
        "div",
        { class: "row" },
        first.candidates.slice(0, 12).map((candidate) =>
          button(
            say(fileWords.answerAll, { count: whole(of.length), answer: named(candidate) }),
            () =>
              void answer(
                of.map(({ id }) => id),
                candidate,
              ),
            { key: candidate },
          ),
        ),
      ),
      h(
        "details",
        {},
        h("summary", {}, say(fileWords.single, { count: whole(of.length) })),
        h("ul", { class: "plain" }, of.map(one)),
      ),
    );
  };
  return h(
    "section",
    { class: "card question" },
    h("h2", {}, t(fileWords.questions)),
    h("ul", { class: "plain" }, groups.map(group)),
  );
}

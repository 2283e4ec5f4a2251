import type { VNode } from "preact";
import { say, t, value, whole } from "../../language.ts";
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
export function Questions({ session, asked, again, replan }: QuestionsProps): VNode | null {
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
  const one = ({ id, candidates, issue }: OpenQuestion): VNode => (
    <li key={id}>
      <p>{pageSentence(issue)}</p>
      <div class="row">
        {candidates.slice(0, 12).map((candidate) => (
          <button type="button" onClick={() => void answer([id], candidate)} key={candidate}>
            {named(candidate)}
          </button>
        ))}
      </div>
    </li>
  );
  // Many questions of the same kind are answered at once, or one by one.
  const groups = [...Map.groupBy(open, ({ code, candidates }) => `${code} ${candidates.join(" ")}`).values()];
  const group = (of: readonly OpenQuestion[]): VNode | VNode[] => {
    const [first] = of;
    if (first === undefined || of.length <= few) return of.map(one);
    return (
      <li key={first.id}>
        <p>{pageSentence(first.issue)}</p>
        <div class="row">
          {first.candidates.slice(0, 12).map((candidate) => (
            <button
              type="button"
              onClick={() =>
                void answer(
                  of.map(({ id }) => id),
                  candidate,
                )
              }
              key={candidate}
            >
              {say(fileWords.answerAll, { count: whole(of.length), answer: named(candidate) })}
            </button>
          ))}
        </div>
        <details>
          <summary>{say(fileWords.single, { count: whole(of.length) })}</summary>
          <ul class="plain">{of.map(one)}</ul>
        </details>
      </li>
    );
  };
  return (
    <section class="card question">
      <h2>{t(fileWords.questions)}</h2>
      <ul class="plain">{groups.map(group)}</ul>
    </section>
  );
}

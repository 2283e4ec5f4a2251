import type { VNode } from "preact";
import { say, whole } from "../../language.ts";
import { answerName, pageSentence } from "../../names.ts";
import type { Session } from "../../session/session.ts";
import type { OpenQuestion } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";

/** So many questions of a kind are asked one by one, and so many answers are offered to each. */
const [few, mostAnswers] = [4, 12];

interface QuestionsProps {
  readonly session: Session;
  readonly asked: readonly OpenQuestion[];
  readonly again: () => void;
}

type Answer = (questions: readonly OpenQuestion[], candidate: string) => void;

/** Questions that the files raised, each to be settled with one click; the last answer plans anew. */
export function Questions({ session, asked, again }: QuestionsProps): VNode | null {
  const open = asked.filter((question) => question.answer === null);
  if (open.length === 0) return null;
  const answer: Answer = (questions, candidate) =>
    void session.attempt(async () => {
      await session.client.answer(Object.fromEntries(questions.map(({ id }) => [id, candidate])));
      session.notify("good", filesWords.answered);
      again();
      if (open.length === questions.length) void session.plan();
    });
  // Many questions of the same kind are answered at once, or one by one.
  const groups = [...Map.groupBy(open, ({ code, candidates }) => `${code} ${candidates.join(" ")}`).values()];
  return (
    <section class="card question">
      <h2>{filesWords.questions}</h2>
      <ul class="plain">
        {groups.map((group) =>
          group.length > few ? (
            <QuestionGroup key={group[0].id} questions={group} answer={answer} />
          ) : (
            group.map((one) => <Question key={one.id} of={one} answer={answer} />)
          ),
        )}
      </ul>
    </section>
  );
}

interface QuestionProps {
  readonly of: OpenQuestion;
  readonly answer: Answer;
}

const Question = ({ of, answer }: QuestionProps): VNode => (
  <li>
    <p>{pageSentence(of.issue)}</p>
    <div class="row">
      {of.candidates.slice(0, mostAnswers).map((candidate) => (
        <button type="button" key={candidate} onClick={() => answer([of], candidate)}>
          {answerName(candidate)}
        </button>
      ))}
    </div>
  </li>
);

interface QuestionGroupProps {
  /** Questions of one kind with the same answers. */
  readonly questions: readonly OpenQuestion[];
  readonly answer: Answer;
}

function QuestionGroup({ questions, answer }: QuestionGroupProps): VNode {
  const [first] = questions;
  const count = whole(questions.length);
  return (
    <li>
      <p>{pageSentence(first.issue)}</p>
      <div class="row">
        {first.candidates.slice(0, mostAnswers).map((candidate) => (
          <button type="button" key={candidate} onClick={() => answer(questions, candidate)}>
            {say(filesWords.answerAll, { count, answer: answerName(candidate) })}
          </button>
        ))}
      </div>
      <details>
        <summary>{say(filesWords.single, { count })}</summary>
        <ul class="plain">
          {questions.map((one) => (
            <Question key={one.id} of={one} answer={answer} />
          ))}
        </ul>
      </details>
    </li>
  );
}

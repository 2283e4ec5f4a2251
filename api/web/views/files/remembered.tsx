import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { date, value } from "../../language.ts";
import { answerName, pageSentence, rememberedName } from "../../names.ts";
import { Select } from "../../parts/select.tsx";
import { isNote } from "../../session/notes.ts";
import type { Session } from "../../session/session.ts";
import type { Answers } from "../../shapes.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { filesWords } from "../../words/files.ts";
import { signalsWords } from "../../words/signals.ts";

interface RememberedProps {
  readonly session: Session;
  readonly answers: Answers;
  readonly again: () => void;
}

/** What was answered once and holds for all later files and plans: to be seen, changed and taken back. */
export function Remembered({
  session,
  answers: { answers, questions },
  again,
}: RememberedProps): VNode | null {
  const given = Object.entries(answers).filter(([id]) => !isNote(id));
  if (given.length === 0) return null;
  const asked = new Map(questions.map((question) => [question.id, question]));
  const set = (id: string, to: string | null): Promise<boolean> =>
    session.attempt(async () => {
      const before = answers[id] ?? null;
      await session.client.answer({ [id]: to });
      again();
      session.notify("good", filesWords.answerChanged, {
        name: decisionsWords.undo,
        act: () => session.attempt(() => session.client.answer({ [id]: before }).then(again)),
      });
    });
  return (
    <details class="card">
      <summary>{`${filesWords.rememberedTitle} (${given.length})`}</summary>
      <p class="muted small">{filesWords.rememberedText}</p>
      <ul class="plain">
        {given.map(([id, answer]) => {
          const question = asked.get(id);
          return (
            <li key={id} class="row between">
              <span>
                {question === undefined ? <Unasked id={id} answer={answer} /> : pageSentence(question.issue)}
              </span>
              <span class="row">
                {question !== undefined && (
                  <Select
                    label={filesWords.answer}
                    value={answer}
                    options={question.candidates.map((one) => [one, answerName(one)] as const)}
                    choose={(to) => void set(id, to)}
                  />
                )}
                <button type="button" onClick={() => void set(id, null)}>
                  {filesWords.takeBack}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** An answer that no file asks for any more: about a signal, or about a column of files that are gone. */
function Unasked({ id, answer }: { readonly id: string; readonly answer: string }): VNode {
  const [, kind = "", at = "", item = ""] = /^signal:([^:]*):([^:]*):(.*)$/s.exec(id) ?? [];
  if (kind === "") return <>{`${rememberedName(id)}: ${answerName(answer)}`}</>;
  return (
    <>
      <a href={linkTo({ view: "signals", settings: { item } })}>{item}</a>
      {` · ${value(kind)} ${date(at)}: ${stateOf(answer)}`}
    </>
  );
}

/** What an answer about a signal says, without the size that it keeps. */
function stateOf(answer: string): string {
  const said = answer.split(/[:@]/)[0];
  const { confirmed, closed, snoozed } = signalsWords.states;
  return said === "confirmed" ? confirmed : said === "closed" ? closed : snoozed;
}

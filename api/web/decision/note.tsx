import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { FormDialog } from "../parts/form-dialog.tsx";
import { mostNoteChars } from "../session/notes.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { decisionsWords } from "../words/decisions.ts";

interface NoteProps {
  readonly session: Session;
  readonly item: string;
}

/** The note on an item, and the way to write it; every later plan shows it. */
export function Note({ session, item }: NoteProps): VNode {
  const text = useStore(session.notes).get(item) ?? "";
  const [isOpen, open] = useState(false);
  return (
    <div class="item-note">
      {text !== "" && <p class="note">{text}</p>}
      <button type="button" class="link" onClick={() => open(true)}>
        {text === "" ? decisionsWords.addNote : decisionsWords.changeNote}
      </button>
      {isOpen && <NoteDialog session={session} item={item} close={() => open(false)} />}
    </div>
  );
}

/** Writes the note on an item. */
export function NoteDialog({ session, item, close }: NoteProps & { readonly close: () => void }): VNode {
  const before = session.notes.get().get(item) ?? "";
  const [text, setText] = useState(before);
  const save = async (): Promise<void> => {
    const isKept = await session.attempt(() => session.setNote(item, text));
    if (!isKept) return;
    session.notify("good", decisionsWords.noteKept, {
      name: decisionsWords.undo,
      act: () => session.attempt(() => session.setNote(item, before)),
    });
    close();
  };
  return (
    <FormDialog
      title={`${decisionsWords.note}: ${item}`}
      done={decisionsWords.save}
      submit={() => void save()}
      close={close}
    >
      <label class="field">
        <span>{decisionsWords.noteText}</span>
        <textarea
          rows={4}
          data-focus
          maxLength={mostNoteChars}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
    </FormDialog>
  );
}

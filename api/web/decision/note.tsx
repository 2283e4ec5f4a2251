import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { mostNoteChars } from "../session/notes.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";

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
        {text === "" ? t.decisions.addNote : t.decisions.changeNote}
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
    session.notify("good", t.decisions.noteKept, {
      name: t.decisions.undo,
      act: () => session.attempt(() => session.setNote(item, before)),
    });
    close();
  };
  return (
    <FormDialog
      title={`${t.decisions.note}: ${item}`}
      done={t.decisions.save}
      submit={() => void save()}
      close={close}
    >
      <label class="field">
        <span>{t.decisions.noteText}</span>
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

import type { VNode } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import type { Session } from "../session/session.ts";
import { frameWords } from "../words/frame.ts";
import { type Command, commandsFor } from "./commands.ts";

interface CommandMenuProps {
  readonly session: Session;
  readonly close: () => void;
  /** Opens the list of keys and figures. */
  readonly help: () => void;
}

/** Everything by its name: views, suppliers, items and what can be done, found while one types. */
export function CommandMenu({ session, close, help }: CommandMenuProps): VNode {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = commandsFor(session, text, help);
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    close();
    if (typeof command.to === "string") location.hash = command.to;
    else command.to();
  };
  const pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) run(found[chosen]);
    else setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
  };
  useLayoutEffect(() => {
    document.getElementById(`command-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <Dialog title={frameWords.commands} close={close}>
      <input
        class="command-input"
        type="text"
        data-focus
        autoComplete="off"
        aria-label={frameWords.commandHint}
        aria-controls="commands"
        aria-activedescendant={chosen < 0 ? undefined : `command-${chosen}`}
        placeholder={frameWords.commandHint}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div class="commands" id="commands" role="listbox" tabIndex={-1} aria-label={frameWords.commands}>
        {found.map((command, k) => (
          <div
            key={command.id}
            id={`command-${k}`}
            role="option"
            tabIndex={-1}
            aria-selected={k === chosen}
            onClick={() => run(command)}
          >
            <span class="muted small">{frameWords.commandKinds[command.kind]}</span>
            <span>{command.text}</span>
            <span class="muted small">{command.more ?? ""}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="muted">{frameWords.commandNone}</p>}
    </Dialog>
  );
}

import type { VNode } from "preact";
import { NoteDialog } from "../../decision/note.tsx";
import { say, whole } from "../../language.ts";
import { PlaceDialog } from "../../parts/place-dialog.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { bookWords } from "../../words/book.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import type { Asking, OrderActions } from "./actions.ts";
import { EffectDialog } from "./effect-dialog.tsx";

interface AskedProps {
  readonly session: Session;
  readonly asking: Asking;
  /** The current line. */
  readonly line: WorkLine | undefined;
  readonly actions: OrderActions;
  readonly keep: (item: string) => void;
  readonly close: () => void;
}

/** The dialog of what the list asks about. */
export function Asked({ session, asking, line, actions, keep, close }: AskedProps): VNode | null {
  if (asking.about === "accept")
    return <AcceptDialog lines={asking.lines} accept={actions.acceptAll} close={close} />;
  if (asking.about === "place")
    return (
      <PlaceDialog
        title={`${bookWords.place}: ${say(bookWords.lines, { count: whole(asking.orders.length) })}`}
        close={close}
        place={(note) => void actions.ordered(asking.orders, note)}
      />
    );
  if (line === undefined || asking.about === "quantity") return null;
  if (asking.about === "note") return <NoteDialog session={session} item={line.item} close={close} />;
  return (
    <EffectDialog
      session={session}
      line={line}
      action={asking.about}
      typedText={asking.typedText}
      close={close}
      keep={() => keep(line.item)}
    />
  );
}

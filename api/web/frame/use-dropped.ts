import { useEffect } from "preact/hooks";
import type { Session } from "../session/session.ts";
import type { ViewProps } from "../view.ts";

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

/** Files dropped anywhere on the page are taken in; else the browser would open them and leave the page. */
export function useDropped(session: Session, go: ViewProps["go"]): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      session.dropped.set([...(event.dataTransfer?.files ?? [])]);
      go({ view: "files", settings: {} });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [session]);
}

import { h } from "preact";
import { useState } from "preact/hooks";
import type { Drawn } from "../../drawn.ts";
import { t } from "../../language.ts";
import { fileWords } from "../../words/files.ts";

/** Takes files by drag and drop, or by the browser's own choice. */
export function DropZone({ add }: { readonly add: (files: readonly File[]) => void }): Drawn {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return h(
    "div",
    {
      class: `drop${isOver ? " over" : ""}`,
      onDragOver: over,
      onDragEnter: over,
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setIsOver(false);
        add([...(event.dataTransfer?.files ?? [])]);
      },
    },
    h("strong", {}, t(fileWords.drop)),
    h(
      "label",
      { class: "button" },
      t(fileWords.choose),
      h("input", {
        type: "file",
        multiple: true,
        class: "sr",
        onChange: (event: Event) => {
          const input = event.currentTarget as HTMLInputElement;
          add([...(input.files ?? [])]);
          input.value = "";
        },
      }),
    ),
  );
}

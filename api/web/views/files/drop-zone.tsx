import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { filesWords } from "../../words/files.ts";

/** Takes files by drag and drop, or by the browser's own choice. */
export function DropZone({ add }: { readonly add: (files: readonly File[]) => void }): VNode {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      class={`drop${isOver ? " over" : ""}`}
      onDragOver={over}
      onDragEnter={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <strong>{filesWords.drop}</strong>
      <label class="button">
        {filesWords.choose}
        <input
          type="file"
          multiple
          class="sr"
          onChange={(event) => {
            const input = event.currentTarget;
            add([...(input.files ?? [])]);
            input.value = "";
          }}
        />
      </label>
    </div>
  );
}

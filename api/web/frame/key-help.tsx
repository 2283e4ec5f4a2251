import type { VNode } from "preact";
import { Dialog } from "../parts/dialog.tsx";
import type { View } from "../view.ts";
import { views } from "../views/index.ts";
import { frameWords } from "../words/frame.ts";

interface KeyHelpProps {
  readonly close: () => void;
}

/** The keys that lead to a view, and its name. */
const toViews = () =>
  Object.values<View>(views).flatMap(({ letter, name }) =>
    letter === undefined || name === undefined ? [] : [[`g ${letter}`, name()] as const],
  );

/** All keys in one place. */
export const KeyHelp = ({ close }: KeyHelpProps): VNode => (
  <Dialog title={frameWords.keys} close={close}>
    <dl class="key-list">
      {[...frameWords.keyList, ...toViews()].map(([keys, does]) => (
        <div key={keys}>
          <dt>
            {keys.split(" ").map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <div class="actions">
      <button type="button" data-focus onClick={close}>
        {frameWords.close}
      </button>
    </div>
  </Dialog>
);

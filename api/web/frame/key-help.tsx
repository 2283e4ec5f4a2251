import type { VNode } from "preact";
import { t } from "../language.ts";
import { Dialog } from "../parts/dialog.tsx";

interface KeyHelpProps {
  readonly close: () => void;
}

/** All keys in one place. */
export const KeyHelp = ({ close }: KeyHelpProps): VNode => (
  <Dialog title={t.frame.keys} close={close}>
    <dl class="key-list">
      {t.frame.keyList.map(([keys, does]) => (
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
        {t.frame.close}
      </button>
    </div>
  </Dialog>
);

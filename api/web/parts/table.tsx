import type { ComponentChildren, VNode } from "preact";

/** Heading of a column: its text, with "n" that of a column of numbers; "" leaves the place free. */
export type Head = string | readonly [text: string, kind: "n"];

interface TableProps {
  readonly heads: readonly Head[];
  readonly class?: string;
  readonly caption?: string;
  /** The rows of the body. */
  readonly children: ComponentChildren;
  /** Rows below a line. */
  readonly foot?: ComponentChildren;
}

function headCell(head: Head): VNode {
  if (head === "") return <td />;
  const [text, kind] = typeof head === "string" ? [head, undefined] : head;
  return (
    <th key={text} scope="col" class={kind}>
      {text}
    </th>
  );
}

/** A table with a row of headings. */
export const Table = ({ heads, caption, children, foot, ...more }: TableProps): VNode => (
  <table {...more}>
    {caption !== undefined && <caption>{caption}</caption>}
    <thead>
      <tr>{heads.map(headCell)}</tr>
    </thead>
    <tbody>{children}</tbody>
    {foot !== undefined && <tfoot>{foot}</tfoot>}
  </table>
);

interface WideTableProps extends TableProps {
  /** What the table is about, for those who cannot see it. */
  readonly label: string;
}

/** A table that scrolls within its place where it is wider, by keys too. */
export const WideTable = ({ label, ...table }: WideTableProps): VNode => (
  <div class="scroll" tabIndex={0} role="region" aria-label={label}>
    <Table {...table} />
  </div>
);

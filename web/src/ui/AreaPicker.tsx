import { useQueryClient } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useEffect, useState } from 'react';
import { api, data, type Schema } from '../api/client';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { words } from './words';

type Child = Schema['AreaChoice'];
export type AreaLevel = Child['level'];

interface TreeNode {
  value: string;
  title: string;
  isLeaf: boolean;
  level: AreaLevel;
  pId: string;
  id: string;
}

const nodeOf = (child: Child, parent: string): TreeNode => ({
  id: child.code,
  pId: parent,
  value: child.code,
  title: child.name,
  isLeaf: child.leaf,
  level: child.level,
});

/** The nodes where only areas of one level may be chosen: those above lead there, and nothing below is offered. */
export function onlyOf<Node extends { level: AreaLevel; isLeaf: boolean }>(
  level: AreaLevel | undefined,
  nodes: readonly Node[],
  smallest = false,
): (Node & { selectable: boolean })[] {
  return nodes.map((node) => ({
    ...node,
    selectable: smallest ? node.isLeaf : level === undefined || node.level === level,
    isLeaf: node.isLeaf || node.level === level,
  }));
}

/** The digits of an area's code that all areas inside it share: 220102000000 → 220102. */
export function sharedDigits(code: string): string {
  const length = [2, 4, 6, 9].find((digits) => /^0*$/.test(code.slice(digits))) ?? code.length;
  return code.slice(0, length);
}

interface Props {
  /** Code of the chosen area. */
  value?: string | undefined;
  onChange?: (code: string | undefined) => void;
  /** Named by the field's label. */
  id?: string;
  placeholder?: string;
  /** Only areas of this level may be chosen. */
  level?: AreaLevel | undefined;
  /** Only areas may be chosen in which no other lies: where people live. */
  smallest?: boolean;
  disabled?: boolean;
}

/** Chooses an area out of those in the user's scope; each level is read when it is opened. */
export function AreaPicker({ value, onChange, id, placeholder, level, smallest = false, disabled }: Props) {
  const w = useWords(words);
  const client = useQueryClient();
  const [nodes, setNodes] = useState<TreeNode[]>([]);
  const [problem, setProblem] = useState<unknown>();

  const read = async (parent: string) => {
    try {
      const children = await client.query({
        queryKey: ['areas', parent],
        staleTime: 10 * 60_000,
        queryFn: () => data(api.GET('/api/areas', { params: { query: parent ? { parent } : {} } })),
      });
      setNodes((known) => {
        const codes = new Set(known.map((node) => node.id));
        return [...known, ...children.filter((c) => !codes.has(c.code)).map((c) => nodeOf(c, parent))];
      });
      setProblem(undefined);
      // An area that was chosen before is shown by its name: the way down to it is read as well.
      const towards = children.find((c) => !c.leaf && c.code !== value && value?.startsWith(sharedDigits(c.code)));
      if (towards) {
        await read(towards.code);
      }
    } catch (refused) {
      setProblem(refused);
    }
  };
  useEffect(() => {
    void read('');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the roots are read once
  }, []);

  if (problem !== undefined) {
    return <ProblemAlert problem={problem} retry={() => void read('')} />;
  }
  return (
    <TreeSelect<string | undefined, TreeNode>
      {...(id && { id })}
      value={value}
      onChange={(code) => onChange?.(code)}
      treeDataSimpleMode={{ id: 'id', pId: 'pId', rootPId: '' }}
      treeData={onlyOf(level, nodes, smallest)}
      loadData={(node) => read(String(node.value))}
      placeholder={placeholder ?? w.areaPlaceholder}
      allowClear
      {...(disabled !== undefined && { disabled })}
      {...((level || smallest) && { treeExpandAction: 'click' as const })}
      className="area-picker"
    />
  );
}

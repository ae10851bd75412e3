import { useQueryClient } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useEffect, useRef, useState, type ComponentRef } from 'react';
import { api, data, type Schema } from '../api/client';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { words } from './words';

type Child = Schema['AreaChoice'];
export type AreaLevel = Child['level'];
type TreeRef = ComponentRef<typeof TreeSelect>;

interface TreeNode {
  value: string;
  title: string;
  isLeaf: boolean;
  level: AreaLevel;
  /** Its name after those of the areas around it, without the province's. */
  path: string;
  pId: string;
  id: string;
}

const nodeOf = (child: Child, parent: string, around: string): TreeNode => ({
  id: child.code,
  pId: parent,
  value: child.code,
  title: child.name,
  isLeaf: child.leaf,
  level: child.level,
  path: around + child.name,
});

/** What the paths of the areas inside one begin with. */
const around = ({ level, path }: Pick<TreeNode, 'level' | 'path'>): string => (level === 'PROVINCE' ? '' : path);

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

/** The codes of the areas around one, from the widest: 220102001000 → 220000000000, 220100000000, 220102000000. */
export function codesAround(code: string): string[] {
  return [2, 4, 6, 9]
    .filter((digits) => digits < sharedDigits(code).length)
    .map((digits) => code.slice(0, digits).padEnd(code.length, '0'));
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
  /** Areas of the whole province, not only of the user's scope; the chosen one is shown with those around it. */
  everywhere?: boolean;
  /** Code of an area that the list opens at. */
  near?: string;
  disabled?: boolean;
}

/** Chooses an area, by default out of those in the user's scope; each level is read when it is opened. */
export function AreaPicker({
  value,
  onChange,
  id,
  placeholder,
  level,
  smallest = false,
  everywhere = false,
  near,
  disabled,
}: Props) {
  const w = useWords(words);
  const client = useQueryClient();
  const [nodes, setNodes] = useState<TreeNode[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const tree = useRef<TreeRef>(null);
  const opened = near === undefined ? [] : codesAround(near);

  const read = async (parent: string, before: string) => {
    try {
      const children = await client.query({
        queryKey: ['areas', everywhere, parent],
        staleTime: 10 * 60_000,
        queryFn: () => data(api.GET('/api/areas', { params: { query: { ...(parent && { parent }), everywhere } } })),
      });
      setNodes((known) => {
        const codes = new Set(known.map((node) => node.id));
        return [...known, ...children.filter((c) => !codes.has(c.code)).map((c) => nodeOf(c, parent, before))];
      });
      setProblem(undefined);
      // An area that was chosen before is shown by its name: the way down to it is read as well.
      const aim = value ?? near;
      const towards = children.find((c) => !c.leaf && c.code !== aim && aim?.startsWith(sharedDigits(c.code)));
      if (towards) {
        await read(towards.code, around(nodeOf(towards, parent, before)));
      }
    } catch (refused) {
      setProblem(refused);
    }
  };
  useEffect(() => {
    void read('', '');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the roots are read once
  }, []);

  if (problem !== undefined) {
    return <ProblemAlert problem={problem} retry={() => void read('', '')} />;
  }
  return (
    <TreeSelect<string | undefined, TreeNode>
      {...(id && { id })}
      value={value}
      onChange={(code) => onChange?.(code)}
      treeDataSimpleMode={{ id: 'id', pId: 'pId', rootPId: '' }}
      treeData={onlyOf(level, nodes, smallest)}
      loadData={({ value: code }) => {
        const node = nodes.find(({ id }) => id === code);
        return read(String(code), node ? around(node) : '');
      }}
      ref={tree}
      treeDefaultExpandedKeys={opened}
      onOpenChange={(open) => {
        const [last] = opened.slice(-1);
        if (open && last !== undefined && value === undefined) {
          // The list is drawn in the frame after this.
          requestAnimationFrame(() => tree.current?.scrollTo({ key: last, align: 'top' }));
        }
      }}
      placeholder={placeholder ?? w.areaPlaceholder}
      allowClear
      {...(everywhere && { treeNodeLabelProp: 'path' })}
      {...(disabled !== undefined && { disabled })}
      {...((level || smallest) && { treeExpandAction: 'click' as const })}
      className="area-picker"
    />
  );
}

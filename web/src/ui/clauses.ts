/** A node of a programme's graph: the shape "Graphs" of docs/formats.md, for a rule and for its evaluation alike. */
export interface ClauseNode {
  id: string;
  kind: 'CLAUSE' | 'ANY_OF' | 'LET' | 'AMOUNT';
  ask: string;
  rule: string;
  cites: readonly string[];
  children: readonly ClauseNode[];
  evaluation?: ClauseEvaluation | null;
}

export interface ClauseEvaluation {
  answer: 'MET' | 'NOT_MET' | 'UNKNOWN';
  /** The rule with this family's values put in. */
  values: string;
  refusal: string;
  used: readonly { name: string; label: string; value: string; source: string }[];
  missing: readonly { name: string; label: string; about: string; whom: string; evidence: string }[];
}

/** A row of the tree as it stands on the screen. */
export interface ClauseRow {
  node: ClauseNode;
  /** Unique in the tree, as one clause may stand in several groups. */
  path: string;
  level: number;
  isOpen: boolean;
}

/** The rows to be seen when the nodes at these paths are open. */
export function visibleRows(
  nodes: readonly ClauseNode[],
  open: ReadonlySet<string>,
  level = 1,
  parent = '',
): readonly ClauseRow[] {
  return nodes.flatMap((node) => {
    const path = `${parent}/${node.id}`;
    const isOpen = open.has(path);
    return [{ node, path, level, isOpen }, ...(isOpen ? visibleRows(node.children, open, level + 1, path) : [])];
  });
}

/** Groups stand open from the start: of an "any of" the parts are the answer. */
export function openAtFirst(nodes: readonly ClauseNode[], parent = ''): readonly string[] {
  return nodes.flatMap((node) => {
    const path = `${parent}/${node.id}`;
    return node.children.length > 0 ? [path, ...openAtFirst(node.children, path)] : [];
  });
}

/** What a key does at a row: the path to go to, and the path to open or close. */
export function onClauseKey(key: string, rows: readonly ClauseRow[], at: string): { focus?: string; toggle?: string } {
  const index = rows.findIndex((row) => row.path === at);
  const row = rows[index];
  if (!row) {
    return {};
  }
  const focus = (to: ClauseRow | undefined) => (to ? { focus: to.path } : {});
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'Enter':
    case ' ':
      return { toggle: at };
    case 'ArrowRight':
      return row.isOpen ? (row.node.children.length > 0 ? focus(rows[index + 1]) : {}) : { toggle: at };
    case 'ArrowLeft':
      return row.isOpen
        ? { toggle: at }
        : focus(rows.slice(0, index).findLast((before) => before.level === row.level - 1));
    default:
      return {};
  }
}

/** The sources of the facts an answer rests on, each once; where a standard is stated is its article's business. */
export function sourcesOf(evaluation: ClauseEvaluation): readonly string[] {
  const facts = evaluation.used.filter((used) => !/^(param|last_year)\./.test(used.name));
  return [...new Set(facts.map((used) => used.source).filter(Boolean))];
}

/** Citations in one line, of the same document its articles only: 《甲》（…）第一条、第三条；《乙》第二条. */
export function citations(cites: readonly string[]): string {
  const articles = new Map<string, string[]>();
  for (const cite of cites) {
    const [, document = cite, article = ''] = /^(.*?[》）)])\s*(第.*)$/.exec(cite) ?? [];
    const known = articles.get(document) ?? [];
    articles.set(document, known.includes(article) ? known : [...known, article]);
  }
  return [...articles].map(([document, of]) => document + of.filter(Boolean).join('、')).join('；');
}

/** A citation in few characters: its article, 《…》（…）第九条 → 第九条, or else its document without the number. */
export function articleOf(cite: string): string {
  return /[》）)]\s*(第[^》）)]+)$/.exec(cite)?.[1] ?? /^《[^》]*》/.exec(cite)?.[0] ?? cite;
}

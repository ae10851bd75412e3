import { useId, useRef, useState, type KeyboardEvent } from 'react';
import {
  articleOf,
  citations,
  onClauseKey,
  openAtFirst,
  sourcesOf,
  visibleRows,
  type ClauseNode,
  type ClauseRow,
} from './clauses';
import { signs, useWords } from './i18n';
import { words } from './words';

export type { ClauseNode } from './clauses';

type Words = ReturnType<typeof useWords<(typeof words)['zh']>>;

const MARKS = { MET: '✓', NOT_MET: '✗', UNKNOWN: '?' } as const;

interface Props {
  nodes: readonly ClauseNode[];
  /** What is explained, for those who hear the page. */
  label?: string;
}

/**
 * Why: every clause with its answer, this family's values, where they come from and the article it rests on; opened,
 * also the rule, each fact used, and what is still to be asked of whom. Without evaluations it shows the rule alone.
 * Arrows move, right and left open and close.
 */
export function ClauseTree({ nodes, label }: Props) {
  const w = useWords(words);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst(nodes)));
  const [at, setAt] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const rows = visibleRows(nodes, open);
  const current = rows.some((row) => row.path === at) ? at : rows[0]?.path;

  const toggle = (path: string) => {
    const next = new Set(open);
    if (!next.delete(path)) {
      next.add(path);
    }
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const effect = onClauseKey(event.key, rows, current ?? '');
    if (effect.toggle !== undefined) {
      toggle(effect.toggle);
      event.preventDefault();
    }
    if (effect.focus !== undefined) {
      setAt(effect.focus);
      tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(effect.focus)}"]`)?.focus();
      event.preventDefault();
    }
  };

  return (
    <div className="clauses" role="tree" aria-label={label ?? w.clauses} ref={tree} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <Clause
          key={row.path}
          row={row}
          isCurrent={row.path === current}
          toggle={() => {
            setAt(row.path);
            toggle(row.path);
          }}
        />
      ))}
    </div>
  );
}

function Clause({ row, isCurrent, toggle }: { row: ClauseRow; isCurrent: boolean; toggle: () => void }) {
  const w = useWords(words);
  const name = useId();
  const { node, path, level, isOpen } = row;
  const evaluation = node.evaluation ?? undefined;
  const answer = evaluation?.answer;
  const said = { MET: w.met, NOT_MET: w.notMet, UNKNOWN: w.unknown };
  const missing = evaluation?.missing ?? [];
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen}
      aria-labelledby={name}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-path={path}
      className={`clause clause-level-${Math.min(level, 3)} kind-${node.kind.toLowerCase()}`}
    >
      <div className="clause-line" id={name} onClick={toggle}>
        <span className="clause-caret" aria-hidden="true">
          {isOpen ? '▾' : '▸'}
        </span>
        <span className={`clause-mark answer-${(answer ?? 'none').toLowerCase()}`} title={answer && said[answer]}>
          {answer ? MARKS[answer] : '·'}
          {answer && <span className="heard"> {said[answer]}</span>}
        </span>
        <span className="clause-ask">{node.ask}</span>
        <span className="clause-values figures">
          {answer === 'UNKNOWN' && missing.length > 0
            ? `${w.stillToAsk}${signs().colon}${missing.map((question) => question.label).join(signs().listed)}`
            : evaluation?.values || node.rule}
        </span>
        <span className="clause-source secondary">
          {answer === 'UNKNOWN' && missing.length > 0
            ? w.askWhom([...new Set(missing.map((question) => question.whom))].join(signs().listed))
            : evaluation && sources(sourcesOf(evaluation), w)}
        </span>
        <span className="clause-cite secondary" title={citations(node.cites)}>
          {node.cites[0] && articleOf(node.cites[0])}
        </span>
      </div>
      {isOpen && <ClauseDetail node={node} />}
    </div>
  );
}

const SOURCES_SHOWN = 2;

function sources(all: readonly string[], w: Words): string {
  const shown = all.slice(0, SOURCES_SHOWN).join(signs().listed);
  return all.length === 0 ? '' : w.source(all.length > SOURCES_SHOWN ? w.andMore(shown, all.length) : shown);
}

function ClauseDetail({ node }: { node: ClauseNode }) {
  const w = useWords(words);
  const evaluation = node.evaluation ?? undefined;
  return (
    <dl className="clause-detail">
      {evaluation?.answer === 'NOT_MET' && evaluation.refusal && (
        <dd className="clause-refusal">✗ {evaluation.refusal}</dd>
      )}
      {node.rule && node.children.length === 0 && (
        <>
          <dt>{w.rule}</dt>
          <dd>{node.rule}</dd>
        </>
      )}
      {evaluation && evaluation.used.length > 0 && (
        <>
          <dt>{w.basis}</dt>
          {evaluation.used.map((used) => (
            <dd key={used.name + used.label + used.value} className="figures">
              {used.label}
              {signs().colon}
              {used.value} <span className="secondary">{w.source(used.source)}</span>
            </dd>
          ))}
        </>
      )}
      {evaluation && evaluation.missing.length > 0 && (
        <>
          <dt>{w.stillToAsk}</dt>
          {evaluation.missing.map((question) => (
            <dd key={question.name + question.about}>
              {question.about && `${question.about}${signs().colon}`}
              {question.label} <span className="secondary">{w.askWhom(question.whom)}</span>{' '}
              {question.evidence && <span className="secondary">{w.evidence(question.evidence)}</span>}
            </dd>
          ))}
        </>
      )}
      {node.cites.length > 0 && (
        <>
          <dt>{w.articles}</dt>
          <dd>{citations(node.cites)}</dd>
        </>
      )}
    </dl>
  );
}

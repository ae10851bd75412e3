import type { Schema } from '../../api/client';
import { useCan } from '../../api/session';
import { DateText } from '../../ui/DateText';
import { useWords } from '../../ui/i18n';
import { Masked } from '../../ui/Masked';
import { reveal } from './queries';
import { words } from './words';

type FactView = Schema['FactView'];

interface Props {
  householdId: string;
  holderId: string;
  on: string;
  facts: readonly FactView[];
  /** Left out here because it stands elsewhere on the page. */
  without?: readonly string[];
}

const shown = (fact: FactView, unit: string): string =>
  fact.kind === 'MONEY' && !fact.hidden
    ? `${Number(fact.text).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} ${unit}`
    : fact.text;

/** Facts by what they are about, each with its source, day and evidence. */
export function FactTable({ householdId, holderId, on, facts, without = [] }: Props) {
  const w = useWords(words);
  const listed = facts.filter((fact) => !without.includes(fact.name));
  const groups = [...new Set(listed.map((fact) => fact.group))];
  const common = commonSource(listed);
  return (
    <>
      {common && (
        <p className="secondary">
          {w.commonSource(common.source)} <DateText date={common.from} />
        </p>
      )}
      <table className="registry-facts">
        <tbody>
          {groups.map((group) => [
            <tr key={group} className="registry-facts-group">
              <th colSpan={3} scope="colgroup">
                {w[`group${group}`]}
              </th>
            </tr>,
            ...listed
              .filter((fact) => fact.group === group)
              .map((fact) => (
                <tr key={fact.name}>
                  <th scope="row">{fact.label}</th>
                  <td className="figures">
                    {fact.hidden ? (
                      <Masked
                        text={fact.text}
                        open={fact.canOpen ? () => reveal(householdId, { holderId, fact: fact.name, on }) : undefined}
                      />
                    ) : (
                      shown(fact, fact.unit)
                    )}
                  </td>
                  <td className="secondary">
                    <Source fact={fact} isCommon={common !== undefined && isSame(fact, common)} />
                  </td>
                </tr>
              )),
          ])}
        </tbody>
      </table>
    </>
  );
}

const isSame = (fact: FactView, other: FactView) => fact.source === other.source && fact.from === other.from;

/** A fact whose source and first day most of the facts have; none where no two agree. */
function commonSource(facts: readonly FactView[]): FactView | undefined {
  let best: FactView | undefined;
  let most = 1;
  for (const fact of facts) {
    const count = facts.filter((other) => isSame(fact, other)).length;
    if (count > most) {
      best = fact;
      most = count;
    }
  }
  return best;
}

/** Who said so since when, unless it is what stands above; and what proves it. */
function Source({ fact, isCommon }: { fact: FactView; isCommon: boolean }) {
  const w = useWords(words);
  const canOpen = useCan('person.open');
  if (isCommon && !fact.evidence && !fact.document) {
    return null;
  }
  return (
    <>
      {!isCommon && (
        <>
          {fact.source} · <DateText date={fact.from} />
        </>
      )}
      {!isCommon && fact.evidence && ' · '}
      {fact.evidence}{' '}
      {fact.document && (canOpen ? <a href={`/api/documents/${fact.document}`}>{w.openEvidence}</a> : w.hasEvidence)}
    </>
  );
}

import type { Schema } from '../../api/client';
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

const shown = (fact: FactView): string =>
  fact.kind === 'MONEY' && !fact.hidden
    ? `${Number(fact.text).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`
    : fact.text;

/** Facts by what they are about, each with its source, day and evidence. */
export function FactTable({ householdId, holderId, on, facts, without = [] }: Props) {
  const w = useWords(words);
  const listed = facts.filter((fact) => !without.includes(fact.name));
  const groups = [...new Set(listed.map((fact) => fact.group))];
  return (
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
                    shown(fact)
                  )}
                </td>
                <td className="secondary" title={fact.evidence}>
                  {fact.source} · <DateText date={fact.from} />
                  {fact.evidence && ` · ${fact.evidence}`}
                </td>
              </tr>
            )),
        ])}
      </tbody>
    </table>
  );
}

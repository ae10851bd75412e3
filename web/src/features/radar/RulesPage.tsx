import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Loaded } from '../../ui/Waiting';
import { rateOf } from './figures';
import { useRules } from './queries';
import './radar.css';
import { words } from './words';

/** How often each rule raised a false alarm, so that a rule or a source of facts that is wrong shows itself. */
export function Component() {
  const w = useWords(words);
  const rules = useRules();
  return (
    <Page title={w.rulesTitle} trail={[{ title: w.title, to: '/radar' }]}>
      <p className="secondary">{w.rulesNote}</p>
      <Loaded query={rules} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={w.noRules}>{w.noRulesNote}</Empty>
          ) : (
            <div className="radar-scroll">
              <table className="radar-table">
                <caption className="heard">{w.rulesTitle}</caption>
                <thead>
                  <tr>
                    <th scope="col">{w.rule}</th>
                    <th scope="col">{w.kind}</th>
                    <th scope="col">{w.programme}</th>
                    {[w.raised, w.closedByPeople, w.falseAlarms, w.rate].map((heading) => (
                      <th key={heading} scope="col" className="radar-number">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {all.map((rule) => (
                    <tr key={[rule.kind, rule.programmeTitle, rule.cause].join(' ')}>
                      <th scope="row">{rule.causeText}</th>
                      <td>{w[rule.kind]}</td>
                      <td>{rule.programmeTitle}</td>
                      <td className="radar-number">{formatCount(rule.found)}</td>
                      <td className="radar-number">{formatCount(rule.closed)}</td>
                      <td className="radar-number">{formatCount(rule.falseAlarms)}</td>
                      <td className="radar-number">{rateOf(rule)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

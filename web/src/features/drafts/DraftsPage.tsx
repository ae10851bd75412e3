import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../api/session';
import { MomentText } from '../../ui/DateText';
import { Empty } from '../../ui/Empty';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { Loaded } from '../../ui/Waiting';
import './drafts.css';
import { NewDraft } from './NewDraft';
import { useDrafts } from './queries';
import { StateOf } from './StateOf';
import { words } from './words';

/** All drafts of the rules, and what was published. */
export function Component() {
  const w = useWords(words);
  const drafts = useDrafts();
  const [search, setSearch] = useSearchParams();
  const mayEdit = useCan('draft.edit');
  const programme = search.get('programme') ?? undefined;
  const [opened, setOpened] = useState(false);
  const making = mayEdit && (opened || programme !== undefined);
  const begin = (
    <Button type="primary" onClick={() => setOpened(true)}>
      {w.begin}
    </Button>
  );
  return (
    <Page title={w.title} trail={[{ title: w.programmes, to: '/programmes' }]} action={mayEdit && begin}>
      <Loaded query={drafts} lines={8}>
        {(all) => (
          <div className="drafts">
            {all.upgraded && <Alert type="warning" showIcon title={w.upgraded} description={w.upgradedMend} />}
            {all.drafts.length === 0 ? (
              <Empty title={w.none}>{w.noneMend}</Empty>
            ) : (
              <ul className="draft-list">
                {all.drafts.map((draft) => (
                  <li key={draft.id} className="box">
                    <Link to={`/drafts/${draft.id}`}>{draft.title}</Link> <StateOf state={draft.state} />
                    <div className="secondary">
                      {draft.from && <span className="figures">{w.from(draft.from)} · </span>}
                      {draft.by} · <MomentText at={draft.madeAt} />
                    </div>
                  </li>
                ))}
              </ul>
            )}
            {all.publications.length > 0 && (
              <section aria-label={w.publications}>
                <h2>{w.publications}</h2>
                <p className="secondary">{w.publicationsNote}</p>
                <ol className="draft-list">
                  {all.publications.map((made) => (
                    <li key={made.version + made.at} className="box">
                      {made.title} <span className="figures">{w.from(made.from)}</span>
                      <div className="secondary">
                        {w.approvedBy(made.by)} · <MomentText at={made.at} /> · {w.version(made.version)}
                      </div>
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        )}
      </Loaded>
      {making && (
        <NewDraft
          programme={programme}
          close={() => {
            setOpened(false);
            setSearch({});
          }}
        />
      )}
    </Page>
  );
}

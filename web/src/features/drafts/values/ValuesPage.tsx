import { Select } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../../ui/i18n';
import { Page } from '../../../ui/Page';
import { Loaded } from '../../../ui/Waiting';
import '../drafts.css';
import { useDraft, useParameters, useValues } from '../queries';
import { ValuesForm } from './ValuesForm';
import { words as drafts } from '../words';
import { words } from './words';

/** The values of one parameter in all areas, changed together. */
export function Component() {
  const w = useWords(words);
  const d = useWords(drafts);
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('parameter') ?? '';
  const draft = useDraft(id);
  const parameters = useParameters();
  const [day, setDay] = useState('');
  const values = useValues(id, chosen, day);
  return (
    <Page
      title={d.manyValues}
      trail={[
        { title: d.title, to: '/drafts' },
        { title: draft.data?.title ?? d.draft, to: `/drafts/${id}` },
      ]}
    >
      <div className="drafts">
        <p className="secondary draft-hint">{w.manyValuesNote}</p>
        <label className="draft-open">
          {d.parameter}{' '}
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={parameters.isPending}
            aria-label={d.parameter}
            placeholder={d.needed}
            value={chosen || null}
            options={(parameters.data ?? []).map(({ name, label }) => ({ value: name, label }))}
            onChange={(parameter: string) => setSearch({ parameter }, { replace: true })}
          />
        </label>
        {chosen && (
          <Loaded query={values} lines={12}>
            {(table) => <ValuesForm key={table.parameter} id={id} table={table} setDay={setDay} />}
          </Loaded>
        )}
      </div>
    </Page>
  );
}

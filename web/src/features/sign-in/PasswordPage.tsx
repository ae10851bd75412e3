import { Alert } from 'antd';
import { useState } from 'react';
import { useWords } from '../../ui/i18n';
import { Page } from '../../ui/Page';
import { ChangePassword } from './ChangePassword';
import { words } from './words';

/** Changing one's password of one's own accord. */
export function Component() {
  const w = useWords(words);
  const [isChanged, setChanged] = useState(false);
  return (
    <Page title={w.changeTitle}>
      <div className="box narrow-form">
        {isChanged && <Alert type="success" showIcon role="status" title={w.changed} />}
        <ChangePassword formerLabel={w.former} changed={() => setChanged(true)} />
      </div>
    </Page>
  );
}

import { Link } from 'react-router';
import { Empty } from '../ui/Empty';
import { useWords } from '../ui/i18n';
import { Page } from '../ui/Page';
import { words } from './words';

export function NotFound() {
  const w = useWords(words);
  return (
    <Page title={w.notFound}>
      <Empty title={w.notFoundNote} action={<Link to="/">{w.toHome}</Link>} />
    </Page>
  );
}

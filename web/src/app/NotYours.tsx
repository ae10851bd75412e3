import { Link } from 'react-router';
import { useSession } from '../api/session';
import { Empty } from '../ui/Empty';
import { useWords } from '../ui/i18n';
import { Page } from '../ui/Page';
import { words } from './words';

/** In place of a page that whoever is signed in has no right to: what that means, and who can help. */
export function NotYours() {
  const w = useWords(words);
  const { user } = useSession();
  return (
    <Page title={w.notYours}>
      <Empty title={w.notYoursNote(user.roleTitle)} action={<Link to="/">{w.toHome}</Link>}>
        {w.notYoursAsk}
      </Empty>
    </Page>
  );
}

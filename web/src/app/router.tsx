import { createBrowserRouter, Navigate, useLocation, useRouteError } from 'react-router';
import { lazy, Suspense, useState } from 'react';
import { SessionContext, useSession, useSessionQuery, type Session } from '../api/session';
import { Empty } from '../ui/Empty';
import { useWords } from '../ui/i18n';
import { Page } from '../ui/Page';
import { ProblemAlert } from '../ui/ProblemAlert';
import { Loaded, Skeleton } from '../ui/Waiting';
import { words as shared } from '../ui/words';
import { features } from './features';
import { areasFor, startOf } from './navigation';
import { NotFound } from './NotFound';
import { words } from './words';

const pages = features.flatMap((feature) => feature.pages ?? []);
const openPages = features.flatMap((feature) => feature.openPages ?? []);

export const loadShell = () => import('./Shell');
const Shell = lazy(loadShell);
const SignInAgain = lazy(() => import('../features/sign-in/SignInAgain'));
const PasswordForOnce = lazy(() => import('../features/sign-in/PasswordForOncePage'));

/**
 * Lets in who is signed in; others sign in first and come back to where they wanted to go. Whoever was given a password
 * replaces it before anything else. A session that ends leaves its page standing, so that nothing typed is lost.
 */
function Guard() {
  return <Loaded query={useSessionQuery()}>{(session) => <Guarded session={session} />}</Loaded>;
}

function Guarded({ session }: { session: Session | null }) {
  const { pathname, search } = useLocation();
  const [last, setLast] = useState(session);
  if (session !== null && session !== last) {
    setLast(session);
  }
  const shown = session ?? last;
  if (shown === null) {
    return (
      <Navigate to={pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
    );
  }
  return (
    <SessionContext value={shown}>
      <Suspense fallback={<Skeleton lines={6} />}>
        {shown.mustChange ? <PasswordForOnce /> : <Shell areas={areasFor(shown.rights, pages)} />}
      </Suspense>
      {session === null && (
        <Suspense>
          <SignInAgain former={shown} />
        </Suspense>
      )}
    </SessionContext>
  );
}

/** The first page: the first area of work. */
function Start() {
  const w = useWords(words);
  const { rights } = useSession();
  const first = startOf(rights, areasFor(rights, pages));
  return first ? (
    <Navigate to={first.path} replace />
  ) : (
    <Page title={w.home}>
      <Empty title={w.noWork}>{w.noWorkNote}</Empty>
    </Page>
  );
}

/** A page that failed or could not be read. */
function Failure() {
  const w = useWords(shared);
  return (
    <div className="page">
      <ProblemAlert problem={useRouteError()} retry={() => window.location.reload()} retryLabel={w.reload} />
    </div>
  );
}

export const router = createBrowserRouter([
  {
    errorElement: <Failure />,
    hydrateFallbackElement: <Skeleton lines={6} />,
    children: [
      ...openPages,
      {
        element: <Guard />,
        children: [
          {
            errorElement: <Failure />,
            children: [{ index: true, element: <Start /> }, ...pages, { path: '*', element: <NotFound /> }],
          },
        ],
      },
    ],
  },
]);

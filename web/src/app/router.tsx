import { createBrowserRouter, Navigate, useLocation, useRouteError } from 'react-router';
import { lazy, Suspense } from 'react';
import { SessionContext, useSession, useSessionQuery } from '../api/session';
import { Empty } from '../ui/Empty';
import { useWords } from '../ui/i18n';
import { Page } from '../ui/Page';
import { ProblemAlert } from '../ui/ProblemAlert';
import { Loaded, Skeleton } from '../ui/Waiting';
import { words as shared } from '../ui/words';
import { features } from './features';
import { areasFor } from './navigation';
import { NotFound } from './NotFound';
import { words } from './words';

const pages = features.flatMap((feature) => feature.pages ?? []);
const openPages = features.flatMap((feature) => feature.openPages ?? []);

export const loadShell = () => import('./Shell');
const Shell = lazy(loadShell);
const PasswordForOnce = lazy(() => import('../features/sign-in/PasswordForOncePage'));

/**
 * Lets in who is signed in; others sign in first and come back to where they wanted to go. Whoever was given a password
 * replaces it before anything else.
 */
function Guard() {
  const query = useSessionQuery();
  const { pathname, search } = useLocation();
  return (
    <Loaded query={query}>
      {(session) =>
        session === null ? (
          <Navigate
            to={pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`}
            replace
          />
        ) : (
          <SessionContext value={session}>
            <Suspense fallback={<Skeleton lines={6} />}>
              {session.mustChange ? <PasswordForOnce /> : <Shell areas={areasFor(session.rights, pages)} />}
            </Suspense>
          </SessionContext>
        )
      }
    </Loaded>
  );
}

/** The first page: the first area of work. */
function Start() {
  const w = useWords(words);
  const [first] = areasFor(useSession().rights, pages);
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

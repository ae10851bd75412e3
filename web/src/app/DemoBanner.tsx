import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, data } from '../api/client';
import { useWords } from '../ui/i18n';
import { words } from './words';

const POLL_MS = 5_000;
const PER_CENT = 10;

/** Says on every page that nothing in it is real, and while the county is still being loaded how far that is. */
export function DemoBanner() {
  const w = useWords(words);
  const client = useQueryClient();
  const { data: loading } = useQuery({
    queryKey: ['demo-loading'],
    queryFn: () => data(api.GET('/api/demo/loading')),
    refetchInterval: (query) => (query.state.data?.underWay ? POLL_MS : false),
  });
  const underWay = loading?.underWay ?? false;
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) {
      void client.invalidateQueries();
    }
    wasUnderWay.current = underWay;
  }, [underWay, client]);
  return (
    <div className="demo-banner" role="note">
      <span className="demo-mark">{w.demo}</span> {w.demoBanner}
      {loading?.underWay && (
        <strong className="demo-loading">{w.demoLoading(Math.floor(loading.perMille / PER_CENT))}</strong>
      )}
    </div>
  );
}

import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { Empty } from '../../ui/Empty';
import { formatCount } from '../../ui/format';
import { useWords } from '../../ui/i18n';
import { Loaded } from '../../ui/Waiting';
import type { Schema } from '../../api/client';
import { useAreaCode, useHanging, useWall, type WallNotice } from './queries';
import { Code, Gone, Hung, WallFrame } from './WallFrame';
import { words } from './words';

/** The wall of a division: what lies in it with its notices, and what hangs on its own. */
export function Component() {
  const { area } = useParams();
  const w = useWords(words);
  const query = useWall(area);
  if (query.isError) {
    return <Gone problem={query.error} />;
  }
  return (
    <Loaded query={query}>
      {(wall) => (
        <WallFrame title={area ? w.of(wall.name) : w.title}>
          <p className="wall-trail no-print">
            {wall.above.map((place) => (
              <span key={place.code}>
                <Link to={`/wall/${place.code}`}>{place.name}</Link> ›{' '}
              </span>
            ))}
            {wall.name}
          </p>
          {wall.places.length > 0 && <Places wall={wall} />}
          {(wall.own > 0 || wall.places.length === 0) && <Hanging wall={wall} />}
        </WallFrame>
      )}
    </Loaded>
  );
}

function Places({ wall }: { wall: Schema['WallView'] }) {
  const w = useWords(words);
  return (
    <section>
      <p className="secondary">{w.choose}</p>
      <ul className="wall-places">
        {wall.places.map((place) => (
          <li key={place.code}>
            <Link to={`/wall/${place.code}`}>{place.name}</Link>{' '}
            {place.notices > 0 && <span className="secondary">{w.notices(formatCount(place.notices))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hanging({ wall }: { wall: Schema['WallView'] }) {
  const w = useWords(words);
  const query = useHanging(wall.code, true);
  const code = useAreaCode(wall.code).data;
  return (
    <Loaded query={query}>
      {({ rows }) => (
        <>
          {rows.length === 0 ? (
            <Empty title={w.nothing}>{w.nothingNote}</Empty>
          ) : (
            <Button icon={<PrinterOutlined />} className="no-print" onClick={() => window.print()}>
              {w.print}
            </Button>
          )}
          <Group title={w.current} notices={rows.filter((notice) => notice.to)} />
          <Group title={w.longList} notices={rows.filter((notice) => !notice.to)} />
          {code && <Code svg={code.svg} url={code.url} caption={w.code} />}
        </>
      )}
    </Loaded>
  );
}

/** Notices of one kind in a table each: the same programme and step show the same things. */
function Group({ title, notices }: { title: string; notices: readonly WallNotice[] }) {
  const w = useWords(words);
  const kinds = [...new Set(notices.map((notice) => `${notice.programme} ${notice.title}`))];
  return notices.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      {kinds.map((kind) => {
        const same = notices.filter((notice) => `${notice.programme} ${notice.title}` === kind);
        const heads = [...new Set(same.flatMap((notice) => notice.shows.map((shown) => shown.title)))];
        return (
          <div key={kind} className="wall-table">
            <h3>{kind}</h3>
            <table>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head}>{head}</th>
                  ))}
                  <th>{w.from}</th>
                  <th className="no-print" />
                </tr>
              </thead>
              <tbody>
                {same.map((notice) => (
                  <tr key={notice.id}>
                    {heads.map((head) => (
                      <td key={head} data-head={head}>
                        {notice.shows.find((shown) => shown.title === head)?.text}
                      </td>
                    ))}
                    <td data-head={w.from}>
                      <Hung from={notice.from} to={notice.to} />
                    </td>
                    <td className="no-print">
                      <Link to={`/wall/notice/${notice.id}`}>{w.object}</Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

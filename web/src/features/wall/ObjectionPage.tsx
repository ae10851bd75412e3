import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DateText } from '../../ui/DateText';
import { signs, useWords } from '../../ui/i18n';
import { StateTag } from '../../ui/StateTag';
import { Loaded } from '../../ui/Waiting';
import { useFollowed } from './queries';
import { WallFrame } from './WallFrame';
import { words } from './words';

/** What became of an objection, for whoever has its number. */
export function Component() {
  const { number = '' } = useParams();
  const w = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const find = () => void navigate(`/wall/objection/${encodeURIComponent(typed.trim().toUpperCase())}`);
  return (
    <WallFrame title={w.follow}>
      <div className="wall-find">
        <Input
          aria-label={w.number}
          placeholder={w.number}
          value={typed}
          maxLength={20}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={find}
        />
        <Button type="primary" disabled={typed.trim() === ''} onClick={find}>
          {w.find}
        </Button>
      </div>
      {number !== '' && <Followed number={number} />}
    </WallFrame>
  );
}

function Followed({ number }: { number: string }) {
  const w = useWords(words);
  const query = useFollowed(number);
  const states: Readonly<Record<string, string>> = { OPEN: w.OPEN, TAKEN_UP: w.TAKEN_UP, ANSWERED: w.ANSWERED };
  return (
    <Loaded query={query}>
      {(objection) => (
        <section className="wall-box">
          <p>
            {objection.programme} {objection.title}
          </p>
          <p>
            {w.lodgedOn} <DateText date={objection.lodgedOn} />
          </p>
          <p>
            {w.state}{' '}
            <StateTag tone={objection.state === 'ANSWERED' ? 'settled' : 'active'}>{states[objection.state]}</StateTag>
          </p>
          {objection.answer && (
            <p>
              {w.answer}
              {signs().colon}
              {objection.answer} {objection.answeredOn && <DateText date={objection.answeredOn} />}
            </p>
          )}
        </section>
      )}
    </Loaded>
  );
}

import { App, Button } from 'antd';
import { formatCount } from '../../ui/format';
import { Empty } from '../../ui/Empty';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useTakeRegister, type Options } from './queries';
import { words } from './words';

/** On which register trials are made, and the way to a newer one. */
export function Register({ options }: { options: Options }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const take = useTakeRegister();
  const begin = () => take.mutate(undefined, { onSuccess: () => void message.info(w.taking) });
  if (options.registerOn === undefined) {
    return (
      <Empty
        title={w.noRegister}
        action={
          <Button type="primary" loading={take.isPending} onClick={begin}>
            {w.takeRegister}
          </Button>
        }
      >
        {w.noRegisterHint}
        {take.isError && <ProblemAlert problem={take.error} />}
      </Empty>
    );
  }
  return (
    <p className="secondary">
      {w.register(options.registerOn, formatCount(options.households))}{' '}
      <button type="button" className="plain-link no-print" onClick={begin}>
        {w.takeAgain}
      </button>
      {take.isError && <ProblemAlert problem={take.error} />}
    </p>
  );
}

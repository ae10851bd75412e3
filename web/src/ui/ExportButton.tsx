import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { download } from '../api/download';
import { useWords } from './i18n';
import { ProblemAlert } from './ProblemAlert';
import { words } from './words';

interface Props {
  /** The endpoint that gives the whole list. */
  path: string;
  /** By what the list is narrowed just now. */
  filters: Readonly<Record<string, string>>;
}

/** Takes away as a workbook what a list shows with its filters, all pages of it. */
export function ExportButton({ path, filters }: Props) {
  const w = useWords(words);
  const asked = new URLSearchParams(filters).toString();
  const save = useMutation({ mutationFn: () => download(asked ? `${path}?${asked}` : path) });
  return (
    <>
      <Button size="small" title={w.exportNote} loading={save.isPending} onClick={() => save.mutate()}>
        {w.exportList}
      </Button>
      {save.isError && <ProblemAlert problem={save.error} />}
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { FileButton } from '../../ui/FileButton';
import { useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useKeepPaper } from './queries';
import { words } from './words';

interface Props {
  /** The paper's id. */
  value?: string | undefined;
  onChange?: (documentId: string | undefined) => void;
  id?: string;
  area: string;
}

/** A photo or a scan that proves what is stated; it is kept as soon as it is chosen. */
export function PaperField({ value, onChange, id, area }: Props) {
  const w = useWords(words);
  const keep = useKeepPaper(area);
  const [name, setName] = useState('');
  const choose = ([file]: File[]) => {
    if (file) {
      setName(file.name);
      keep.mutate(file, { onSuccess: (stored) => onChange?.(stored.id) });
    }
  };
  return (
    <>
      {value ? (
        <span>
          {w.attached} {name}{' '}
          <Button type="link" size="small" onClick={() => onChange?.(undefined)}>
            {w.detach}
          </Button>
        </span>
      ) : (
        <FileButton {...(id && { id })} accept=".pdf,.jpg,.jpeg,.png" loading={keep.isPending} onChoose={choose}>
          {w.attach}
        </FileButton>
      )}
      {keep.isError && <ProblemAlert problem={keep.error} />}
    </>
  );
}

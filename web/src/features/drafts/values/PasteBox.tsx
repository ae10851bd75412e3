import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../ui/i18n';
import { pasted, type LineFault, type Place } from './bulk';
import { words as drafts } from '../words';
import { words } from './words';

interface Props {
  places: readonly Place[];
  money: boolean;
  unit: string;
  take: (values: ReadonlyMap<string, string>) => void;
  close: () => void;
}

/** Two columns out of a spreadsheet go into the table; what is not understood is told by line. */
export function PasteBox({ places, money, unit, take, close }: Props) {
  const w = useWords(words);
  const d = useWords(drafts);
  const [text, setText] = useState('');
  const { values, faults } = pasted(text, places, money);
  const says: Record<LineFault, string> = {
    noArea: w.lineNoArea,
    manyAreas: w.lineManyAreas,
    noValue: money ? w.noYuan : w.noWhole,
    twice: w.lineTwice,
  };
  return (
    <Modal
      open
      width={640}
      title={w.paste}
      okText={w.fillIn(values.size)}
      okButtonProps={{ disabled: values.size === 0 }}
      cancelText={d.cancel}
      onOk={() => {
        take(values);
        close();
      }}
      onCancel={close}
    >
      <p className="secondary draft-hint">{w.pasteNote(unit)}</p>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 8, maxRows: 16 }}
        aria-label={w.pasteHere}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ul className="value-faults" aria-live="polite">
        {faults.map(({ line, text: said, fault }) => (
          <li key={line} className="text-red">
            {w.lineFault(line, said)} {says[fault]}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Input, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from './i18n';
import { words } from './words';

interface Props {
  text: string;
  label: string;
  /** The text as people read it, where that differs: in groups. */
  shown?: string;
}

/** A text to take elsewhere. Without the browser's leave to copy (a page over plain http) it is marked for Ctrl+C. */
export function CopyText({ text, label, shown = text }: Props) {
  const w = useWords(words);
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const [state, setState] = useState<'waiting' | 'copied' | 'marked'>('waiting');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      field.current?.focus();
      field.current?.resizableTextArea?.textArea.select();
      setState('marked');
    }
  };
  return (
    <div className="copy-text">
      <Input.TextArea ref={field} readOnly value={shown} aria-label={label} autoSize />
      <Button icon={state === 'copied' ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
        {state === 'copied' ? w.copied : w.copy}
      </Button>
      <p className="secondary" role="status">
        {state === 'marked' && w.copyByHand}
      </p>
    </div>
  );
}

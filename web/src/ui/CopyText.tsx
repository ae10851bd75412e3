import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Input, Space, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from './i18n';
import { words } from './words';

/** A text to take elsewhere. Without the browser's leave to copy (a page over plain http) it is marked for Ctrl+C. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const w = useWords(words);
  const field = useRef<InputRef>(null);
  const [state, setState] = useState<'waiting' | 'copied' | 'marked'>('waiting');

  const copy = async () => {
    field.current?.focus();
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('marked');
    }
  };
  return (
    <div>
      <Space.Compact block>
        <Input ref={field} readOnly value={text} aria-label={label} onFocus={(event) => event.target.select()} />
        <Button
          type="primary"
          icon={state === 'copied' ? <CheckOutlined /> : <CopyOutlined />}
          onClick={() => void copy()}
        >
          {state === 'copied' ? w.copied : w.copy}
        </Button>
      </Space.Compact>
      <p className="secondary" role="status">
        {state === 'marked' && w.copyByHand}
      </p>
    </div>
  );
}

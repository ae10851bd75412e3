import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../ui/i18n';
import { words } from './words';

/** Whether keys are meant for a text that is being written. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Finds households from anywhere: F or / goes to it, Enter asks. */
export function SearchBox() {
  const w = useWords(words);
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && (event.key === '/' || event.key.toLowerCase() === 'f') && !isWriting(event.target)) {
        event.preventDefault();
        field.current?.focus({ cursor: 'all' });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) {
          void navigate(`/households?q=${encodeURIComponent(text.trim())}`);
        }
      }}
    >
      <Input
        ref={field}
        prefix={<SearchOutlined />}
        placeholder={w.search}
        aria-label={w.searchShort}
        title={w.searchKeys}
        value={text}
        maxLength={60}
        allowClear
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

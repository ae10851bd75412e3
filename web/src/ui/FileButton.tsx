import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';

interface Props {
  /** Endings of the names that may be chosen, separated by commas. */
  accept: string;
  multiple?: boolean;
  loading?: boolean;
  /** Named by the field's label. */
  id?: string;
  onChoose: (files: File[]) => void;
  children: string;
}

/** A button that asks for files; the browser's own, which speaks the system's language, stays hidden behind it. */
export function FileButton({ accept, multiple = false, loading = false, id, onChoose, children }: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(id && { id })} loading={loading} onClick={() => field.current?.click()}>
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={children}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again, after it was corrected, is a choice too.
          event.target.value = '';
          if (files.length > 0) {
            onChoose(files);
          }
        }}
      />
    </>
  );
}

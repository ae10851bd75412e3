import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from './i18n';
import { words } from './words';

/** A sheet of A4: on the screen as it will lie in the printer, on paper without anything around it. */
export function PrintPage({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(words);
  return (
    <div className="print-page">
      <title>{title}</title>
      <div className="print-bar no-print">
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {w.print}
        </Button>
      </div>
      <article className="sheet">{children}</article>
    </div>
  );
}

import { App, Button, Upload } from 'antd';
import { signs, useWords } from '../../ui/i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateTag } from '../../ui/StateTag';
import { useFilePaper, type CaseView } from './queries';
import { words } from './words';

/** What must be, or may be, on file in this step. */
export function Papers({ view }: { view: CaseView }) {
  const w = useWords(words);
  const { message } = App.useApp();
  const file = useFilePaper(view.line.id, view.line.areaCode);
  if (view.papers.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{w.papers}</h3>
      <ul className="case-papers">
        {view.papers.map((paper) => (
          <li key={paper.paper}>
            <span>{paper.title}</span>
            {paper.filed.length === 0 ? (
              <StateTag tone={paper.required ? 'attention' : 'neutral'}>
                {paper.required ? w.paperMissing : w.paperOptional}
              </StateTag>
            ) : (
              paper.filed.map((filed) => (
                <a key={filed.document} href={`/api/documents/${filed.document}`} target="_blank" rel="noreferrer">
                  {w.openPaper}
                </a>
              ))
            )}
            {view.mine && (
              <Upload
                showUploadList={false}
                accept=".pdf,.png,.jpg,.jpeg"
                customRequest={({ file: chosen }) =>
                  file.mutate(
                    { title: paper.paper, file: chosen as File },
                    { onSuccess: () => void message.success(`${w.done}${signs().colon}${paper.title}`) },
                  )
                }
              >
                <Button size="small" loading={file.isPending && file.variables.title === paper.paper}>
                  {paper.filed.length > 0 ? w.addAnother : w.upload}
                </Button>
              </Upload>
            )}
          </li>
        ))}
      </ul>
      {file.isError && <ProblemAlert problem={file.error} />}
    </>
  );
}

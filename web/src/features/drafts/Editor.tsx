import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, type Ref, useImperativeHandle } from 'react';
import { completing } from './complete';
import type { Fault, Name } from './queries';

/** Takes the writer to a place. */
export interface EditorHandle {
  goTo: (line: number, column: number) => void;
}

interface Props {
  /** The text to begin with; a new one begins a new editor. */
  text: string;
  readOnly: boolean;
  label: string;
  onChange: (text: string) => void;
  faults: readonly Fault[];
  names: readonly Name[];
  /** Only an expression: as high as its lines, without numbers. */
  expression?: boolean;
  ref?: Ref<EditorHandle>;
}

function place(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

function diagnostic(doc: Text, fault: Fault): Diagnostic {
  const from = place(doc, fault.line, fault.column);
  const rest = /^[\w.]+/.exec(doc.sliceString(from, from + 80))?.[0].length ?? 1;
  return { from, to: Math.min(from + rest, doc.length), severity: 'error', message: fault.message };
}

/** A file of rules as it is written: names are offered, mistakes are underlined where they stand. Tab leaves it. */
export function Editor({ text, readOnly, label, onChange, faults, names, expression = false, ref }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const offered = useRef(names);
  const told = useRef(onChange);
  useEffect(() => {
    offered.current = names;
    told.current = onChange;
  }, [names, onChange]);

  useEffect(() => {
    const made = new EditorView({
      ...(box.current && { parent: box.current }),
      state: EditorState.create({
        doc: text,
        extensions: [
          expression ? [] : [lineNumbers(), highlightActiveLine(), yaml(), lintGutter()],
          history(),
          drawSelection(),
          bracketMatching(),
          syntaxHighlighting(defaultHighlightStyle),
          autocompletion({ override: [completing(() => offered.current)], icons: false }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              told.current(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [text, readOnly, label, expression]);

  useEffect(() => {
    const shown = view.current;
    if (shown) {
      const { doc } = shown.state;
      shown.dispatch(
        setDiagnostics(
          shown.state,
          faults.map((fault) => diagnostic(doc, fault)),
        ),
      );
    }
  }, [faults, text, readOnly, label, expression]);

  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const shown = view.current;
      if (shown) {
        const at = place(shown.state.doc, line, column);
        shown.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
        shown.focus();
      }
    },
  }));

  return <div ref={box} className={expression ? 'draft-expression' : 'draft-editor'} />;
}

/** A line of a comparison. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed' | 'gap';
  text: string;
  /** Its number in the text that it stands in; of a gap, how many lines are left out. */
  number: number;
}

const CONTEXT = 2;

/** What is the same at the beginning and at the end needs no comparing: a file is long and its change is short. */
function common(before: readonly string[], after: readonly string[]): [head: number, tail: number] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  return [head, tail];
}

/** The length of the longest common subsequence of what is left of two lists of lines, from a place of each. */
function lengths(before: readonly string[], after: readonly string[]): (left: number, right: number) => number {
  const width = after.length + 1;
  const table = new Int32Array((before.length + 1) * width);
  const at = (left: number, right: number) => table[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left--) {
    for (let right = after.length - 1; right >= 0; right--) {
      table[left * width + right] =
        before[left] === after[right]
          ? 1 + at(left + 1, right + 1)
          : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  return at;
}

/** Two texts line by line, with the lines around each change; what is far from any is left out. */
export function diff(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const young = after.split('\n');
  const [head, tail] = common(old, young);
  const lines: DiffLine[] = young.slice(0, head).map((text, at) => ({ kind: 'same', text, number: at + 1 }));
  const gone = old.slice(head, old.length - tail);
  const come = young.slice(head, young.length - tail);
  const longest = lengths(gone, come);
  let left = 0;
  let right = 0;
  while (left < gone.length || right < come.length) {
    const removed = gone[left];
    const added = come[right];
    if (removed !== undefined && removed === added) {
      lines.push({ kind: 'same', text: removed, number: head + right + 1 });
      left++;
      right++;
    } else if (added === undefined || (removed !== undefined && longest(left + 1, right) >= longest(left, right + 1))) {
      lines.push({ kind: 'removed', text: removed ?? '', number: head + left + 1 });
      left++;
    } else {
      lines.push({ kind: 'added', text: added, number: head + right + 1 });
      right++;
    }
  }
  const rest = young.length - tail;
  young.slice(rest).forEach((text, at) => lines.push({ kind: 'same', text, number: rest + at + 1 }));
  return folded(lines);
}

function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: DiffLine[] = [];
  lines.forEach((line, at) => {
    const last = shown.at(-1);
    if (near[at]) {
      shown.push(line);
    } else if (last?.kind === 'gap') {
      last.number++;
    } else {
      shown.push({ kind: 'gap', text: '', number: 1 });
    }
  });
  return shown;
}

import type { TriedPart } from './queries';

/** What of a draft is in the figures of a month, and what is not. */
export interface Parted {
  /** In every figure. */
  counted: TriedPart[];
  /** Begins after the month that is answered. */
  later: TriedPart[];
  /** Only held against the values. */
  demanded: TriedPart[];
  /** In no figure, whatever the month. */
  left: TriedPart[];
}

/** Tells the parts of a draft apart, as of the first day of the month that is answered; without a month nothing is later. */
export function parted(parts: readonly TriedPart[], month: string | undefined): Parted {
  const isLater = (part: TriedPart) => month !== undefined && part.from !== undefined && part.from > month;
  const counted = parts.filter((part) => part.reach === 'COUNTED');
  return {
    counted: counted.filter((part) => !isLater(part)),
    later: counted.filter(isLater),
    demanded: parts.filter((part) => part.reach === 'DEMANDED'),
    left: parts.filter((part) => part.reach !== 'COUNTED' && part.reach !== 'DEMANDED'),
  };
}

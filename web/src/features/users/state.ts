import type { Tone } from '../../ui/StateTag';
import type { User } from './queries';

export type UserState = 'invited' | 'active' | 'locked' | 'closed';

/** How a user stands, in one word: a lock matters only to an account that is open. */
export function stateOf({ state, locked }: Pick<User, 'state' | 'locked'>): UserState {
  if (state === 'CLOSED') {
    return 'closed';
  }
  if (locked) {
    return 'locked';
  }
  return state === 'INVITED' ? 'invited' : 'active';
}

export const TONES: Readonly<Record<UserState, Tone>> = {
  invited: 'active',
  active: 'settled',
  locked: 'attention',
  closed: 'neutral',
};

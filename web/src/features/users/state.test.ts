import { describe, expect, it } from 'vitest';
import { invitationAddress } from './invitation';
import { stateOf } from './state';

describe('a user', () => {
  it('is shown as locked while the account is open, and as closed once it is closed', () => {
    expect(stateOf({ state: 'ACTIVE', locked: true })).toBe('locked');
    expect(stateOf({ state: 'CLOSED', locked: true })).toBe('closed');
    expect(stateOf({ state: 'INVITED', locked: false })).toBe('invited');
    expect(stateOf({ state: 'ACTIVE', locked: false })).toBe('active');
  });

  it('is invited by an address of the platform that the administrator is using', () => {
    expect(invitationAddress('abc', 'https://yingbao.example')).toBe('https://yingbao.example/invitation/abc');
  });
});

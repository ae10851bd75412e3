/** A rule for passwords, and whether a text keeps it; undefined while nobody can say. */
export interface PasswordRule {
  rule: 'long' | 'varied' | 'noLogin';
  met: boolean | undefined;
}

/** The server's own numbers; it decides, this only tells before it has to refuse. */
export const LENGTH_MIN = 10;
export const DIFFERENT_MIN = 5;

/** The rules, in the order in which they are told. Without the login, the last one is for the server alone to check. */
export function passwordRules(password: string, login?: string): readonly PasswordRule[] {
  return [
    { rule: 'long', met: password.length >= LENGTH_MIN },
    { rule: 'varied', met: new Set(password.split('')).size >= DIFFERENT_MIN },
    { rule: 'noLogin', met: login === undefined || password === '' ? undefined : !password.includes(login) },
  ];
}

/** Whether the server would surely refuse a password. */
export function isTooEasy(password: string, login?: string): boolean {
  return passwordRules(password, login).some(({ met }) => met === false);
}

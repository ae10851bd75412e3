/** The whole address of an invitation, as its reader opens it. */
export function invitationAddress(token: string, origin: string): string {
  return `${origin}/invitation/${encodeURIComponent(token)}`;
}

import { Button, Modal } from 'antd';
import { CopyText } from '../../ui/CopyText';
import { useWords } from '../../ui/i18n';
import { invitationAddress } from './invitation';
import type { Issued } from './queries';
import { words } from './words';

/** The address of an invitation, shown once, and what to do with it. */
export function IssuedInvitation({ issued, close }: { issued: Issued; close: () => void }) {
  const w = useWords(words);
  return (
    <Modal
      open
      title={w.issued(issued.name)}
      // Only the button closes it: the address cannot be shown again.
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
      footer={<Button onClick={close}>{w.issuedClose}</Button>}
    >
      <p className="form-note">{w.issuedDo(issued.name)}</p>
      <CopyText text={invitationAddress(issued.token, window.location.origin)} label={w.address} />
      <ul className="notes">
        <li>{w.issuedSafe}</li>
        <li>{w.issuedDays}</li>
        <li>{w.issuedOnce}</li>
      </ul>
    </Modal>
  );
}

import { Form, Input } from 'antd';
import { useWords } from '../../ui/i18n';
import { DIFFERENT_MIN, isTooEasy, LENGTH_MIN, passwordRules } from './password';
import { words } from './words';

const LENGTH_MAX = 128;

/** A password of one's own, twice, inside a form: fields `password` and `repeated`, with the rules before anything is typed. */
export function NewPassword({ login }: { login?: string | undefined }) {
  const w = useWords(words);
  const password = Form.useWatch<string | undefined>('password') ?? '';
  return (
    <>
      <Form.Item
        name="password"
        label={w.newPassword}
        required
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              isTooEasy(typed ?? '', login) ? Promise.reject(new Error(w.tooEasy)) : Promise.resolve(),
          },
        ]}
        extra={<Rules password={password} login={login} />}
      >
        <Input.Password autoComplete="new-password" maxLength={LENGTH_MAX} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={w.repeated}
        required
        validateTrigger="onSubmit"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) =>
              typed === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(w.notRepeated)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={LENGTH_MAX} />
      </Form.Item>
    </>
  );
}

function Rules({ password, login }: { password: string; login?: string | undefined }) {
  const w = useWords(words);
  const texts = { long: w.ruleLong(LENGTH_MIN), varied: w.ruleVaried(DIFFERENT_MIN), noLogin: w.ruleNoLogin };
  return (
    <ul className="password-rules">
      {passwordRules(password, login).map(({ rule, met }) => (
        <li key={rule} className={met ? 'rule-met' : undefined}>
          <span aria-hidden="true">{met ? '✓' : '·'}</span> {texts[rule]}
          {met && <span className="heard">{w.ruleMet}</span>}
        </li>
      ))}
    </ul>
  );
}

import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, Input } from 'antd';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { DayInput } from './DayInput';
import { useDayRules } from './dayRules';
import { Refused } from './Refused';
import { useTextRules } from './textRules';

function Death({ problem, sent = () => undefined }: { problem?: unknown; sent?: (given: unknown) => void }) {
  const days = useDayRules({ required: true, max: '2016-10-10' });
  const text = useTextRules();
  return (
    <Form layout="vertical" onFinish={sent}>
      <Refused problem={problem} />
      <Form.Item name="on" label="发生日期" {...days}>
        <DayInput />
      </Form.Item>
      <Form.Item name={['facts', 'address']} label="住址" rules={text(10)}>
        <Input />
      </Form.Item>
      <button type="submit">登记</button>
    </Form>
  );
}

const refusal = (pointer: string) => new Problem(422, 'registry.x', '', '请核对后再登记', pointer);

describe('a refusal of a form', () => {
  it('stands at its field, where whoever sent it is taken, until the field is changed', async () => {
    const { rerender } = render(<Death />);
    rerender(<Death problem={refusal('/told/facts/address')} />);
    const field = screen.getByLabelText('住址');
    const says = await screen.findByText('请核对后再登记');
    expect(field.closest('.ant-form-item')?.contains(says)).toBe(true);
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '东屯3号' } });
    await waitFor(() => expect(screen.queryByText('请核对后再登记')).toBeNull());
  });
  it('that concerns no field stands before them all, and has the focus', async () => {
    const { rerender } = render(<Death />);
    rerender(<Death problem={refusal('')} />);
    const box = (await screen.findByRole('alert')).closest('.form-refused');
    expect(document.activeElement).toBe(box);
    expect(box?.compareDocumentPosition(screen.getByLabelText('住址'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
  it('for several reasons shows each at its field and the rest before them', async () => {
    const parts = [
      { pointer: '/on', detail: '日期不对' },
      { pointer: '', detail: '缺少材料' },
    ];
    const { rerender } = render(<Death />);
    rerender(<Death problem={new Problem(409, 'cases.several', '', '有 2 处需要处理', '', [], parts)} />);
    expect((await screen.findByText('日期不对')).closest('.ant-form-item')).toBeTruthy();
    expect(screen.getByText('缺少材料').closest('.form-refused')).toBeTruthy();
    expect(screen.queryByText('有 2 处需要处理')).toBeNull();
  });
});

describe('a field of a form', () => {
  it('does not let be sent what is no day, and says how to write one', async () => {
    const sent: unknown[] = [];
    render(<Death sent={(given) => sent.push(given)} />);
    fireEvent.input(screen.getByLabelText('发生日期'), { target: { value: 'abc' } });
    await screen.findByText('这不是日期。请写年月日', { exact: false });
    fireEvent.click(screen.getByRole('button', { name: '登记' }));
    await new Promise((done) => setTimeout(done, 50));
    expect(sent).toEqual([]);
    fireEvent.input(screen.getByLabelText('发生日期'), { target: { value: '2016年9月1日' } });
    fireEvent.click(screen.getByRole('button', { name: '登记' }));
    await waitFor(() => expect(sent).toEqual([{ on: '2016-09-01', facts: { address: undefined } }]));
  });
  it('keeps a text that is too long and says by how much', async () => {
    render(<Death />);
    fireEvent.change(screen.getByLabelText('住址'), { target: { value: '屯'.repeat(12) } });
    await screen.findByText('最多 10 个字，现在有 12 个，请删减');
    expect(screen.getByLabelText('住址')).toHaveProperty('value', '屯'.repeat(12));
  });
});

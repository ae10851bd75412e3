import { fireEvent, render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { MonthField } from './MonthField';

function Prepare({ sent }: { sent: string[] }) {
  return (
    <Form<{ month: string }>
      initialValues={{ month: '2016-10' }}
      onFinish={({ month }) => {
        sent.push(month);
      }}
    >
      <Form.Item name="month" label="发放月份">
        <MonthField max="2016-10" />
      </Form.Item>
      <button type="submit">开始准备</button>
    </Form>
  );
}

async function sendAfterTyping(month: string): Promise<string[]> {
  const sent: string[] = [];
  render(<Prepare sent={sent} />);
  const field = screen.getByLabelText('发放月份');
  fireEvent.focus(field);
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: month } });
  fireEvent.click(screen.getByRole('button', { name: '开始准备' }));
  await new Promise((done) => setTimeout(done, 50));
  return sent;
}

describe('the month of a run', () => {
  it('is the one that was typed, however soon it is sent', async () => {
    expect(await sendAfterTyping('2016-07')).toEqual(['2016-07']);
  });
  it('is never one that has not come', async () => {
    expect(await sendAfterTyping('2016-11')).toEqual(['2016-10']);
  });
});

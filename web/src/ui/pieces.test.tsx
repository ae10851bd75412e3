import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { ClauseTree, type ClauseNode } from './ClauseTree';
import { DayField } from './DayField';
import { Due } from './Due';
import { dictionary, setLanguage, useWords } from './i18n';
import { Masked } from './Masked';
import { Money } from './Money';
import { PersonLine } from './PersonLine';
import { ProblemAlert } from './ProblemAlert';

afterEach(() => setLanguage('zh'));

describe('a due date', () => {
  it('that is past says by how many working days, in words', () => {
    render(<Due date="2016-10-09" workingDaysLeft={-2} />);
    expect(screen.getByText('超期2个工作日', { exact: false }).className).toContain('tone-refused');
  });
  it('of today asks for attention', () => {
    render(<Due date="2016-10-10" workingDaysLeft={0} />);
    expect(screen.getByText('今天到期', { exact: false }).className).toContain('tone-attention');
  });
});

describe('a day typed by hand', () => {
  const typed = (text: string, max?: string) => {
    const days: string[] = [];
    render(<DayField label="生效日期" max={max} onChange={(day) => days.push(day)} />);
    fireEvent.input(screen.getByLabelText('生效日期'), { target: { value: text } });
    return days;
  };
  it('counts as soon as it is whole, before the field is left', () => {
    expect(typed('2016-05-01')).toEqual(['2016-05-01']);
  });
  it('may be written without hyphens', () => {
    expect(typed('20160501')).toEqual(['2016-05-01']);
  });
  it('does not count while it is unfinished', () => {
    expect(typed('2016-05-0')).toEqual([]);
  });
  it('is none where the calendar has no such day', () => {
    expect(typed('2016-02-30')).toEqual([]);
  });
  it('is none after the last day that may be chosen', () => {
    expect(typed('2016-10-11', '2016-10-10')).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('日期不能晚于 2016-10-10');
  });
  it('counts in short when the field is left, for a digit might have followed', () => {
    const days = typed('2016-9-1');
    expect(days).toEqual([]);
    fireEvent.blur(screen.getByLabelText('生效日期'));
    expect(days).toEqual(['2016-09-01']);
    expect(screen.getByLabelText('生效日期')).toHaveProperty('value', '2016-09-01');
  });
  it('that can be none is called so at once, and how to write one is shown', () => {
    expect(typed('abc')).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('这不是日期。请写年月日，如 2016-10-10');
    fireEvent.blur(screen.getByLabelText('生效日期'));
    expect(screen.getByLabelText('生效日期')).toHaveProperty('value', 'abc');
  });
});

it('shows an amount with its unit', () => {
  const { container } = render(<Money fen={55000} per="/月" />);
  expect(container.textContent).toBe('550.00 元/月');
});

it('leaves out of a person’s line what is not known', () => {
  const { container } = render(<PersonLine name="李某某" sex="男" age={67} />);
  expect(container.textContent).toBe('李某某 · 男 · 67');
});

it('speaks the chosen language at once', () => {
  const words = dictionary({ rows: (count: number) => `共${count}户` }, { rows: (count) => `${count} households` });
  function Count() {
    return <p>{useWords(words).rows(3)}</p>;
  }
  render(<Count />);
  expect(screen.getByText('共3户')).toBeTruthy();
  fireEvent.click(render(<button onClick={() => setLanguage('en')}>English</button>).getByText('English'));
  expect(screen.getByText('3 households')).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
});

describe('a problem', () => {
  const faulty = new Problem(422, 'kernel.invalid', '', '日期晚于今天。请改正', '/facts/birth_date');

  it('says what the server says, and by which name the page calls the place', () => {
    render(
      <>
        <label htmlFor="facts_birth_date">出生日期</label>
        <ProblemAlert problem={faulty} />
      </>,
    );
    expect(screen.getByRole('alert').textContent).toBe('日期晚于今天。请改正请检查“出生日期”');
  });
  it('at a place that the page does not show says no more than what the server says', () => {
    render(<ProblemAlert problem={faulty} />);
    expect(screen.getByRole('alert').textContent).toBe('日期晚于今天。请改正');
  });
  it('of the network says that nothing is lost', () => {
    render(<ProblemAlert problem={new Problem(0, 'network', '')} />);
    expect(screen.getByRole('alert').textContent).toContain('您填写的内容还在本页');
  });
});

describe('a masked number', () => {
  it('is opened on demand and hidden again', async () => {
    render(<Masked text="2299**********1031" open={() => Promise.resolve('229901197105121031')} />);
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    fireEvent.click(await screen.findByRole('button', { name: '隐藏' }));
    expect(screen.getByText('2299**********1031')).toBeTruthy();
  });
  it('cannot be opened by who may not', () => {
    render(<Masked text="2299**********1031" />);
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('says why it was not opened', async () => {
    const refused = new Problem(403, 'access.forbidden', '', '');
    render(<Masked text="2299**********1031" open={() => Promise.reject(refused)} />);
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    expect((await screen.findByRole('alert')).textContent).toContain('您没有办理这项业务的权限');
  });
});

const property: ClauseNode = {
  id: 'property',
  kind: 'CLAUSE',
  ask: '家庭财产是否在限额内？',
  rule: '家庭财产不高于限额',
  cites: ['《社会救助暂行办法》（国务院令第649号）第九条'],
  children: [],
  evaluation: {
    answer: 'UNKNOWN',
    values: '',
    refusal: '',
    used: [],
    missing: [{ name: 'household.savings', label: '银行存款', about: '', whom: '核对中心', evidence: '核对报告' }],
  },
};

describe('the explanation of a clause', () => {
  it('says what is not known, whom to ask and the article', () => {
    render(<ClauseTree nodes={[property]} />);
    const text = screen.getByRole('treeitem').textContent;
    expect(text).toContain('未知');
    expect(text).toContain('还不知道：银行存款');
    expect(text).toContain('向谁问：核对中心');
    expect(text).toContain('第九条');
  });
  it('opens by keyboard to its rule and evidence', () => {
    render(<ClauseTree nodes={[property]} />);
    const item = screen.getByRole('treeitem');
    fireEvent.keyDown(item, { key: 'Enter' });
    expect(item.getAttribute('aria-expanded')).toBe('true');
    expect(item.textContent).toContain('凭什么：核对报告');
  });
});

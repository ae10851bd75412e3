import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { DataTable, type ListQuery } from './DataTable';
import { Empty } from './Empty';
import { FilterText } from './Filters';

interface Household {
  id: string;
  head: string;
}

const HOUSEHOLDS: readonly Household[] = ['李某甲', '王某乙', '张某丙', '李某丁', '李某戊'].map((head, at) => ({
  id: `h${at}`,
  head,
}));

/** A register that finds by name and counts what it was asked. */
function show(address: string, households = HOUSEHOLDS) {
  const asked: ListQuery[] = [];
  const load = (query: ListQuery) => {
    asked.push(query);
    const found = households.filter((household) => household.head.includes(query.filters['q'] ?? ''));
    return Promise.resolve({ rows: found.slice(query.offset, query.offset + query.size), total: found.length });
  };
  const list = (
    <DataTable<Household>
      queryKey={['households']}
      load={load}
      size={2}
      label="家庭"
      rowKey={(row) => row.id}
      columns={[
        { key: 'head', title: '户主', render: (row) => row.head, sortable: true },
        { key: 'id', title: '编号', render: (row) => row.id, secondary: true },
      ]}
      filters={(state) => <FilterText list={state} name="q" label="姓名" />}
      empty={<Empty title="还没有家庭">从导入名册开始。</Empty>}
      panel={{ title: (key, row) => row?.head ?? key, content: (key) => <p>档案 {key}</p> }}
    />
  );
  const router = createMemoryRouter([{ path: '/households', element: list }], { initialEntries: [address] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { asked, router };
}

const rowOf = (text: string): HTMLElement => {
  const row = screen.getByText(text).closest<HTMLElement>('[data-row]');
  if (!row) {
    throw new Error(`${text} stands in no row`);
  }
  return row;
};

describe('a list', () => {
  it('asks the server for the page and the filters of its address', async () => {
    const { asked } = show('/households?q=李&page=2&sort=-head');
    await screen.findByText('李某戊');
    expect(asked).toEqual([{ filters: { q: '李' }, page: 2, size: 2, offset: 2, sort: '-head' }]);
  });

  it('turns the page in the address', async () => {
    const { router } = show('/households');
    await screen.findByText('李某甲');
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    await screen.findByText('张某丙');
    expect(router.state.location.search).toBe('?page=2');
    expect(screen.getByText('第2页，共3页')).toBeTruthy();
  });

  it('opens a row with Enter beside the list, leafs with the arrows and closes with Escape', async () => {
    const { router } = show('/households');
    await screen.findByText('李某甲');
    const first = rowOf('李某甲');
    first.focus();
    fireEvent.keyDown(first, { key: 'Enter' });
    const panel = await screen.findByRole('complementary');
    expect(within(panel).getByText('档案 h0')).toBeTruthy();
    expect(screen.getByText('王某乙')).toBeTruthy();

    fireEvent.keyDown(rowOf('王某乙').previousElementSibling ?? first, { key: 'ArrowDown' });
    expect(await screen.findByText('档案 h1')).toBeTruthy();

    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(router.state.location.search).toBe('');
  });

  it('says what fills it when there is nothing', async () => {
    show('/households', []);
    expect(await screen.findByText('从导入名册开始。')).toBeTruthy();
  });

  it('says to widen the filters when they let nothing through', async () => {
    show('/households?q=赵');
    expect(await screen.findByText('没有符合条件的记录')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(await screen.findByText('李某甲')).toBeTruthy();
  });
});

import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Unsaved } from './Unsaved';

function Writing({ unsaved }: { unsaved: boolean }) {
  return (
    <>
      <Unsaved when={unsaved} of="path" />
      <p>写作页</p>
      <Link to="/write?path=a&at=2">下一条</Link>
      <Link to="/write?path=b">另一个文件</Link>
      <Link to="/else">别处</Link>
    </>
  );
}

function open(unsaved: boolean) {
  const router = createMemoryRouter(
    [
      { path: '/write', element: <Writing unsaved={unsaved} /> },
      { path: '/else', element: <p>别的页面</p> },
    ],
    { initialEntries: ['/write?path=a'] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

describe('a page on which something is not saved', () => {
  it('asks before it is left, and stays where that is wished', async () => {
    const router = open(true);
    fireEvent.click(screen.getByText('别处'));
    fireEvent.click(await screen.findByText('留在本页'));
    await waitFor(() => expect([...router.state.blockers.values()][0]?.state).toBe('unblocked'));
    expect(router.state.location.pathname).toBe('/write');
  });
  it('is left where that is wished', async () => {
    open(true);
    fireEvent.click(screen.getByText('别处'));
    fireEvent.click(await screen.findByText('不保存，离开'));
    expect(await screen.findByText('别的页面')).toBeTruthy();
  });
  it('is another one for another file, but not for another part of the same', async () => {
    const router = open(true);
    fireEvent.click(screen.getByText('下一条'));
    await waitFor(() => expect(router.state.location.search).toBe('?path=a&at=2'));
    fireEvent.click(screen.getByText('另一个文件'));
    expect(await screen.findByText('还没有保存，要离开吗？')).toBeTruthy();
    expect(router.state.location.search).toBe('?path=a&at=2');
  });
  it('asks as well where the window is to be closed', () => {
    open(true);
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
  });
});

describe('a page on which all is saved', () => {
  it('is left without a question', async () => {
    open(false);
    fireEvent.click(screen.getByText('别处'));
    expect(await screen.findByText('别的页面')).toBeTruthy();
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
  });
});

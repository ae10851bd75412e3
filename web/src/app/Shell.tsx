import { KeyOutlined, LogoutOutlined, MenuOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons';
import { App as Messages, Button, Drawer, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { NavLink, Outlet, useLocation, useMatches, useNavigate, useNavigation } from 'react-router';
import { signOut, useCan, useSession } from '../api/session';
import { mayOpen } from '../ui/feature';
import { setLanguage, useLanguage, useWords } from '../ui/i18n';
import { ProblemAlert } from '../ui/ProblemAlert';
import { BusinessDate } from './BusinessDate';
import { DemoBanner } from './DemoBanner';
import { JobTray } from './JobTray';
import { NotYours } from './NotYours';
import type { WorkArea } from './navigation';
import { SearchBox } from './SearchBox';
import { words } from './words';

/** What stands around every page: areas of work on the left, search, date, area, jobs and user above. */
export default function Shell({ areas }: { areas: readonly WorkArea[] }) {
  const w = useWords(words);
  const session = useSession();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const handles = useMatches().map(({ handle }) => handle);
  // The menu is open for one path: going elsewhere closes it.
  const [menuAt, setMenuAt] = useState<string>();

  return (
    <Messages className="shell">
      <a href="#content" className="skip">
        {w.skip}
      </a>
      {session.demo && <DemoBanner />}
      <header className="top no-print">
        <Button
          type="text"
          className="only-phone"
          icon={<MenuOutlined />}
          aria-label={w.openMenu}
          onClick={() => setMenuAt(pathname)}
        />
        <NavLink to="/" className="brand">
          <img src="/favicon.svg" alt="" width={24} height={24} />
          {w.product}
        </NavLink>
        {useCan('registry.read') && <SearchBox />}
        <div className="top-facts">
          <BusinessDate />
          <span className="area-path" title={session.area.path}>
            {session.area.path}
          </span>
        </div>
        <div className="top-tools">
          <JobTray />
          <UserMenu />
        </div>
      </header>
      <div className="middle">
        <nav className="side no-print" aria-label={w.areas}>
          <AreaLinks areas={areas} />
        </nav>
        <Drawer
          placement="left"
          size={240}
          title={w.areas}
          open={menuAt === pathname}
          onClose={() => setMenuAt(undefined)}
        >
          <nav aria-label={w.areas}>
            <AreaLinks areas={areas} />
          </nav>
        </Drawer>
        <main id="content" className="content" aria-busy={navigation.state === 'loading'}>
          {navigation.state === 'loading' && <div className="going" />}
          {mayOpen(session.rights, handles) ? <Outlet /> : <NotYours />}
        </main>
      </div>
    </Messages>
  );
}

function AreaLinks({ areas }: { areas: readonly WorkArea[] }): ReactNode {
  const w = useWords(words);
  return (
    <ul className="area-links">
      {areas.map(({ path, title, icon: Icon }) => {
        const text = w[title];
        return (
          <li key={path}>
            <NavLink to={path}>
              <Icon /> {typeof text === 'string' && text}
            </NavLink>
          </li>
        );
      })}
    </ul>
  );
}

function UserMenu() {
  const w = useWords(words);
  const { user, area } = useSession();
  const language = useLanguage();
  const [problem, setProblem] = useState<unknown>();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const menu = (
    <div className="user-menu">
      <p>
        <strong>{user.name}</strong> · {user.roleTitle}
      </p>
      <p className="secondary">{area.path}</p>
      {problem !== undefined && <ProblemAlert problem={problem} />}
      <Button
        type="text"
        block
        icon={<TranslationOutlined />}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {w.toEnglish}
      </Button>
      <Button
        type="text"
        block
        icon={<KeyOutlined />}
        onClick={() => {
          setOpen(false);
          void navigate('/password');
        }}
      >
        {w.password}
      </Button>
      <Button type="text" block icon={<LogoutOutlined />} onClick={() => void signOut().catch(setProblem)}>
        {w.signOut}
      </Button>
      <p className="secondary user-menu-keys only-wide">{w.keys}</p>
    </div>
  );
  return (
    <Popover content={menu} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}>
      <Button type="text" icon={<UserOutlined />} aria-label={`${w.userMenu} ${user.name}`}>
        <span className="only-wide">{user.name}</span>
      </Button>
    </Popover>
  );
}

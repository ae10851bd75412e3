import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useRef } from 'react';
import { RouterProvider } from 'react-router';
import { onSignedOut } from '../api/client';
import { Problem } from '../api/problem';
import { sessionQuery } from '../api/session';
import { useLanguage } from '../ui/i18n';
import { theme } from '../ui/theme';
import { loadShell, router } from './router';

const RETRIES = 2;

/** What a field says that is not filled in, be it typed or chosen. */
const MISSING = {
  zh: { required: '请填写“${label}”', whitespace: '请填写“${label}”' },
  en: { required: 'Fill in “${label}”', whitespace: 'Fill in “${label}”' },
};

/** Only a network that failed is worth another try: what the server refuses it refuses again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => problem instanceof Problem && problem.status === 0 && failures < RETRIES,
    },
  },
});
onSignedOut(() => client.setQueryData(sessionQuery.queryKey, null));

// Asked for at once, beside the first page's code; whoever is signed in will need the shell.
void client.query(sessionQuery).then(
  (session) => session && loadShell(),
  () => undefined, // the page itself reports it
);

export function App() {
  const language = useLanguage();
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current !== language) {
      shown.current = language;
      // Titles and messages come from the server in the language of the page.
      void client.invalidateQueries();
    }
  }, [language]);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        form={{ scrollToFirstError: { focus: true, block: 'center' }, validateMessages: MISSING[language] }}
      >
        <RouterProvider router={router} />
      </ConfigProvider>
    </QueryClientProvider>
  );
}

import { QueryCache, QueryClient, QueryClientProvider, MutationCache } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { InvitationPage } from '../../kernel/access/accounts/InvitationPage.tsx'
import { whoAmI } from '../../kernel/access/contract.ts'
import { Refusal } from '../../platform/contract/public.ts'
import {
  DistrictProvider,
  LanguageProvider,
  paletteCss,
  theme,
  useDistrict,
  useLocale,
  useWords,
} from '../../platform/ui/public.ts'
import { consoleRouter } from './router.tsx'
import { SessionGate } from './session.tsx'
import { words } from './words.ts'

/** `/331102/console/…` → 331102. */
export function districtOf(path: string): number | null {
  const found = /^\/(\d{6})\/console(?:\/|$)/.exec(path)
  return found ? Number(found[1]) : null
}

/** The page of an invitation, which needs no session. */
const isInvitation = (path: string): boolean => /^\/\d{6}\/console\/invitation\/?$/.test(path)

/** Whenever the server no longer knows the session, the gate asks again who is signed in. */
function queryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => lookAgain(error, query.queryKey[2]) }),
    mutationCache: new MutationCache({
      onError: (error, _given, _context, act) => lookAgain(error, act.options.mutationKey?.[1]),
    }),
  })
  function lookAgain(error: Error, path: unknown) {
    if (!(error instanceof Refusal) || error.problem.status !== 401 || path === whoAmI.path) return
    void client.invalidateQueries({ predicate: (query) => query.queryKey[2] === whoAmI.path })
  }
  return client
}

/** Ours does not grow and shrink: Ant's own stays for ever when the answer comes before it has grown. */
const button = { autoInsertSpace: false, loadingIcon: <span className="sj-turning" aria-hidden /> }

function AntDesign({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider theme={theme} locale={useLocale() === 'zh' ? zhCN : enUS} button={button}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}

function Pages() {
  const district = useDistrict()
  const router = useMemo(() => consoleRouter(district), [district])
  return <RouterProvider router={router} />
}

function NoDistrict() {
  const say = useWords(words)
  return <main className="shell-alone">{say.noDistrict}</main>
}

export function Console({ path }: { path: string }) {
  const district = districtOf(path)
  const client = useMemo(queryClient, [])
  return (
    <LanguageProvider>
      <style>{paletteCss()}</style>
      {district === null ? (
        <NoDistrict />
      ) : (
        <DistrictProvider district={district}>
          <QueryClientProvider client={client}>
            <AntDesign>
              {isInvitation(path) ? (
                <InvitationPage />
              ) : (
                <SessionGate>
                  <Pages />
                </SessionGate>
              )}
            </AntDesign>
          </QueryClientProvider>
        </DistrictProvider>
      )}
    </LanguageProvider>
  )
}

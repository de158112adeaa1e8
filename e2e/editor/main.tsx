import '../../src/web/console/withoutEval.ts'
import '../../src/platform/ui/ui.css'
import '../../src/web/console/console.css'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import { type ComponentProps, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { SchemeEditor } from '../../src/kernel/policy/editing/editor/SchemeEditor.tsx'
import { DistrictProvider, LanguageProvider, paletteCss, theme } from '../../src/platform/ui/public.ts'

/** What a test gives the editor, and what the editor made of it. */
type Given = Omit<ComponentProps<typeof SchemeEditor>, 'onChange'>

declare global {
  var given: Given
  var now: Given['document']
}

/** The editor alone, held as a page holds it. */
function Held() {
  const [document, setDocument] = useState(globalThis.given.document)
  useEffect(() => {
    globalThis.now = document
  }, [document])
  return (
    <div className="sj-page sj-page-flow">
      <h1>政策</h1>
      <SchemeEditor {...globalThis.given} document={document} onChange={setDocument} />
    </div>
  )
}

const router = createRouter({ routeTree: createRootRoute({ component: Held }), history: createMemoryHistory() })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <style>{paletteCss()}</style>
      <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
        <App component={false}>
          <DistrictProvider district={331102}>
            <QueryClientProvider client={new QueryClient()}>
              <RouterProvider router={router as never} />
            </QueryClientProvider>
          </DistrictProvider>
        </App>
      </ConfigProvider>
    </LanguageProvider>
  </StrictMode>,
)

import './withoutEval.ts'
import './styleNonce.ts'
import '../../platform/ui/ui.css'
import './console.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Console } from './Console.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Console path={window.location.pathname} />
  </StrictMode>,
)

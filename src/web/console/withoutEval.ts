import { z } from 'zod'

// The content security policy forbids eval; Zod would otherwise try it, and the browser would report a violation.
z.config({ jitless: true })

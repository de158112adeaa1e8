import { createContext } from 'react'

/**
 * Asks for the second factor, over the page, when the server wants it anew; whether it was given. What was being done is
 * then done: nothing typed is lost. The console's shell says how.
 */
export const FreshContext = createContext<(() => Promise<boolean>) | null>(null)

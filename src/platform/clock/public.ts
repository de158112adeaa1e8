export { setBusinessNow } from './store.ts'

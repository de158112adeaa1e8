export { businessNow, setBusinessNow } from './store.ts'

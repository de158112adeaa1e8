export { findFile, keepFile, type StoredFile } from './store.ts'

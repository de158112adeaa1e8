export { type DocumentType, documentKindOf } from './document-kind.ts'
export { fileHashes, findFile, keepFile, listFiles, type StoredFile } from './store.ts'

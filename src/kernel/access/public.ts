export { ALL_PERMISSIONS, permissionsOf, ROLES, type Role } from './permissions.ts'
export { hashPassword } from './passwords.ts'
export { authenticate } from './sessions.ts'
export { listAccounts, listRolesOf, saveAccount } from './store.ts'

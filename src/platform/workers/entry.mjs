// Runs the module that its first argument names. Node 22.18 and later strip types themselves; Node 20 borrows tsx for it.
// Started with none of its parent's flags, so that it is the same under tsx, under the tests and in production.
try {
  if (!process.features.typescript) (await import('tsx/esm/api')).register()
  await import(process.argv[2])
} catch (error) {
  process.send?.({ type: 'failed', error })
}

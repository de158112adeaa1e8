/**
 * Named points at which a process can be made to die, for seeing that whatever follows finds everything whole. Without
 * SHANJIANG_DIE_AT in the environment they do nothing: `freeze.half:2` dies the second time that point is reached.
 */
const [point = '', nth = '1'] = (process.env.SHANJIANG_DIE_AT ?? '').split(':')
let reached = 0

export function mayDieAt(name: string): void {
  if (point === '' || name !== point) return
  reached += 1
  if (reached < Number(nth)) return
  process.kill(process.pid, 'SIGKILL')
  // The signal comes when it comes: nothing more is done meanwhile.
  for (;;);
}

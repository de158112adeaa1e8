import { ensureTestCluster } from '../src/platform/testing/cluster.ts'

/** `start` prints whether it was this call that started the server; `stop` ends it. */
const command = process.argv[2]
const cluster = await ensureTestCluster()
if (command === 'stop') await cluster.stop()
else
  console.log(JSON.stringify({ started: cluster.started, dataDirectory: cluster.dataDirectory, notes: cluster.notes }))

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console. The server serves index.html at `/:district/console/*` and the rest at `/assets/`. */
export default defineConfig({
  root: 'src/web/console',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // A page carries only the parts of platform/ui that it uses.
      treeshake: { moduleSideEffects: [{ test: /src\/platform\/ui\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        // Ant Design is split by who needs it; the long list of these is not wanted in file names.
        chunkFileNames: (chunk) => `assets/${chunk.name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            {
              name: 'antd',
              test: /node_modules\/(antd|@ant-design|@rc-component|dayjs)\//,
              entriesAware: true,
              entriesAwareMergeThreshold: 60_000,
            },
            { name: 'zod', test: /node_modules\/zod\// },
          ],
        },
      },
    },
  },
})

import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

/** The day of the commit in Japan, so that two builds of one commit are the same bytes. */
function buildDay(): string {
  let seconds = Number(process.env.SOURCE_DATE_EPOCH);
  if (!seconds) {
    try {
      seconds = Number(execFileSync('git', ['log', '-1', '--format=%ct'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    } catch {
      seconds = Date.now() / 1000; // a source archive without git
    }
  }
  return new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 10);
}

export default defineConfig({
  cacheDir: '../node_modules/.vite',
  define: { __BUILD_DAY__: JSON.stringify(buildDay()) },
  server: { proxy: { '/content': 'http://localhost:8080' } },
  build: {
    target: ['es2022', 'safari16.4'],
    outDir: 'dist/app',
    emptyOutDir: true,
    // The content security policy allows neither inline scripts nor data: scripts.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});

// Builds the engine alone, as a script that a page can time: node engine.mjs <folder>
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../frontend', import.meta.url));
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: process.argv[2],
    emptyOutDir: true,
    target: ['es2022', 'safari16.4'],
    lib: { entry: `${root}/src/engine/evaluate.ts`, name: 'engine', formats: ['iife'], fileName: () => 'engine.js' },
  },
});

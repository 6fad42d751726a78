import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budgets } from './build/budgets.js';
import { contractsPlugin } from './build/contracts-plugin.js';
import { compressed } from './build/compressed.js';
import { pdfParts } from './build/pdf-parts.js';

export default defineConfig({
  plugins: [react(), contractsPlugin(), pdfParts(), budgets(), compressed()],
  /** `npx vite` beside a running system: pages from here, the API from there. */
  server: {
    proxy: Object.fromEntries(
      ['/api', '/assets', '/health', '/metrics', '/set-up'].map((path) => [
        path,
        process.env.XC_ADDRESS ?? 'http://127.0.0.1:8080',
      ]),
    ),
  },
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});

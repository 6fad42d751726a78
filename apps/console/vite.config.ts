import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractsPlugin } from './build/contracts-plugin.js';
import { compressed } from './build/compressed.js';

export default defineConfig({
  plugins: [react(), contractsPlugin(), compressed()],
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});

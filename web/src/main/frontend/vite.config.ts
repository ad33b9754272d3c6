import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const server = process.env.BUILDINGOS_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL('../../../target/frontend', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // For budget.mjs, which takes it away again.
    manifest: true,
    // The content security policy forbids data: addresses for everything but images.
    assetsInlineLimit: 0,
    // What every page starts with is one file: on a slow network each further one is a round trip. budget.mjs holds its size.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  server: { port: 5173, proxy: { '/api': server, '/health': server, '/ready': server } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});

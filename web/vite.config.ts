import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': process.env['YINGBAO_URL'] ?? 'http://localhost:8080' } },
  build: {
    target: 'es2022',
    // The page's content security policy allows no data: scripts and no inline code; small pictures stay files too.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
  },
});

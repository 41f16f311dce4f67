import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The two pages by the address they are served under. */
const pages = { 'index.html': 'desk/index.html', 'addin/pane.html': 'addin/pane/pane.html' };

/**
 * Puts each page where the server serves it from, instead of where its source lies; and the add-in's icons beside the pane
 * under their own names: the manifest refers to them.
 */
const placePages = (): Plugin => ({
  name: 'countersign-place-pages',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const [address, source] of Object.entries(pages)) {
      const page = bundle[source];
      if (page) page.fileName = address;
    }
    for (const icon of readdirSync('addin/assets').filter((name) => name.endsWith('.png')))
      this.emitFile({
        type: 'asset',
        fileName: `addin/assets/${icon}`,
        source: readFileSync(join('addin/assets', icon)),
      });
  },
});

export default defineConfig({
  plugins: [react(), placePages()],
  publicDir: false,
  // Locales are loaded by top-level await.
  build: {
    target: 'es2022',
    outDir: 'dist/pages',
    emptyOutDir: true,
    rolldownOptions: { input: Object.values(pages).filter((source) => existsSync(source)) },
    // The workbook worker carries exceljs.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
});

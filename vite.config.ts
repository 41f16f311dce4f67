import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The two pages by the address they are served under. */
const pages = { 'index.html': 'desk/index.html', 'addin/pane.html': 'addin/pane/pane.html' };

/** What the manifest refers to, under its own names. */
const forManifest = { 'addin/assets': '.png', 'addin/shortcuts': '.json' };

/** Puts each page where the server serves it from, instead of where its source lies; beside the pane what the manifest names. */
const placePages = (): Plugin => ({
  name: 'countersign-place-pages',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const [address, source] of Object.entries(pages)) {
      const page = bundle[source];
      if (page) page.fileName = address;
    }
    for (const [folder, ending] of Object.entries(forManifest))
      for (const file of readdirSync(folder).filter((name) => name.endsWith(ending)))
        this.emitFile({ type: 'asset', fileName: `${folder}/${file}`, source: readFileSync(join(folder, file)) });
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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { metadataOf } from './addin/functions/metadata.ts';
import { locales } from './core/policy/locale.ts';
import { callsOf } from './core/wire/calls.ts';
import { endpoints } from './core/wire/endpoints.ts';
import aboutProject from './package.json' with { type: 'json' };
import { spokenVersion } from './server/http/spoken-version.ts';

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
    for (const locale of locales)
      this.emitFile({
        type: 'asset',
        fileName: `addin/functions/functions.${locale}.json`,
        source: JSON.stringify(metadataOf(locale), null, 2),
      });
    // Where Excel looks for the functions' code: the pane's, which changes its name with its content.
    const pane = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith('addin/pane/pane.html'),
    );
    if (!pane) throw new Error('the pane was not built');
    this.emitFile({ type: 'asset', fileName: 'addin/functions/functions.js', source: `import '/${pane.fileName}';\n` });
  },
});

export default defineConfig({
  plugins: [react(), placePages()],
  publicDir: false,
  define: {
    __VERSION__: JSON.stringify(spokenVersion(aboutProject.version)),
    __CALLS__: JSON.stringify(callsOf(endpoints)),
  },
  // Locales are loaded by top-level await.
  build: {
    target: 'es2022',
    outDir: 'dist/pages',
    emptyOutDir: true,
    // Which page loads what: test/browser/pane-size.test.ts weighs it.
    manifest: true,
    // Texts are fetched one language at a time, also the short ones.
    assetsInlineLimit: (path) => (path.endsWith('.json') ? false : undefined),
    rolldownOptions: { input: Object.values(pages).filter((source) => existsSync(source)) },
    // The workbook worker carries exceljs.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
});

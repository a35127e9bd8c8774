import { defineConfig, type Plugin } from "vite";

/** Aksel's style sheet fetches its font from NAV's servers; the page brings the same font along and asks nobody. */
const ownFont: Plugin = {
  name: "own-font",
  enforce: "pre",
  transform: (code, id) =>
    id.includes("@navikt/ds-css") ? { code: code.replace(/@font-face\s*\{[^}]*cdn\.nav\.no[^}]*\}/g, ""), map: null } : null,
};

export default defineConfig({
  base: "./",
  plugins: [ownFont],
  // Nothing may stand inline: the content security policy lets only files of our own run.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)) },
  },
  worker: { format: "es" },
});

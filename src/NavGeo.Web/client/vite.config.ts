import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // Nothing may stand inline: the content security policy lets only files of our own run.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false, chunkSizeWarningLimit: 3000 },
  worker: { format: "es" },
});

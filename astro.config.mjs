import node from '@astrojs/node'
import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'

// server/ and db/ run as they are, in Node, beside the built site: one copy of each module and of its state.
const runsInNode = /^#(server|db)\//

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 32 * 1024 * 1024 }),
  integrations: [svelte()],
  session: false,
  trailingSlash: 'never',
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    checkOrigin: false,
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [
      {
        name: 'balai:runs-in-node',
        apply: 'build',
        enforce: 'pre',
        applyToEnvironment: (environment) => environment.name !== 'client',
        resolveId: (id) => (runsInNode.test(id) ? { id, external: true } : undefined),
      },
    ],
  },
})

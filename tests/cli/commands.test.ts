import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { balai, SEKADAU } from './command-line.ts'

describe('balai', () => {
  it('runs as a program, with its result on one stream and its messages on the other', async () => {
    const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, ['server/cli/main.ts', 'skm', 'missing.csv'], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('missing.csv tidak bisa dibaca')
  })

  it('lists its commands, each with its own help', async () => {
    const { code, out } = await balai(['--help'])
    expect(code).toBe(0)
    for (const name of ['skm', 'compare', 'sample', 'statistics']) {
      expect(out).toContain(`  ${name} `)
      const help = await balai([name, '--help'])
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out).toContain(`balai ${name} `)
    }
  })

  it.each([
    [[]],
    [['nonsense']],
    [['constructor']],
    [['skm']],
    [['skm', SEKADAU, SEKADAU]],
    [['skm', '--weights', 'exact', SEKADAU]],
    [['skm', '--weight', '0.12', SEKADAU]],
    [['skm', '--order', 'toString', SEKADAU]],
    [['skm', 'server']],
    [['compare', SEKADAU]],
    [['compare', SEKADAU, 'missing.csv']],
    [['sample']],
    [['sample', '0']],
    [['sample', '-3']],
    [['sample', '10', '20']],
    [['sample', '1.000']],
    [['sample', 'banyak']],
    [['statistics']],
    [['statistics', SEKADAU]],
    [['statistics', 'missing.json']],
  ])('says how it is used when called as %j', async (args) => {
    const { code, out, err } = await balai(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })
})

describe('balai sample', () => {
  it('plans by formula and by the next row of the table', async () => {
    expect((await balai(['sample', '4384'])).json()).toEqual({ formula: 353, table: 354 })
    expect((await balai(['sample', '220', '--json'], true)).json()).toEqual({ formula: 140, table: 140 })
    expect((await balai(['sample', '220'], true)).out).toContain('Tabel: 140 responden')
  })
})

import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import {
  isRefused,
  readAnswers,
  type AnswerFileOptions,
  type AnswerRow,
  type RefusedLine,
} from '#server/survey/answer-file.ts'
import type { TextSource } from '#server/csv-records.ts'
import { ELEMENT_KEYS, ELEMENT_NAMES } from '#server/survey/rules/elements.ts'

const HEADER = ELEMENT_KEYS.join(',')
const GOOD = '1,2,3,4,1,2,3,4,1'

async function read(source: TextSource, options?: AnswerFileOptions) {
  const rows: AnswerRow[] = []
  const refused: RefusedLine[] = []
  for await (const row of readAnswers(source, options)) {
    if (isRefused(row)) refused.push(row)
    else rows.push(row)
  }
  return { rows, refused, scores: rows.map((row) => ELEMENT_KEYS.map((key) => row.scores[key])) }
}

const refusedLines = async (text: TextSource) => (await read(text)).refused.map(({ line }) => line)

describe('the header of a file of answers', () => {
  it.each([
    ['element keys', HEADER],
    ['element keys in another case, with spaces', HEADER.toUpperCase().replaceAll(',', ' , ')],
    ['official names, quoted', ELEMENT_KEYS.map((key) => `"${ELEMENT_NAMES[key]}"`).join(',')],
    [
      'official names, differently spaced',
      ELEMENT_KEYS.map((key) => `" ${ELEMENT_NAMES[key].toLowerCase().replaceAll(' ', '  ')}"`).join(','),
    ],
    ['U1 to U9', 'U1,U2,u3,U4,U5,U6,U7,U8,U9'],
    ['names of several kinds', HEADER.replace('requirements', 'U1').replace('cost', 'Biaya/Tarif')],
  ])('may be %s', async (_, header) => {
    expect(await read(`${header}\n${GOOD}\n`)).toMatchObject({ refused: [], scores: [[1, 2, 3, 4, 1, 2, 3, 4, 1]] })
  })

  it('may hold official names with commas, unquoted between semicolons', async () => {
    const header = ELEMENT_KEYS.map((key) => ELEMENT_NAMES[key]).join(';')
    expect((await read(`${header}\n${GOOD.replaceAll(',', ';')}`)).scores).toEqual([[1, 2, 3, 4, 1, 2, 3, 4, 1]])
  })

  it('reads U8 and U9 under the declared order', async () => {
    const text = 'U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,1,1,1,1,1,1,2,4'
    expect((await read(text)).rows[0]!.scores).toMatchObject({ complaint_handling: 2, facilities: 4 })
    expect((await read(text, { order: 'annex' })).rows[0]!.scores).toMatchObject({
      complaint_handling: 4,
      facilities: 2,
    })
  })

  it('may name the columns in any order', async () => {
    const header = [...ELEMENT_KEYS].reverse().join(',')
    expect((await read(`${header}\n4,3,2,1,4,3,2,1,4`)).scores).toEqual([[4, 1, 2, 3, 4, 1, 2, 3, 4]])
  })

  it.each([
    ['an unknown column', `${HEADER},age`, 'age'],
    ['a doubled column', `${HEADER},cost`, 'dua kali'],
    ['an element under two names', `${HEADER},U4`, 'dua kali'],
    ['two columns of comments', `${HEADER},comment,saran`, 'dua kali'],
    ['a missing element', HEADER.replace(',cost', ''), 'Biaya/Tarif'],
    ['a column without a name', HEADER.replace('cost', 'cost,'), 'ke-5'],
    ['broken quotes', `"${HEADER}`, 'kutip'],
    ['another separator', HEADER.replaceAll(',', '\t'), 'tidak dikenal'],
    ['the old line ends of a Mac', `${HEADER}\r${GOOD}\r`, 'CR'],
  ])('with %s refuses the whole file', async (_, header, reason) => {
    const { rows, refused } = await read(`${header}\n${GOOD}\n${GOOD}\n`)
    expect(rows).toEqual([])
    expect(refused).toEqual([{ line: 1, reason: expect.stringContaining(reason), whole: true }])
  })

  it('refuses an empty file', async () => {
    for (const text of ['', '\n\n', '\uFEFF']) {
      expect((await read(text)).refused).toEqual([{ line: 1, reason: expect.stringContaining('kosong'), whole: true }])
    }
  })

  it('refuses UTF-16 clearly, with a byte order mark or without', async () => {
    const bytes = Buffer.from(`${HEADER}\r\n${GOOD}\r\n`, 'utf16le')
    for (const file of [Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]), bytes]) {
      expect((await read([file])).refused).toEqual([
        { line: 1, reason: expect.stringContaining('UTF-16'), whole: true },
      ])
    }
  })
})

describe('a file as a spreadsheet writes it', () => {
  it('may carry a byte order mark, CRLF and semicolons', async () => {
    const bytes = Buffer.from(
      `\uFEFF${HEADER};saran\r\n${GOOD};Baik, cepat\r\n`.replaceAll(',', ';').replace('Baik;', 'Baik,'),
    )
    const { rows, refused } = await read([bytes])
    expect(refused).toEqual([])
    expect(rows).toMatchObject([{ line: 2, comment: 'Baik, cepat' }])
  })

  it('may begin with a line that declares the separator, which counts as a line', async () => {
    const text = `sep=;\r\n${HEADER}\r\n${GOOD}\r\n9${GOOD.slice(1)}`.replaceAll(',', ';')
    const { rows, refused } = await read(text)
    expect(rows.map(({ line }) => line)).toEqual([3])
    expect(refused.map(({ line }) => line)).toEqual([4])
  })

  it('may end in empty columns without a name, whole or cut short', async () => {
    const { rows, refused } = await read(`${HEADER},,,\n${GOOD},,,\n${GOOD}\n${GOOD}, ,\n${GOOD},,,,\n${GOOD},,x,\n`)
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(refused).toEqual([
      { line: 5, reason: expect.stringContaining('13') },
      { line: 6, reason: expect.stringContaining('tanpa judul') },
    ])
  })

  it('skips empty lines but counts them', async () => {
    const { rows } = await read(`\n${HEADER}\n\n${GOOD}\n   \n\r\n${GOOD}\n\n`)
    expect(rows.map(({ line }) => line)).toEqual([4, 7])
  })

  it('skips rows of nothing but separators, as spreadsheets leave them, but counts them', async () => {
    const { rows, refused } = await read(`${HEADER},saran\n,,,,,,,,,\n${GOOD},\n"",,, ,,,,,,\n${GOOD},\n,,,,,,,,,\n`)
    expect(refused).toEqual([])
    expect(rows.map(({ line }) => line)).toEqual([3, 5])
  })

  it('refuses a comment that comes without a single score', async () => {
    const { refused } = await read(`${HEADER},saran\n,,,,,,,,,Baik\n`)
    expect(refused).toEqual([{ line: 2, reason: expect.stringContaining('Tidak ada jawaban') }])
  })

  it('takes a blank as not answered, and space around a value as nothing', async () => {
    expect((await read(`${HEADER}\n 1 ,2,, ,"3"," 4 ","",1,2`)).scores).toEqual([[1, 2, null, null, 3, 4, null, 1, 2]])
  })

  it('keeps a comment whole, with its separators, quotes and line breaks', async () => {
    const { rows } = await read(
      `${HEADER},comment\n${GOOD},"Petugas ""ramah"",\r\ncepat\n\nsekali"\n${GOOD},  \n${GOOD},ok\n`,
    )
    expect(rows).toMatchObject([
      { line: 2, comment: 'Petugas "ramah",\ncepat\n\nsekali' },
      { line: 6 },
      { line: 7, comment: 'ok' },
    ])
    expect(rows[1]).not.toHaveProperty('comment')
  })

  it('hands on the profile columns that the caller allows, and no others', async () => {
    const text = `sex,${HEADER},age_band\nP,${GOOD},\n`
    expect((await read(text, { profile: ['sex', 'age_band'] })).rows[0]!.respondent).toEqual({ sex: 'P' })
    expect((await read(text, { profile: ['age_band'] })).refused[0]).toMatchObject({ line: 1, whole: true })
  })
})

describe('a line that cannot be counted', () => {
  it.each(['0', '5', ' 5', '3.0', '3,0', '-1', '+3', '1e0', '٣', '３', '44', 'baik', '4a', '=4', '½'])(
    'has a value like %j',
    async (value) => {
      const { rows, refused } = await read(`${HEADER}\n${GOOD}\n"${value}"${GOOD.slice(1)}\n${GOOD}\n`)
      expect(rows).toHaveLength(2)
      expect(refused).toEqual([{ line: 3, reason: expect.stringContaining('Persyaratan') }])
    },
  )

  it.each([
    ['too few columns', '1,2,3,4,1,2,3,4', 'Jumlah kolom 8'],
    ['too many columns', `${GOOD},`, 'Jumlah kolom 10'],
    ['separators alone, but too few of them', ',,', 'Jumlah kolom 3'],
    ['a stray quote', '1,2,3,4",1,2,3,4,1', 'kutip'],
    ['text after a quote', '"1"x,2,3,4,1,2,3,4,1', 'kutip'],
    ['a quote that never ends', '1,2,3,4,1,2,3,4,"1', 'kutip'],
    ['a NUL byte', '1,2,3,4,1,2,3,4,1\0', 'NUL'],
  ])('has %s, and costs no other line', async (_, line, reason) => {
    const { rows, refused } = await read(`${HEADER}\n${GOOD}\n${line}\n${GOOD}\n"1",2,3,4,1,2,3,4,1\n`)
    expect(refused).toEqual([{ line: 3, reason: expect.stringContaining(reason) }])
    expect(rows.map((row) => row.line)).toEqual([2, 4, 5])
  })

  it('has bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER},saran\n${GOOD},caf`),
      Buffer.from([0xe9]),
      Buffer.from(`\n${GOOD},ya\n`),
    ])
    const { rows, refused } = await read([bytes])
    expect(refused).toEqual([{ line: 2, reason: expect.stringContaining('UTF-8') }])
    expect(rows).toMatchObject([{ line: 3, comment: 'ya' }])
  })

  it('is named by the line where its record begins', async () => {
    const comment = '"satu\ndua\ntiga"'
    const text = `${HEADER},comment\n${GOOD},${comment}\n9${GOOD.slice(1)},${comment}\n${GOOD},x,y\n`
    expect(await refusedLines(text)).toEqual([5, 8])
  })

  it('is cut off when it never ends', async () => {
    const { rows, refused } = await read(`${HEADER}\n${GOOD}\n${'1'.repeat(3_000_000)}`)
    expect(rows).toHaveLength(1)
    expect(refused).toEqual([{ line: 3, reason: expect.stringContaining('terlalu panjang') }])
  })
})

describe('a file that arrives in pieces', () => {
  const text = `\uFEFF${HEADER};saran\r\n${GOOD};"é\r\n“ya”"\r\n${GOOD};\r\n`.replaceAll(',', ';')

  it('reads the same wherever it is cut', async () => {
    const bytes = Buffer.from(text)
    const whole = await read([bytes])
    expect(whole.rows).toMatchObject([{ line: 2, comment: 'é\n“ya”' }, { line: 4 }])
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole)
    }
    expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole)
    expect(await read(Readable.from([text]))).toEqual(whole)
  })

  it('lets go of the file when its reader stops early', async () => {
    const stream = createReadStream('server/demo/data/sekadau-2019-s1.csv', { highWaterMark: 64 })
    for await (const row of readAnswers(stream)) if (row.line === 3) break
    expect(stream.destroyed).toBe(true)
  })
})

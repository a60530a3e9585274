import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readLines, readRecords } from '#server/csv-records.ts'
import { seeded } from './rules/answers.ts'

describe('records', () => {
  it('are those of an independent reader, for any mixture of quotes', async () => {
    const random = seeded(21)
    const pieces = ['a', ' ', '""', ',', '\n', 'b c', '']
    for (let round = 0; round < 300; round++) {
      const field = () => {
        const inside = Array.from(
          { length: Math.floor(random() * 5) },
          () => pieces[Math.floor(random() * pieces.length)],
        ).join('')
        return random() < 0.5 ? `"${inside}"` : inside.replaceAll(/["\n, ]/g, 'x')
      }
      const rows = Array.from({ length: 4 }, () => ['k', field(), field()].join(','))
      const records = []
      for await (const record of readRecords(readLines(rows.join('\n')), ',')) records.push(record)
      expect(records.map((record) => ('fields' in record ? record.fields : record.damage))).toEqual(
        parse(rows.join('\n')),
      )
    }
  })
})

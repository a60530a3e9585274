/** Files: told by their bytes, kept once, served to be saved. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileKindOf } from '#server/file-kinds.ts'
import { answerFile, fileIssue, LARGEST_FILE, readFile, releaseFile, storeFile, type GivenFile } from '#server/files.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const PNG = Buffer.concat([Buffer.from([0x89]), utf8('PNG\r\n\u001a\n'), Buffer.alloc(20)])
const TYPES = '[Content_Types].xml'

/** A ZIP with these entries, each deflated. */
function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const data = name === 'mimetype' ? utf8(text) : deflateRawSync(text)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(name.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    listed.writeUInt16LE(name.length, 28)
    listed.writeUInt32LE(offset, 42)
    parts.push(head, utf8(name), data)
    directory.push(listed, utf8(name))
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

describe('a file is what its bytes say', () => {
  test.each<[string, Buffer, string | undefined]>([
    ['a PDF', utf8('%PDF-1.7\n…'), 'pdf'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'jpeg'],
    ['a picture', PNG, 'png'],
    ['a picture of the web', utf8('RIFF\0\0\0\0WEBPVP8 '), 'webp'],
    ['a document', zip({ [TYPES]: '<Types/>', 'word/document.xml': '<w/>' }), 'docx'],
    ['a spreadsheet', zip({ [TYPES]: '<Types/>', 'xl/workbook.xml': '<w/>' }), 'xlsx'],
    ['an open document', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }), 'odt'],
    ['a table', utf8('kode,nama\r\n1,a\r\n'), 'text'],
    ['a text with a sign of less', utf8('jika 3 < 4 maka ya'), 'text'],
    ['a document with macros', zip({ [TYPES]: '', 'word/document.xml': '', 'word/vbaProject.bin': '' }), undefined],
    ['any other ZIP', zip({ 'a.txt': 'a' }), undefined],
    ['a ZIP cut short', zip({ [TYPES]: '', 'word/document.xml': '' }).subarray(0, 60), undefined],
    [
      'a ZIP that lies of its length',
      Buffer.concat([zip({ a: '' }).subarray(0, -6), Buffer.alloc(6, 0xff)]),
      undefined,
    ],
    ['a page', utf8('<!doctype html><p>a'), undefined],
    ['a page behind blanks', utf8('\n\n  <p>a'), undefined],
    ['a picture with scripts', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['a script within a text', utf8('nama\n<script>alert(1)</script>'), undefined],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]), undefined],
    ['text with a NUL', utf8('a\0b'), undefined],
    ['text that is no UTF-8', Buffer.from([0x61, 0xe9, 0x62]), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s', (_, bytes, kind) => {
    expect(fileKindOf(bytes)).toBe(kind)
    expect(fileIssue({ name: 'usul.pdf', bytes })).toBe(kind ? undefined : 'file-kind')
  })
  test('too large is said before anything else', () => {
    const bytes = Buffer.alloc(LARGEST_FILE + 1, 0x61)
    expect(fileIssue({ name: 'besar.txt', bytes })).toBe('file-too-big')
    expect(fileIssue({ name: 'besar.txt', bytes: bytes.subarray(1) })).toBeUndefined()
  })
})

onEachEngine('files', (database) => {
  const store = (file: GivenFile) => transaction(scopeOf(database()), (scope) => storeFile(scope, file))
  async function stored(file: GivenFile) {
    const outcome = await store(file)
    if (!outcome.ok) throw new Error(outcome.issue)
    return outcome
  }

  test('come back as they were given, also those of many parts', async () => {
    const bytes = Buffer.concat([utf8('%PDF-1.7\n'), Buffer.alloc(3_000_001, 7)])
    const { hash, size, mime } = await stored({ name: 'besar.pdf', bytes })
    const read = await readFile(database().db, hash)
    expect(read).toMatchObject({ hash, size, mime, name: 'besar.pdf' })
    expect(read?.bytes.equals(bytes)).toBe(true)
    expect(size).toBe(bytes.length)
  })
  test('that are alike are kept once, by whatever name they come', async () => {
    const first = await stored({ name: 'satu.txt', bytes: utf8('sama') })
    const second = await stored({ name: 'dua.csv', bytes: utf8('sama') })
    expect(second).toMatchObject({ hash: first.hash, name: 'dua.csv' })
    expect(await readFile(database().db, first.hash)).toMatchObject({ name: 'satu.txt', bytes: utf8('sama') })
  })
  test.each([
    ['usul.pdf', 'usul.png'],
    ['C:\\Dokumen\\foto loket.exe', 'foto loket.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['  .tersembunyi', 'tersembunyi.png'],
    ['', 'berkas.png'],
    ['a"b<c>\r\nx: y.png', 'a b c x y.png'],
    ['foto\u202egnp.png', 'fotognp.png'],
  ])('called %j end as what they are: %j', async (name, expected) => {
    expect((await stored({ name, bytes: PNG })).name).toBe(expected)
  })
  test('that are refused leave nothing behind', async () => {
    expect(await store({ name: 'a.pdf', bytes: utf8('<html>') })).toEqual({ ok: false, issue: 'file-kind' })
    expect(await store({ name: 'a.txt', bytes: Buffer.alloc(LARGEST_FILE + 1, 0x61) })).toEqual({
      ok: false,
      issue: 'file-too-big',
    })
    expect(await readFile(database().db, 'tiada')).toBeUndefined()
  })
  test('are served to be saved, never to be shown or run', async () => {
    const { hash } = await stored({ name: 'bukti ya.txt', bytes: utf8('bukti') })
    const file = await readFile(database().db, hash)
    const response = answerFile(file!, 'bukti ümlaut".txt')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="bukti_mlaut_.txt"; filename*=UTF-8''bukti%20%C3%BCmlaut%22.txt`,
    })
    expect(await response.text()).toBe('bukti')
  })
  test('go when nothing hangs on them; every column that names one is asked', async () => {
    const { hash } = await stored({ name: 'lepas.txt', bytes: utf8('lepas') })
    await transaction(scopeOf(database()), (scope) => releaseFile(scope, hash))
    expect(await readFile(database().db, hash)).toBeUndefined()
    const tables = await database().db.introspection.getTables()
    const naming = tables.flatMap(({ name, columns }) =>
      columns
        .filter((column) => /(^|_)file(_hash)?$/i.test(snake(column.name)))
        .map((column) => `${snake(name)}.${snake(column.name)}`),
    )
    // The first holds no file of its own, the last is a part of one.
    expect(naming.sort()).toEqual([
      'answer_import.file_hash',
      'attendance.signature_file',
      'commitment_event.evidence_file',
      'consultation_file.file_hash',
      'file_part.file_hash',
      'input.file_hash',
      'meeting_file.file_hash',
      'meeting_record.file_hash',
      'vote.sheet_file',
    ])
  })
})

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

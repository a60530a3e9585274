/** /api/v1/musyawarah for who brings a meeting to its signed record, and adds to it. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { addAddendum } from './addenda.ts'
import { coverInRecord } from './covering.ts'
import { recordToSign } from './record-file.ts'
import * as schemas from './record-schema.ts'
import { answerSignedFile } from './record-views.ts'
import { asked, sent } from './route-steps.ts'
import { signRecord } from './signing.ts'

const hashes = { dataHash: z.string(), fileHash: z.string() }
const lockedShape = z.strictObject(hashes).meta({ id: 'LockedRecord' })
const addedShape = z.strictObject({ part: z.int(), ...hashes }).meta({ id: 'AddendumLocked' })
const coveredShape = z.strictObject({ places: z.int() }).meta({ id: 'Covered' })

const file = { file: sentFileSchema.optional() }
const signBody = z.strictObject({ ...schemas.signingSchema.shape, ...file }).meta({ id: 'Signing' })
const addendumBody = z.strictObject({ ...schemas.addendumSchema.shape, ...file }).meta({ id: 'Addendum' })
const coverBody = z.strictObject(schemas.coverSchema.shape).meta({ id: 'Cover' })

const scan = { name: 'berita-acara.pdf', content: 'JVBERi0xLjc=' }
const signing = { number: '140/12/BA/2026', signedOn: '2026-07-14', names: ['Ramli', 'Syahrial'], file: scan }

export const meetingSigning = new Hono<ApiEnv>()
  .get(
    '/:slug/sign.pdf',
    ...asked({
      summary: 'The record to be printed and signed',
      description: 'With all names, for its staff and the auditor. The look is recorded.',
      says: 'A tagged PDF.',
      gives: z.string(),
      mediaType: 'application/pdf',
      problems: ['unavailable'],
    }),
    async (c) => {
      const slug = c.req.param('slug')
      const bytes = await recordToSign(c.get('scope'), { slug, locale: 'id', publicUrl: c.get('publicUrl') })
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/sign',
    ...sent(
      {
        summary: 'Take the signed record in, which locks it',
        description:
          'A scan, or a PDF that a certified provider signed, kept byte for byte. `names` in the order of the offices that sign.',
        status: 201,
        says: 'Locked; both digests are in the ledger.',
        gives: lockedShape,
        takes: { schema: signBody, example: signing },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { file: scanned, ...input } = c.get('body') as schemas.SigningInput & { file?: SentFile }
      const outcome = await signRecord(c.get('scope'), c.req.param('slug'), input, scanned && givenFile(scanned))
      return answerOutcome(c, outcome, ({ dataHash, fileHash }) => ({ dataHash, fileHash }), 201)
    },
  )
  .post(
    '/:slug/addenda',
    ...sent(
      {
        summary: 'Add a signed addendum to a locked record',
        description: 'With its own number, signatures and file. The record stays as it is.',
        status: 201,
        says: 'Locked; both digests are in the ledger.',
        gives: addedShape,
        takes: {
          schema: addendumBody,
          example: { ...signing, text: 'Nama dusun pada keputusan 2 adalah Dusun Tiga.' },
        },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { file: scanned, ...input } = c.get('body') as schemas.AddendumInput & { file?: SentFile }
      const outcome = await addAddendum(c.get('scope'), c.req.param('slug'), input, scanned && givenFile(scanned))
      return answerOutcome(c, outcome, ({ part, dataHash, fileHash }) => ({ part, dataHash, fileHash }), 201)
    },
  )
  .post(
    '/:slug/covers',
    ...sent({
      summary: 'Cover personal data in the public rendition',
      description: 'Wherever the pieces stand, with a reason that everyone can read. The sealed original stays.',
      status: 201,
      says: 'In how many places.',
      gives: coveredShape,
      takes: { schema: coverBody, example: { pieces: '0812 3456 7890', reason: 'Nomor telepon warga.' } },
    }),
    async (c) => {
      const outcome = await coverInRecord(c.get('scope'), c.req.param('slug'), c.get('body') as schemas.CoverInput)
      return answerOutcome(c, outcome, ({ places }) => ({ places }), 201)
    },
  )
  .get(
    '/:slug/signed/:part',
    ...asked({
      summary: 'The signed file, byte for byte',
      description: 'For its staff and the auditor. The look is recorded.',
      says: 'The file.',
      gives: z.string(),
      mediaType: 'application/octet-stream',
      params: { part: '0: the record; from 1 an addendum.' },
    }),
    (c) => answerSignedFile(c.get('scope'), c.req.param('slug'), Number(c.req.param('part'))),
  )

/** A meeting of the tests that came to something: points, decisions with an objection and a vote, proposals, delegates. */
import { moveMeeting } from '#server/musyawarah/announcing.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { askCorrection, listCorrectionsFor, noteDissent, settleCorrection } from '#server/musyawarah/corrections.ts'
import { listHallProposals, listMeetingDecisions } from '#server/musyawarah/course.ts'
import * as decisions from '#server/musyawarah/decisions.ts'
import { addDelegate } from '#server/musyawarah/delegates.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { addProposal, settleProposal, writePoint } from '#server/musyawarah/minutes.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import type { World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { done, hoursLater, MORNING, officerOf } from './world.ts'

/** After the window of three days. */
export const LATER = hoursLater(5 * 24)
export const SCAN = { name: 'berita acara.pdf', bytes: new TextEncoder().encode('%PDF-1.7\nisi yang ditandatangani') }
export const SIGNING = { number: '140/12/BA/2026', signedOn: '2026-07-14', names: ['Ramli', 'Syahrial', 'Siti Aminah'] }
export const PHONE = '0812 3456 7890'

export interface Held {
  slug: string
  id: string
}

/** Its draft minutes are out, one correction was refused and one dissent noted. */
export async function wholeMeeting(world: World): Promise<Held> {
  const staff = officerOf(world, MORNING)
  const earlier = { day: '2026-07-10', time: '08.30', reason: 'Agar selesai sebelum salat Jumat.' }
  const { slug, id, agenda } = await opened(world, (one) => moveMeeting(officerOf(world), one, earlier))
  const item = agenda[1]?.id ?? ''
  done(await writePoint(staff, slug, { item, speaker: 'Warga 3', text: `Jalan rusak. Hubungi ${PHONE}.` }))
  done(await writePoint(staff, slug, { item, speaker: 'H. Ramli, Ketua BPD', text: 'Dicatat.' }))
  const first = await agreedAfterObjection(world, slug, item)
  await votedOn(world, slug)
  await proposed(world, { slug, id }, first)
  done(
    await addDelegate(staff, slug, {
      name: 'Nur Hayati',
      office: 'Ketua PKK',
      group: 'residents',
      sex: 'f',
      named: true,
    }),
  )
  done(await addDelegate(staff, slug, { name: 'Budi Santoso', sex: 'm' }))
  done(await closeMeeting(staff, slug))
  await sendMinutes(staff, slug)
  const [invitee] = await listInviteesFor(staff, slug)
  const asked = { code: invitee?.code ?? '', kind: 'correction' as const, text: 'Bukan jalan, jembatan.' }
  done(await askCorrection(world.as(null, MORNING), slug, asked))
  const [correction] = await listCorrectionsFor(staff, slug)
  const refused = { outcome: 'refused' as const, reason: 'Rekaman menyebut jalan.' }
  done(await settleCorrection(staff, slug, correction?.id ?? '', refused))
  done(await noteDissent(staff, slug, { who: 'Kelompok tani', text: 'Kami tetap memilih jalan.', decision: first }))
  return { slug, id }
}

export async function wholeSigned(world: World, scan = SCAN): Promise<Held & { fileHash: string }> {
  const held = await wholeMeeting(world)
  const { fileHash } = done(await signRecord(officerOf(world, LATER), held.slug, SIGNING, scan))
  return { ...held, fileHash }
}

async function agreedAfterObjection(world: World, slug: string, item: string): Promise<string> {
  const staff = officerOf(world, MORNING)
  const { id } = done(await decisions.putText(staff, slug, { text: 'Desa membangun jalan.', item }))
  done(await decisions.objectTo(staff, slug, id, { who: 'Ibu Sri', reason: 'Sumur lebih perlu.' }))
  const objection = await lastObjection(world, slug, id)
  done(await decisions.answerDecisionObjection(staff, slug, objection, { answer: 'Sumur didahulukan.' }))
  done(await decisions.amendText(staff, slug, id, { text: 'Desa mendahulukan sumur bor.' }))
  done(await decisions.agree(staff, slug, id))
  return id
}

async function votedOn(world: World, slug: string): Promise<void> {
  const staff = officerOf(world, MORNING)
  const { id } = done(await decisions.putText(staff, slug, { text: 'Balai desa dicat hijau.' }))
  done(await decisions.objectTo(staff, slug, id, { who: 'Pemuda', reason: 'Lebih baik biru.' }))
  const objection = await lastObjection(world, slug, id)
  done(await decisions.answerDecisionObjection(staff, slug, objection, { answer: 'Catnya sudah ada.' }))
  done(await decisions.stateFailure(staff, slug, id, { statement: 'Warna tidak disepakati setelah dua putaran.' }))
  const counts = { way: 'secret' as const, inFavour: '6', against: '3', abstained: '0', spoilt: '0' }
  const sheet = { name: 'hitung.pdf', bytes: new TextEncoder().encode('%PDF-1.7\nlembar hitung') }
  done(await decisions.enterVote(staff, slug, id, counts as never, sheet))
}

async function lastObjection(world: World, slug: string, decision: string): Promise<string> {
  const scope = officerOf(world, MORNING)
  const { id } = await getMeeting(scope, slug)
  const found = (await listMeetingDecisions(scope, id)).find((one) => one.id === decision)
  return found?.rounds.at(-1)?.objections.at(-1)?.id ?? ''
}

async function proposed(world: World, { slug, id }: Held, decision: string): Promise<void> {
  const staff = officerOf(world, MORNING)
  const said = { group: 'residents', place: 'Dusun Tiga', volume: '1 unit', cost: 'Rp25.000.000', field: 'Air' }
  done(await addProposal(staff, slug, { ...said, text: 'Sumur bor', proposer: 'Warga 4', note: 'Dekat masjid' }))
  done(await addProposal(staff, slug, { text: 'Jembatan gantung', proposer: 'Warga 5' }))
  done(await addProposal(staff, slug, { text: 'Lampu jalan', proposer: 'Warga 6' }))
  const [well, bridge, lamps] = await listHallProposals(staff, id)
  const settle = async (one: { id: string } | undefined, input: object) =>
    done(await settleProposal(staff, slug, one?.id ?? '', input as never))
  await settle(well, { outcome: 'accepted', decision })
  await settle(bridge, { outcome: 'not-accepted', outcomeNote: 'Kewenangan kabupaten.' })
  await settle(lamps, { outcome: 'reserve', outcomeNote: 'Bila ada sisa anggaran.' })
}

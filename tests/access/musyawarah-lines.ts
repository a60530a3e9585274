/** Pages of meetings, and what everyone may get of them. In the order of table.ts. */
import type { Line } from './table.ts'

/** Officers and administrators, each in their own place. */
const KEPT = '401 200 403 403 200 403 403 403 403 403 403'
const NOTHING_TYPED = '401 422 403 403 422 403 403 403 403 403 403'

export const MUSYAWARAH_LINES: Line[] = [
  { page: 'meetings', get: '200' },
  { page: 'answerInvitation', get: '200', post: '422' },
  { page: 'invitation', get: '200', post: '422' },
  { page: 'meeting', of: 'open', get: '200' },
  { page: 'meeting', of: 'draft', get: '404 200 200 200 200 200 404 404 404 404 404' },
  { page: 'meetingScreen', of: 'open', get: '200' },
  { page: 'meetingScreen', of: 'draft', get: '404 200 200 200 200 200 404 404 404 404 404' },
  { page: 'meeting', of: 'open', data: '.ics', get: '200', post: '404' },
  { page: 'registerForMeeting', of: 'open', get: '200', post: '422' },
  { page: 'meetingPoster', of: 'open', get: '200' },
  { page: 'regionMeetings', data: '.ics', get: '200', post: '404' },
  { page: 'manageMeetings', get: '401 200 200 200 200 200 200 200 200 200 200' },
  {
    page: 'newMeeting',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 422 403 403 422 403 422 403 403 422 403',
  },
  {
    page: 'manageMeeting',
    of: 'open',
    get: '401 200 200 200 200 200 403 403 403 403 403',
    post: NOTHING_TYPED,
  },
  {
    page: 'manageMeeting',
    of: 'draft',
    get: '401 200 200 200 200 200 404 404 404 404 404',
    post: '401 422 403 403 422 403 404 404 404 404 404',
  },
  { page: 'inviteToMeeting', of: 'open', get: KEPT, post: NOTHING_TYPED },
  { page: 'inviteToMeeting', of: 'open', data: '.pdf', get: KEPT, post: '404' },
  { page: 'meetingMaterials', of: 'open', get: KEPT, post: NOTHING_TYPED },
  { page: 'meetingMaterial', of: 'open', get: '404', post: '404' },
  { page: 'meetingPacket', of: 'open', data: '.pdf', get: KEPT, post: '404' },
  ...(['attendMeeting', 'fieldMeeting', 'runMeeting', 'meetingMinutes', 'meetingProposals'] as const).map((page) => ({
    page,
    of: 'open' as const,
    get: '401 200 403 403 200 200 403 403 403 403 403',
    post: '401 422 403 403 422 422 403 403 403 403 403',
  })),
  // Nothing hangs on it yet.
  { page: 'hallFile', of: 'open', get: '401 404 404 404 404 404 403 403 403 403 403', post: '404' },
  { page: 'meetingNames', of: 'open', get: '401 200 403 200 200 403 403 403 403 403 403' },
]

/** Of a meeting that was held, while its minutes are corrected. */
export const RECORD_LINES: Line[] = [
  { page: 'meetingRecord', get: '200' },
  { page: 'meetingRecord', data: '.pdf', get: '200', post: '404' },
  { page: 'meetingRecord', data: '.docx', get: '200', post: '404' },
  ...(['meetingNotes', 'meetingProceedings'] as const).flatMap((page): Line[] => [
    { page, get: '200' },
    { page, data: '.pdf', get: '200', post: '404' },
    { page, data: '.docx', get: '200', post: '404' },
  ]),
  { page: 'checkRecord', get: '200', post: '422' },
  { page: 'correctMinutes', get: '200', post: '422' },
  {
    page: 'signMeeting',
    get: '401 200 200 403 200 200 403 403 403 403 403',
    post: '401 422 422 403 422 422 403 403 403 403 403',
  },
  { page: 'signMeeting', data: '.pdf', get: '401 200 403 200 200 403 403 403 403 403 403', post: '404' },
  {
    page: 'addToRecord',
    get: '401 200 200 403 200 403 403 403 403 403 403',
    post: '401 422 422 403 422 403 403 403 403 403 403',
  },
  {
    page: 'meetingDelegates',
    get: '401 200 403 403 200 200 403 403 403 403 403',
    post: '401 422 403 403 422 422 403 403 403 403 403',
  },
  {
    page: 'paperMeeting',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  {
    page: 'promiseFromMeeting',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  // Not signed yet.
  { page: 'signedRecord', get: '401 404 403 404 404 403 403 403 403 403 403', post: '404' },
]

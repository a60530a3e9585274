/** What pages for staff call and no route of the API does, each with its reason. */

/** Decision 14: these need a person, who has signed in with all that their role asks for. */
export const PERSONS_ALONE: Record<string, string> = {
  'identity/accounts.ts changePassword': 'A token can’t change a password.',
  'identity/accounts.ts getOwnAccount': 'Whose session it is; a token has `GET /identity/me`.',
  'identity/own-sessions.ts listOwnSessions': 'A token has no session (decision 10).',
  'identity/own-sessions.ts endOwnSession': 'A token has no session.',
  'identity/own-sessions.ts endOtherSessions': 'A token has no session.',
  'identity/set-up-totp.ts getOwnSecondStep': 'The second step is a person’s (decision 12).',
  'identity/set-up-totp.ts renewRecoveryCodes': 'The second step is a person’s.',
  'identity/sign-in-links.ts renewLink': 'A token can’t make a link that sets a password.',
  'notice/mailed-links.ts mailLink': 'The same link, mailed.',
  'notice/mailed-links.ts inviteByMail': 'The same link, mailed; `POST /identity/invitations` gives the role.',
  'notice/resets.ts askReset': 'Two persons take a second step away.',
  'notice/resets.ts agreeReset': 'Two persons take a second step away.',
}

/** What a page reads to draw itself, or does in a way of its own; and where the API has it. */
export const ELSEWHERE: Record<string, string> = {
  'directory/stakeholder-groups.ts keepsGroups': 'Shows a link or leaves it out.',
  'survey/sheets.ts surveyForDesk': 'Refuses before the form is drawn; `enterSheets` and `voidSheet` ask it again.',
  'consultation/desk-inputs.ts deskOf': 'Refuses before the form is drawn; `enterInput` asks it again.',
  'consultation/answering-place.ts consultationFor': 'Refuses before the form is drawn; the acts ask it again.',
  'consultation/closing.ts closingHindrance': 'Said before the form is drawn; `closeConsultation` refuses with it.',
  'commitment/places.ts listOwners': 'Choices of a form: `GET /directory/institutions` and `/units`.',
  'consultation/choices.ts listUnitsToAsk': 'Choices of a form: `GET /directory/units`.',
  'consultation/choices.ts listChoicesOf': 'Choices of a form: `GET /policy`, and needs in `GET /consultation/{slug}`.',
  'consultation/input-gates.ts groupsOffered': 'Choices of a form: `GET /consultation/{slug}/work`.',
  'identity/scopes.ts listGrantableScopes': 'Choices of a form: `GET /directory/regions`, `/institutions`, `/units`.',
  'identity/token-choices.ts listTokenChoices': 'Choices of a form: `GET /identity/me`.',
  'consultation/attachments.ts listAttachments': '`GET /consultation/{slug}/work`.',
  'consultation/desk-filters.ts listDeskFilters': 'Names for addresses; a program keeps its own.',
  'consultation/desk-filters.ts keepDeskFilter': 'Names for addresses; a program keeps its own.',
  'consultation/desk-filters.ts forgetDeskFilter': 'Names for addresses; a program keeps its own.',
  'consultation/coverage.ts coverageOf': '`GET /consultation/{slug}/answering`.',
  'consultation/comparing.ts listPublicVersions': '`GET /consultation/{slug}`.',
  'consultation/comparing.ts compareWritten':
    'What is written and what is published: `GET /consultation/{slug}/draft` and `GET /consultation/{slug}`.',
  'consultation/drafts.ts getPreviewDraft': '`GET /consultation/{slug}/draft`.',
  'consultation/passages.ts listBlockNames': '`GET /consultation/{slug}`.',
  'directory/kept.ts listKept': '`GET /directory/regions/{slug}`, `/institutions` and `/units`.',
  'musyawarah/promises.ts listPromisable': '`GET /musyawarah/{slug}/hall` and `GET /commitment`.',
  'musyawarah/course.ts listHallProposals': '`GET /musyawarah/{slug}/proposals`.',
  'musyawarah/course.ts listMeetingDecisions': '`GET /musyawarah/{slug}/hall`.',
  'musyawarah/course.ts listMinutePoints': '`GET /musyawarah/{slug}/minutes`.',
  'musyawarah/choices.ts meetingChoices':
    'Choices of a form: `GET /directory/units`; rules of order stand in a meeting.',
  'musyawarah/meetings.ts meetingInputOf': '`GET /musyawarah/{slug}/work`.',
  'survey/surveys.ts changeSurvey': '`PATCH /survey/{slug}`, by `changePart`.',
  'survey/sheets.ts countSheetsLeft': 'Said on the sheet of printing; a program knows the codes that it was given.',
  'musyawarah/addendum-file.ts addendumToSign':
    'Paper to be signed, from what was typed: `POST /musyawarah/{slug}/addenda` takes it when it comes back.',
  'survey/running-imports.ts startImport': '`POST /survey/{slug}/import` waits for its end.',
  'survey/running-imports.ts findImportState': '`POST /survey/{slug}/import` waits for its end.',
}

/** Files of use cases that pages for staff had before the API: each line goes when its routes come. */
export const PAGES_FIRST: Record<string, string> = {}
